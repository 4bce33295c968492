/** Texts in the store's own language and in others (sheet 2.3). */
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import { refusal } from '../refusal.ts';

const main = 'nl';
/** Those of the profile. */
const enabled = [main, 'en', 'de', 'fr'];
const translatable = ['name', 'description', 'subtitle', 'seoTitle', 'seoDescription'];

/** What is written in the main language in one form stands in the other as well. */
export function withTexts(fields: JsonObject): JsonObject {
  const result = { ...fields };
  for (const name of translatable) {
    const translated = fields[`${name}Translated`];
    if (!isObject(translated)) continue;
    if (Object.keys(translated).some((language) => !enabled.includes(language))) {
      throw refusal(400, 'LANGUAGES_NOT_ALLOWED', 'The language of the translation is not enabled');
    }
    if (fields[name] === undefined && typeof translated[main] === 'string') result[name] = translated[main];
  }
  return result;
}

/** `name` and `nameTranslated`, for those of the fields that there are; `language` picks the translation. */
export function textsOnWire(
  fields: JsonObject,
  names: readonly string[],
  language: string | undefined,
): JsonObject {
  const shown = names.map((name): JsonObject => {
    const own = textIn(fields, name);
    const stored = fields[`${name}Translated`];
    const translated = { ...(isObject(stored) ? stored : {}), [main]: own };
    const text = textIn(translated, language ?? main) || own;
    return { [name]: text, [`${name}Translated`]: translated };
  });
  return Object.assign({}, ...shown);
}

/** For addresses: small letters, digits and hyphens. */
export function slugOf(text: string): string {
  const ascii = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
