type Fields = Readonly<Record<string, unknown>>;

/**
 * What two people made of one value: each field and each entry as whoever changed it has it, and as `mine` has it where both did.
 * Undefined stands for nothing.
 */
export function mergedValue(was: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(mine, was)) return theirs;
  if (isSame(theirs, was) || !isFields(mine) || !isFields(theirs)) return mine;
  const before = isFields(was) ? was : {};
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const merged = [...names].map(
    (name) => [name, mergedValue(own(before, name), own(mine, name), own(theirs, name))] as const,
  );
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The order of entries says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (!isFields(one) || !isFields(other)) return JSON.stringify(one) === JSON.stringify(other);
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(own(one, name), own(other, name)));
}
