import type { SettingSchema } from '../setting-schema.ts';
import type {
  ChoiceField,
  ConstantRow,
  ConstantsField,
  Field,
  GroupField,
  RowsField,
  TableField,
} from './field.ts';
import { fitted, isBlank, typedText } from './typed-text.ts';

/** What of a form cannot be made a value; everything else the schema tells. */
export interface Fault {
  /** Of the control. */
  readonly name: string;
  readonly kind: 'missing' | 'twice';
}

export interface ReadForm {
  /** What is empty is left out, so that it is as by default. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

/** The value that a form stands for. */
export function formValue(field: Field): ReadForm {
  const faults: Fault[] = [];
  const value = read(field, faults);
  return { value, faults };
}

function read(field: Field, faults: Fault[]): unknown {
  switch (field.kind) {
    case 'text':
      if (!isBlank(field.text)) return scalarOf(field.schema, field.text);
      if (field.isRequired) faults.push({ name: field.name, kind: 'missing' });
      return undefined;
    case 'pick':
      if (isBlank(field.text)) return undefined;
      return field.schema.type === 'boolean' ? (booleans.get(field.text) ?? field.text) : field.text;
    case 'list': {
      const { items = {} } = field.schema;
      const texts = field.texts.filter((each) => !isBlank(each)).map((each) => scalarOf(items, each));
      return texts.length === 0 ? undefined : texts;
    }
    case 'group':
      return readGroup(field, faults);
    case 'choice':
      return readChoice(field, faults);
    case 'table':
      return readTable(field, faults);
    case 'rows':
      return readRows(field, faults);
    case 'constants':
      return readConstants(field, faults);
  }
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** What is no number where one is wanted stays a text, for the schema to refuse. */
function scalarOf({ type, pattern }: SettingSchema, typed: string): unknown {
  const text = typedText(typed);
  if (type === 'integer' || type === 'number') return numberOf(text);
  return fitted(text, pattern);
}

function numberOf(text: string): unknown {
  const plain = text.replace(',', '.');
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : text;
}

function readGroup({ fields, presence, schema }: GroupField, faults: Fault[]): unknown {
  const own: Fault[] = [];
  const entries = fields.flatMap((field) => {
    const value = read(field, own);
    return value === undefined ? [] : [[String(field.path.at(-1)), value] as const];
  });
  const isEmpty = entries.length === 0;
  // One that was just filled in is meant, whether or not it was also switched on.
  const isThere = presence === null || presence.isSet || (!presence.wasSet && !isEmpty);
  if (!isThere || (presence === null && isEmpty && schema.default !== undefined)) return undefined;
  faults.push(...own);
  return Object.fromEntries(entries);
}

function readChoice(
  { rows, fallback, force, isKeptEmpty, isRequired }: ChoiceField,
  faults: Fault[],
): unknown {
  const filled = rows.filter(({ key, text, isOffered }) => !isBlank(text) || !(isOffered || isBlank(key)));
  const map = named(filled, faults, ({ name, text }) => {
    if (isBlank(text)) faults.push({ name: `${name}.value`, kind: 'missing' });
    return typedText(text);
  });
  const choice = {
    ...(map === undefined ? {} : { map }),
    ...(isBlank(fallback.text) ? {} : { default: typedText(fallback.text) }),
    ...(isBlank(force.text) ? {} : { force: typedText(force.text) }),
  };
  return Object.keys(choice).length > 0 || isRequired || isKeptEmpty ? choice : undefined;
}

function readTable({ rows, schema }: TableField, faults: Fault[]): unknown {
  const filled = rows.filter(({ key, value }) => !isBlank(key) || !isUntouched(value));
  return named(filled, faults, ({ value }) => read(value, faults), schema.propertyNames?.pattern);
}

function readRows({ rows }: RowsField, faults: Fault[]): unknown {
  const filled = rows.filter((row) => !isUntouched(row)).map((row) => read(row, faults));
  return filled.length === 0 ? undefined : filled;
}

function readConstants({ rows }: ConstantsField, faults: Fault[]): unknown {
  const isFilled = ({ key, text, constant }: ConstantRow) =>
    !isBlank(key) || !isBlank(text) || constant === 'true' || constant === 'false';
  return named(rows.filter(isFilled), faults, (row) => readConstant(row, faults));
}

function readConstant({ name, constant, text }: ConstantRow, faults: Fault[]): unknown {
  if (constant === 'true' || constant === 'false') return constant === 'true';
  // Browsers send line breaks as CR LF.
  const plain = text.replaceAll('\r\n', '\n');
  if (constant === 'list')
    return plain
      .split('\n')
      .filter((line) => !isBlank(line))
      .map(typedText);
  if (isBlank(plain)) faults.push({ name: `${name}.value`, kind: 'missing' });
  const only = typedText(plain);
  return constant === 'number' ? numberOf(only) : only;
}

/** Values by the names of their rows; undefined where there are none. A row without a name, or with that of another, is a fault. */
function named<Row extends { readonly name: string; readonly key: string }>(
  rows: readonly Row[],
  faults: Fault[],
  valueIn: (row: Row) => unknown,
  pattern?: string,
): Record<string, unknown> | undefined {
  const values = new Map<string, unknown>();
  for (const row of rows) {
    const key = fitted(typedText(row.key), pattern);
    if (isBlank(row.key)) faults.push({ name: `${row.name}.key`, kind: 'missing' });
    else if (values.has(key)) faults.push({ name: `${row.name}.key`, kind: 'twice' });
    values.set(key, valueIn(row));
  }
  return values.size === 0 ? undefined : Object.fromEntries(values);
}

/** Whether nothing was filled in, whatever would have to be. */
function isUntouched(field: Field): boolean {
  const value = read(field, []);
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}
