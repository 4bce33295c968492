/** A form as a tree of fields, free of how it is shown and of how it came. */
import type { Issue } from '../../../mapping/issue.ts';
import { isChoice, type SettingSchema } from '../setting-schema.ts';

interface FieldParts {
  /** Of its control, or what the names of all its controls begin with: `settings.vat.byRate`. */
  readonly name: string;
  /** Of its value. */
  readonly path: Issue['path'];
  readonly schema: SettingSchema;
  /** Whether there is no document without it. */
  readonly isRequired: boolean;
}

/** One line of text: a string or a number. */
export interface TextField extends FieldParts {
  readonly kind: 'text';
  readonly text: string;
}

/** One of a few values, or yes or no. */
export interface PickField extends FieldParts {
  readonly kind: 'pick';
  readonly text: string;
}

/** Several values of one name. */
export interface ListField extends FieldParts {
  readonly kind: 'list';
  readonly texts: readonly string[];
}

export interface GroupField extends FieldParts {
  readonly kind: 'group';
  readonly fields: readonly Field[];
  /** Null for a group that is always there. `wasSet`: when the form was shown. */
  readonly presence: { readonly isSet: boolean; readonly wasSet: boolean } | null;
}

export interface ChoiceRow {
  readonly name: string;
  readonly key: string;
  readonly text: string;
  /** The form brought the key: without a value the row says nothing. */
  readonly isOffered: boolean;
}

export interface ChoiceField extends FieldParts {
  readonly kind: 'choice';
  readonly rows: readonly ChoiceRow[];
  readonly fallback: TextField;
  readonly force: TextField;
  /** There is a table, and nothing is in it. */
  readonly isKeptEmpty: boolean;
}

export interface TableRow {
  readonly name: string;
  readonly key: string;
  readonly value: Field;
}

/** Values by a name of the merchant's own. */
export interface TableField extends FieldParts {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
}

export interface RowsField extends FieldParts {
  readonly kind: 'rows';
  readonly rows: readonly GroupField[];
}

export const constantKinds = ['text', 'number', 'true', 'false', 'list'] as const;
export type ConstantKind = (typeof constantKinds)[number];

export interface ConstantRow {
  readonly name: string;
  readonly key: string;
  readonly constant: ConstantKind;
  /** Of a list a line for each. */
  readonly text: string;
}

/** Constants of several types by name. */
export interface ConstantsField extends FieldParts {
  readonly kind: 'constants';
  readonly rows: readonly ConstantRow[];
}

export type Field =
  | TextField
  | PickField
  | ListField
  | GroupField
  | ChoiceField
  | TableField
  | RowsField
  | ConstantsField;

/** What a schema is shown as. Throws for one that no form can show: a new kind of setting wants a new kind of field. */
export function kindOf(schema: SettingSchema): Field['kind'] {
  const { type, properties, items, additionalProperties } = schema;
  if (isChoice(schema)) return 'choice';
  if (schema.enum !== undefined || type === 'boolean') return 'pick';
  if (type === 'array') return items?.properties === undefined ? 'list' : 'rows';
  if (properties !== undefined) return 'group';
  if (typeof additionalProperties === 'object')
    return additionalProperties.anyOf === undefined ? 'table' : 'constants';
  if (type === 'string' || type === 'integer' || type === 'number') return 'text';
  throw new Error(`No form can show ${JSON.stringify(schema)}.`);
}

/** Of a part of a field. */
export function below(name: string, part: string | number): string {
  return name === '' ? String(part) : `${name}.${part}`;
}
