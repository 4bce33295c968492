import { settingsSchema } from '../src/engine/configuration/settings-schema.ts';
import { flows } from '../src/flows/registry.ts';
import { en } from '../src/texts/en.ts';

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly description?: string;
  readonly default?: unknown;
  readonly $ref?: string;
}

/** A table per flow: every setting with its values, its default and what it does, from the schema that checks them and the catalogue. */
export function settingsTables(): string {
  return flows
    .map(({ name, settings }) => {
      const rows = rowsOf(settingsSchema({ name, settings }, en) as Schema, '');
      return [
        `## ${name}`,
        '',
        '| setting | values | default | what it does |',
        '|---|---|---|---|',
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}

function rowsOf(schema: Schema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, each]) => {
    const path = `${prefix}${name}`;
    if (each.properties) return rowsOf(each, `${path}.`);
    const fallback = each.default === undefined ? '' : `\`${JSON.stringify(each.default)}\``;
    return [`| \`${path}\` | ${valuesOf(each)} | ${fallback} | ${each.description ?? ''} |`];
  });
}

function valuesOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(valuesOf).join(' or ');
  if (schema.type === 'array') return `list of ${schema.items ? valuesOf(schema.items) : 'values'}`;
  if (schema.type === 'object' && schema.properties) return `{${Object.keys(schema.properties).join(', ')}}`;
  if (schema.type === 'object') {
    const { additionalProperties } = schema;
    return `map to ${typeof additionalProperties === 'object' ? valuesOf(additionalProperties) : 'values'}`;
  }
  return schema.type ?? 'any';
}
