interface Search<Row> {
  /** A key as it is searched for and compared; empty where no record can have it. Trims the key when left out. */
  readonly plain?: (key: string) => string;
  /** Keys of one call; one when left out. */
  readonly maxKeys?: number;
  /** Candidates: searches look at parts of words and at other fields. */
  readonly hits: (keys: readonly [string, ...string[]]) => AsyncIterable<Row> | Promise<readonly Row[]>;
  readonly has: (row: Row, key: string) => boolean;
}

/**
 * Finds all that has exactly one of these keys, by the key as it was asked for, in the order of the search: several
 * records may share one. Searches one after the other, so that the limit is not used up at once.
 */
export async function findAll<Row, Found>(
  keys: readonly string[],
  { plain = (key: string) => key.trim(), maxKeys = 1, hits, has }: Search<Row>,
  toFound: (row: Row) => Found,
): Promise<Map<string, Found[]>> {
  const wanted = [...new Set(keys.map(plain))].filter((key) => key !== '');
  const rows = new Map<string, Found[]>();
  for (let start = 0; start < wanted.length; start += maxKeys) {
    const asked = wanted.slice(start, start + maxKeys);
    for await (const row of await hits(asked as unknown as readonly [string, ...string[]])) {
      const key = asked.find((each) => has(row, each));
      if (key !== undefined) rows.set(key, [...(rows.get(key) ?? []), toFound(row)]);
    }
  }
  const found = new Map<string, Found[]>();
  for (const key of keys) {
    const all = rows.get(plain(key));
    if (all !== undefined) found.set(key, all);
  }
  return found;
}
