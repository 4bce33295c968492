import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';
import type { Texts } from '../../../texts/en.ts';

type Words = Texts['pages'];

/** A value of a setting as people read it: what it is called, yes or no, or as it is. */
export function valueWords(schema: SettingSchema, value: unknown, words: Words): string {
  if (Array.isArray(value)) {
    const { items = {} } = schema;
    return value.map((each) => valueWords(items, each, words)).join(', ');
  }
  const { names = {} } = schema;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (Object.hasOwn(names, text)) return names[text] ?? text;
  if (value === true || value === false) return value ? words.parts.yes : words.parts.no;
  return text;
}

/** What an empty field stands for. */
export function defaultWords(schema: SettingSchema, words: Words): string | null {
  const { default: usual, unset } = schema;
  if (unset !== undefined) return unset;
  return usual === undefined || typeof usual === 'object'
    ? null
    : words.settingsForm.byDefault(valueWords(schema, usual, words));
}

/** A part of a help text: words, or a code for which there are none. */
export type HelpPart = string | { readonly code: string };

/**
 * A help text with its codes in words: the values of its own setting, yes and no, and the other settings by their names. `around`:
 * the settings of the same group, and those of the whole form.
 */
export function helpParts(
  text: string,
  own: SettingSchema,
  around: readonly SettingSchema[],
  words: Words,
): HelpPart[] {
  return text.split('`').map((part, index) => {
    if (index % 2 === 0) return part;
    const word = wordOf(part, own, around, words);
    return word === null ? { code: part } : `“${word}”`;
  });
}

function wordOf(
  code: string,
  own: SettingSchema,
  around: readonly SettingSchema[],
  words: Words,
): string | null {
  const values = own.names ?? own.items?.names ?? {};
  if (Object.hasOwn(values, code)) return values[code] ?? null;
  if (own.type === 'boolean' && (code === 'true' || code === 'false'))
    return code === 'true' ? words.parts.yes : words.parts.no;
  // An expression names what it is made of, and not settings.
  if (own.isExpression) return null;
  for (const schema of [own.items ?? {}, own, ...around]) {
    const title = code
      .split('.')
      .reduce<SettingSchema | undefined>((at, name) => at?.properties?.[name], schema)?.title;
    if (title !== undefined) return title;
  }
  return null;
}
