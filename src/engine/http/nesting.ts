/**
 * Whether a parsed JSON is nested no deeper than this. `JSON.parse` takes any depth, but what copies a value or writes it
 * out has a stack to run out of.
 */
export function isNestedWithin(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  return levels > 0 && Object.values(value).every((each) => isNestedWithin(each, levels - 1));
}
