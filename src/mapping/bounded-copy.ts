/** Characters of a text; characters and elements of everything together; how deep it may be nested. */
const maxTextLength = 10_000;
const maxSize = 100_000;
const maxDepth = 100;

/**
 * What an expression gave, as plain data: JSONata marks its arrays with hidden properties. Undefined for null. Throws
 * `too_long` for more than a field could hold, before it is all looked at: a value that holds itself twice, again and
 * again, would take too long. Throws `no_value` for a function.
 */
export function boundedCopy(value: unknown): unknown {
  let size = 0;
  const copy = (each: unknown, depth: number): unknown => {
    size += typeof each === 'string' ? each.length : 1;
    if (size > maxSize || depth > maxDepth) throw failure('too_long');
    if (typeof each === 'string' && each.length > maxTextLength) throw failure('too_long');
    if (isFunction(each)) throw failure('no_value');
    if (typeof each !== 'object' || each === null) return each;
    if (Array.isArray(each)) return each.map((element) => copy(element, depth + 1));
    const fields = Object.entries(each).filter(([, field]) => field !== undefined);
    return Object.fromEntries(fields.map(([name, field]) => [name, copy(field, depth + 1)]));
  };
  return copy(value ?? undefined, 0);
}

/** An error as JSONata throws them: a code, and none of the record's values. */
export function failure(code: 'too_long' | 'too_many_steps' | 'no_value'): { code: string } {
  return { code };
}

/** A pattern is a function; JSONata's own functions and those that an expression defines are marked objects. */
function isFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function';
  return Object.hasOwn(value, '_jsonata_lambda') || Object.hasOwn(value, '_jsonata_function');
}
