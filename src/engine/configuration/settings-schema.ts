import { z } from 'zod';
import type { RecordFlow } from '../../flows/contract.ts';
import type { Texts } from '../../texts/en.ts';

type Schema = Readonly<Record<string, unknown>> & { readonly properties?: Readonly<Record<string, Schema>> };

/** The settings of a flow as JSON Schema, each with its name (`title`) and what it does (`description`) in one language. */
export function settingsSchema(
  { name, settings }: Pick<RecordFlow<unknown>, 'name' | 'settings'>,
  texts: Texts,
): Record<string, unknown> {
  const schema = z.toJSONSchema(settings, { io: 'input' }) as Schema;
  const known: Readonly<Record<string, Readonly<Record<string, SettingText>>>> = texts.settings;
  return { ...described(schema, known[name] ?? {}, '') };
}

type SettingText = Texts['settings']['orders']['since'];

function described(schema: Schema, texts: Readonly<Record<string, SettingText>>, prefix: string): Schema {
  if (schema.properties === undefined) return schema;
  const properties = Object.entries(schema.properties).map(([name, each]) => {
    const path = `${prefix}${name}`;
    const text = texts[path];
    const told = text === undefined ? {} : { title: text.label, description: text.help };
    return [name, { ...described(each, texts, `${path}.`), ...told }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}
