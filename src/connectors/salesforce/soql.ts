/** The name of a field; it cannot be escaped (sheet 3.3). */
export class Field {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(name)) throw new RangeError('not the name of a field');
  }
}

/** What `LIKE` compares with: whatever begins with this text. */
export class Beginning {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | Date | Field | Beginning | readonly Field[] | readonly string[];

/** `` soql`… WHERE Id = ${id}` ``: every value as a literal of its kind, so that none says anything else. */
export function soql(literals: TemplateStringsArray, ...values: readonly Value[]): string {
  return String.raw(
    { raw: literals.map((part) => part.replace(/\s+/g, ' ')) },
    ...values.map(literal),
  ).trim();
}

/** The names of fields, or of an object, for a list of them. */
export function fields(...names: readonly string[]): Field[] {
  return names.map((name) => new Field(name));
}

function literal(value: Value): string {
  if (value instanceof Field) return value.name;
  if (value instanceof Date) return instant(value);
  if (value instanceof Beginning) return `'${escaped(value.text).replace(/[%_]/g, '\\$&')}%'`;
  if (typeof value === 'string') return quoted(value);
  return isFields(value) ? value.map(({ name }) => name).join(', ') : `(${value.map(quoted).join(',')})`;
}

function isFields(list: readonly Field[] | readonly string[]): list is readonly Field[] {
  return list[0] instanceof Field;
}

/** Stamps are in whole seconds (sheet 3.1). */
export function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

function quoted(text: string): string {
  return `'${escaped(text)}'`;
}

/** The backslash first, then the quote (sheet 3.3). */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
