import type { SettingSchema } from '../setting-schema.ts';
import { below, type ConstantKind, kindOf } from './field.ts';
import type { Entries } from './sent.ts';
import { shownText } from './typed-text.ts';

/** What the form of a value sends when nothing is changed in it: what is as by default is left empty. */
export function entriesOf(schema: SettingSchema, value: unknown, name = '', isOptional = false): Entries {
  if (value === undefined || isSame(value, schema.default)) return [];
  switch (kindOf(schema)) {
    case 'text':
    case 'pick':
      return [[name, shown(value)]];
    case 'list':
      return listOf(value).map((each) => [name, shown(each)] as const);
    case 'group':
      return ofGroup(schema, value, name, isOptional);
    case 'choice':
      return ofChoice(value, name, isOptional);
    case 'table':
      return Object.entries(objectOf(value)).flatMap(([key, each], index) => {
        const row = `${name}.rows.${index}`;
        const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
        return [[`${row}.key`, shownText(key)] as const, ...entriesOf(inner, each, `${row}.value`)];
      });
    case 'rows':
      return listOf(value).flatMap((each, index) =>
        entriesOf(schema.items ?? {}, each, `${name}.rows.${index}`),
      );
    case 'constants':
      return Object.entries(objectOf(value)).flatMap(([key, each], index) =>
        ofConstant(key, each, `${name}.rows.${index}`),
      );
  }
}

function ofGroup(schema: SettingSchema, value: unknown, name: string, isOptional: boolean): Entries {
  const fields = objectOf(value);
  const inner = Object.entries(schema.properties ?? {}).flatMap(([part, each]) =>
    entriesOf(each, fields[part], below(name, part), isLeftOut(schema, part)),
  );
  return isOptional ? [[`${name}.isSet`, 'yes'], [`${name}.wasSet`, 'yes'], ...inner] : inner;
}

/** Whether a part of a group may be missing, and has no default: then it is told apart from an empty one. */
export function isLeftOut({ properties = {}, required = [] }: SettingSchema, part: string): boolean {
  return properties[part]?.default === undefined && !required.includes(part);
}

function ofChoice(value: unknown, name: string, isOptional: boolean): Entries {
  const { map, default: fallback, force } = objectOf(value);
  const rows = Object.entries(objectOf(map)).flatMap(([key, each], index) => {
    const row = `${name}.table.${index}`;
    return [[`${row}.key`, shownText(key)] as const, [`${row}.value`, shown(each)] as const];
  });
  const rest = Object.entries({ default: fallback, force }).flatMap(([part, each]) =>
    each === undefined ? [] : [[`${name}.${part}`, shown(each)] as const],
  );
  const all = [...rows, ...rest];
  return all.length === 0 && isOptional ? [[`${name}.isSet`, 'yes']] : all;
}

function ofConstant(key: string, value: unknown, row: string): Entries {
  const of = (kind: ConstantKind, text: string): Entries => [
    [`${row}.key`, shownText(key)],
    [`${row}.kind`, kind],
    [`${row}.value`, text],
  ];
  if (typeof value === 'boolean') return of(value ? 'true' : 'false', '');
  if (typeof value === 'number') return of('number', String(value));
  if (Array.isArray(value)) return of('list', value.map(shown).join('\n'));
  return of('text', shown(value));
}

/** As it is shown. What was typed and is not right is shown as it was typed. */
function shown(value: unknown): string {
  return typeof value === 'string' ? shownText(value) : String(value);
}

function isSame(value: unknown, usual: unknown): boolean {
  return usual !== undefined && JSON.stringify(value) === JSON.stringify(usual);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
