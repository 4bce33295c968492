import type { SettingSchema } from '../setting-schema.ts';
import { isLeftOut } from './entries-of.ts';
import {
  below,
  type ChoiceField,
  type ConstantKind,
  constantKinds,
  type Field,
  type GroupField,
  kindOf,
  type TextField,
} from './field.ts';
import type { Sent } from './sent.ts';
import { typedText } from './typed-text.ts';

type Place = Pick<Field, 'name' | 'path' | 'isRequired'> & { readonly isOptional?: boolean };

const top: Place = { name: '', path: [], isRequired: true };

/** The form of a schema, filled in with what was sent. `more`: the name of a table that gets an empty row. */
export function fieldOf(schema: SettingSchema, sent: Sent, more?: string, place: Place = top): Field {
  const { name, path, isRequired } = place;
  const common = { name, path, isRequired, schema };
  const rows = (table: string) => {
    const sentRows = sent.rows(table);
    return more === name ? [...sentRows, (sentRows.at(-1) ?? -1) + 1] : sentRows;
  };
  const kind = kindOf(schema);
  switch (kind) {
    case 'text':
    case 'pick':
      return { kind, ...common, text: sent.text(name) };
    case 'list':
      return { kind, ...common, texts: [...sent.texts(name), ...(more === name ? [''] : [])] };
    case 'group':
      return groupOf(schema, sent, more, place);
    case 'choice':
      return choiceOf(schema, sent, rows, place);
    case 'table': {
      const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
      return {
        kind,
        ...common,
        rows: rows(`${name}.rows`).map((row) => {
          const own = `${name}.rows.${row}`;
          const key = sent.text(`${own}.key`);
          const within = { name: `${own}.value`, path: [...path, typedText(key)], isRequired: true };
          return { name: own, key, value: fieldOf(inner, sent, more, within) };
        }),
      };
    }
    case 'rows':
      return {
        kind,
        ...common,
        rows: rows(`${name}.rows`).map((row, index) =>
          groupOf(schema.items ?? {}, sent, more, {
            name: `${name}.rows.${row}`,
            path: [...path, index],
            isRequired: true,
          }),
        ),
      };
    case 'constants':
      return {
        kind,
        ...common,
        rows: rows(`${name}.rows`).map((row) => {
          const own = `${name}.rows.${row}`;
          const constant = constantOf(sent.text(`${own}.kind`));
          return { name: own, key: sent.text(`${own}.key`), constant, text: sent.text(`${own}.value`) };
        }),
      };
  }
}

function groupOf(schema: SettingSchema, sent: Sent, more: string | undefined, place: Place): GroupField {
  const { isOptional = false, ...at } = place;
  const { properties = {}, required = [] } = schema;
  return {
    kind: 'group',
    ...at,
    schema,
    fields: Object.entries(properties).map(([part, inner]) =>
      fieldOf(inner, sent, more, {
        name: below(at.name, part),
        path: [...at.path, part],
        isRequired: required.includes(part),
        isOptional: isLeftOut(schema, part),
      }),
    ),
    presence: isOptional
      ? { isSet: sent.has(`${at.name}.isSet`), wasSet: sent.has(`${at.name}.wasSet`) }
      : null,
  };
}

function choiceOf(
  schema: SettingSchema,
  sent: Sent,
  rows: (table: string) => readonly number[],
  { name, path, isRequired }: Place,
): ChoiceField {
  const part = (own: string): TextField => ({
    kind: 'text',
    name: `${name}.${own}`,
    path: [...path, own],
    schema: { type: 'string', ...(schema.gives === undefined ? {} : { listed: schema.gives }) },
    isRequired: false,
    text: sent.text(`${name}.${own}`),
  });
  return {
    kind: 'choice',
    name,
    path,
    schema,
    isRequired,
    rows: rows(`${name}.table`).map((row) => {
      const own = `${name}.table.${row}`;
      const [key, text] = [sent.text(`${own}.key`), sent.text(`${own}.value`)];
      return { name: own, key, text, isOffered: sent.has(`${own}.offered`) };
    }),
    fallback: part('default'),
    force: part('force'),
    isKeptEmpty: sent.has(`${name}.isSet`),
  };
}

function constantOf(sent: string): ConstantKind {
  return constantKinds.find((kind) => kind === sent) ?? 'text';
}
