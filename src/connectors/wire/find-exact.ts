import { emailKey } from '../../records/customer.ts';

type Keys = readonly [string, ...string[]];

/** How a system is asked for the records that have certain keys. */
interface Search<Row> {
  /** A key as it is searched for and compared; empty where no record can have it. Trims the key when left out. */
  readonly plain?: (key: string) => string;
  /** Keys of one call; one when left out. */
  readonly maxKeys?: number;
  /** Candidates: searches look at parts of words, at other fields, or pass over case and accents. */
  readonly hits: (keys: Keys) => AsyncIterable<Row> | Promise<readonly Row[]>;
  readonly has: (row: Row, key: string) => boolean;
  /** Goes before others with the same key, of which the first is taken. All are equal when left out. */
  readonly isBest?: (row: Row) => boolean;
}

/** Customers by their address, in whatever case. */
export const byEmail = {
  plain: emailKey,
  has: (row: { readonly email?: string | null | undefined }, wanted: string) =>
    emailKey(row.email ?? '') === wanted,
};

/**
 * Finds what has exactly one of these keys, by the key as it was asked for. Searches one after the other, so that the
 * limit is not used up at once.
 */
export async function findExact<Row, Found>(
  keys: readonly string[],
  search: Search<Row>,
  toFound: (row: Row) => Found,
): Promise<Map<string, Found>> {
  const { plain = (key: string) => key.trim(), maxKeys = 1 } = search;
  const wanted = [...new Set(keys.map(plain))].filter((key) => key !== '');
  const rows = new Map<string, Row>();
  for (let start = 0; start < wanted.length; start += maxKeys) {
    await collect(wanted.slice(start, start + maxKeys), search, rows);
  }
  const found = new Map<string, Found>();
  for (const key of keys) {
    const row = rows.get(plain(key));
    if (row !== undefined) found.set(key, toFound(row));
  }
  return found;
}

async function collect<Row>(keys: readonly string[], search: Search<Row>, found: Map<string, Row>) {
  const open = new Set(keys);
  for await (const row of await search.hits(keys as Keys)) {
    const isBest = search.isBest?.(row) ?? true;
    for (const key of open) {
      if (!search.has(row, key)) continue;
      if (isBest || !found.has(key)) found.set(key, row);
      if (isBest) open.delete(key);
    }
    if (open.size === 0) return;
  }
}
