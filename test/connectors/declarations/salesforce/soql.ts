/** The name of a field; it cannot be escaped (sheet 3.3). */
export class Field {
  constructor(readonly name: string) {
    if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(name)) throw new RangeError('not the name of a field');
  }
}

type Value = string | Date | Field | readonly string[];

/** `` soql`… WHERE Id = ${id}` ``: every value as a literal of its kind, so that none says anything else. */
export function soql(literals: TemplateStringsArray, ...values: readonly Value[]): string {
  return String.raw(
    { raw: literals.map((part) => part.replace(/\s+/g, ' ')) },
    ...values.map(literal),
  ).trim();
}

function literal(value: Value): string {
  if (value instanceof Field) return value.name;
  if (value instanceof Date) return `${value.toISOString().slice(0, 19)}Z`;
  if (typeof value === 'string') return quoted(value);
  return `(${value.map(quoted).join(',')})`;
}

/** The backslash first, then the quote (sheet 3.3). */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
