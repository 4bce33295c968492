/** More are told by their number. */
const maxNamed = 40;

/** The fields in which two documents differ, as dotted paths. Never a value: what a choice is made by is one, too. */
export function changedFields(before: unknown, after: unknown): string[] {
  const found = [...differences(before, after, '')];
  const more = found.length - maxNamed;
  return more > 0 ? [...found.slice(0, maxNamed), `+${more}`] : found;
}

function* differences(before: unknown, after: unknown, path: string): Generator<string> {
  if (isTable(before) && isTable(after) && !path.endsWith('.map')) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* differences(before[key], after[key], path === '' ? key : `${path}.${key}`);
    }
  } else if (JSON.stringify(before) !== JSON.stringify(after)) yield path;
}

/** Lists are tables by number here. */
function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
