import type { Search } from './find-exact.ts';

/**
 * Finds all that have exactly one of these keys, by the key as it was asked for, in the order in which the system lists
 * them. What nobody has is left out.
 */
export async function findEvery<Row, Found>(
  keys: readonly string[],
  { plain = (key) => key.trim(), maxKeys = 1, hits, has }: Omit<Search<Row>, 'isBest'>,
  toFound: (row: Row) => Found,
): Promise<Map<string, readonly Found[]>> {
  const wanted = [...new Set(keys.map(plain))].filter((key) => key !== '');
  const rows = new Map<string, Row[]>();
  for (let start = 0; start < wanted.length; start += maxKeys) {
    const [first, ...others] = wanted.slice(start, start + maxKeys);
    if (first === undefined) continue;
    for await (const row of await hits([first, ...others])) {
      for (const key of [first, ...others].filter((each) => has(row, each))) {
        rows.set(key, [...(rows.get(key) ?? []), row]);
      }
    }
  }
  const found = new Map<string, readonly Found[]>();
  for (const key of keys) {
    const those = rows.get(plain(key));
    if (those !== undefined) found.set(key, those.map(toFound));
  }
  return found;
}
