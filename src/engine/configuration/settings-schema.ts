import type { Flow } from '../../flows/registry.ts';
import type { Texts } from '../../texts/en.ts';
import { type SettingSchema, schemaOf } from './setting-schema.ts';

type SettingText = Texts['settings']['orders']['since'];
type ByPath<Value> = Readonly<Record<string, Value>>;

interface FlowTexts {
  readonly texts: ByPath<SettingText>;
  readonly values: ByPath<ByPath<string>>;
}

/**
 * The settings of a flow as JSON Schema, each with its name (`title`) and what it does (`description`) in one language, and what
 * the values of an `enum` are called, and those that a choice is made by where there are only a few (`names`).
 */
export function settingsSchema(flow: Pick<Flow, 'name' | 'settings'>, texts: Texts): SettingSchema {
  const named: ByPath<ByPath<SettingText>> = texts.settings;
  const values: ByPath<ByPath<ByPath<string>>> = texts.settingValues;
  const known = { texts: named[flow.name] ?? {}, values: values[flow.name] ?? {} };
  return described(schemaOf(flow), known, '');
}

/** `path`: the setting's own, empty for all of them. The items of a list go by its path. */
function described(schema: SettingSchema, known: FlowTexts, path: string): SettingSchema {
  const { properties, items, by } = schema;
  if (schema.enum !== undefined || (by !== undefined && 'values' in by))
    return { ...schema, names: known.values[path] ?? {} };
  if (items !== undefined) return { ...schema, items: described(items, known, path) };
  if (properties === undefined) return schema;
  const entries = Object.entries(properties).map(([name, each]) => {
    const inner = path === '' ? name : `${path}.${name}`;
    const text = known.texts[inner];
    const told = text === undefined ? {} : { title: text.label, description: text.help };
    return [name, { ...described(each, known, inner), ...told }];
  });
  return { ...schema, properties: Object.fromEntries(entries) };
}
