/** The setting that a problem names, where it is in the schema, and how it is filled in. */
import type { ProblemData } from '../../records/problem.ts';
import type { Params } from '../../texts/catalogue.ts';
import { isChoice, type SettingSchema } from './setting-schema.ts';

type Named = Pick<ProblemData, 'code' | 'params'>;

/** Problems whose one way out is a setting that is always the same, as their sentences say: the others name theirs among the params. */
const always: Readonly<Record<string, (params: Params) => string>> = {
  vat_rate_unknown: () => 'vat.byRate',
  product_vat_unknown: () => 'price.vatRate',
  price_basis_unknown: ({ of }) => `price.pricesIncludeVat.${of}`,
  customer_missing: () => 'customer.create',
  customer_group_unknown: () => 'classification',
};

export const codesOfSettings = Object.keys(always);

/** The dotted path of the setting that a problem names; null where it names none. */
export function settingOf({ code, params }: Named): string | null {
  const { setting } = params;
  if (typeof setting === 'string' && setting !== '') return setting;
  return Object.hasOwn(always, code) ? (always[code]?.(params) ?? null) : null;
}

/** The value that a choice has no answer for; null where the problem is another one. */
export function lackedValue({ code, params: { value } }: Named): string | null {
  return code === 'choice_missing' && typeof value === 'string' && value !== '' ? value : null;
}

/** What the schema of a flow's settings says at a path; null where it has no such setting. */
export function schemaAt(settings: SettingSchema, path: readonly string[]): SettingSchema | null {
  let at: SettingSchema | undefined = settings;
  for (const part of path) {
    const { properties, additionalProperties }: SettingSchema = at;
    if (properties !== undefined) at = Object.hasOwn(properties, part) ? properties[part] : undefined;
    else at = typeof additionalProperties === 'object' ? additionalProperties : undefined;
    if (at === undefined) return null;
  }
  return at;
}

/**
 * Where the setting that a problem names is in the settings of a flow: at its path, or in the one group that has it, as what orders say of
 * their customers stands under `customer`. Null where it is nowhere.
 */
export function placeOfSetting(settings: SettingSchema, problem: Named): readonly string[] | null {
  const path = settingOf(problem)?.split('.');
  if (path === undefined) return null;
  const isIt = (place: readonly string[]) => {
    const schema = schemaAt(settings, place);
    return schema !== null && (lackedValue(problem) === null || isChoice(schema));
  };
  if (isIt(path)) return path;
  const groups = Object.keys(settings.properties ?? {}).map((group) => [group, ...path]);
  const [found, other] = groups.filter(isIt);
  return found !== undefined && other === undefined ? found : null;
}

type Settings = Readonly<Record<string, unknown>>;

/** The value at a path of the settings as they are stored. */
export function valueAt(settings: Settings, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined),
    settings,
  );
}

/** The settings with another value at a path; without it for `undefined`. */
export function withValueAt(settings: Settings, path: readonly string[], value: unknown): Settings {
  const [first, ...rest] = path;
  if (first === undefined) return isObject(value) ? value : {};
  const inner = Object.hasOwn(settings, first) ? settings[first] : undefined;
  const next = rest.length === 0 ? value : withValueAt(isObject(inner) ? inner : {}, rest, value);
  const { [first]: _, ...others } = settings;
  return next === undefined ? others : { ...others, [first]: next };
}

/** The settings with one more entry in a choice. */
export function withEntry(settings: Settings, path: readonly string[], key: string, value: string): Settings {
  const map = valueAt(settings, [...path, 'map']);
  const entries = isObject(map) ? map : {};
  return withValueAt(settings, [...path, 'map'], { ...entries, [key]: value });
}

function isObject(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
