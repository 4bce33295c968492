/** How a system is asked for the records that have certain keys. */
import { emailKey } from '../../records/customer.ts';

type Keys = readonly [string, ...string[]];

interface Search<Row> {
  /** A key as it is searched for and compared; empty where no record can have it. Trims the key when left out. */
  readonly plain?: (key: string) => string;
  /** Keys of one call; one when left out. */
  readonly maxKeys?: number;
  /** Candidates: searches look at parts of words, at other fields, or pass over case and accents. */
  readonly hits: (keys: Keys) => AsyncIterable<Row> | Promise<readonly Row[]>;
  readonly has: (row: Row, key: string) => boolean;
}

/** Customers by their address, in whatever case. */
export const byEmail = {
  plain: emailKey,
  has: (row: { readonly email?: string | null | undefined }, wanted: string) =>
    emailKey(row.email ?? '') === wanted,
};

/** Finds the first record that has exactly one of these keys, by the key as it was asked for. Reads no further than it must. */
export async function findFirst<Row, Found>(
  keys: readonly string[],
  search: Search<Row>,
  toFound: (row: Row) => Found,
): Promise<Map<string, Found>> {
  const rows = await rowsWith(keys, search, 1);
  return new Map([...rows].flatMap(([key, [first]]) => (first === undefined ? [] : [[key, toFound(first)]])));
}

/** Finds all records that have exactly one of these keys, by the key as it was asked for, in the order of the search. */
export async function findAll<Row, Found>(
  keys: readonly string[],
  search: Search<Row>,
  toFound: (row: Row) => Found,
): Promise<Map<string, Found[]>> {
  const rows = await rowsWith(keys, search, Number.POSITIVE_INFINITY);
  return new Map([...rows].map(([key, found]) => [key, found.map(toFound)]));
}

/** At most `max` rows a key. Searches one after the other, so that the limit is not used up at once. */
async function rowsWith<Row>(
  keys: readonly string[],
  { plain = (key: string) => key.trim(), maxKeys = 1, hits, has }: Search<Row>,
  max: number,
): Promise<Map<string, Row[]>> {
  const wanted = [...new Set(keys.map(plain))].filter((key) => key !== '');
  const rows = new Map<string, Row[]>(wanted.map((key) => [key, []]));
  const isOpen = (key: string) => (rows.get(key)?.length ?? 0) < max;
  for (let start = 0; start < wanted.length; start += maxKeys) {
    const asked = wanted.slice(start, start + maxKeys);
    for await (const row of await hits(asked as unknown as Keys)) {
      const key = asked.find((each) => isOpen(each) && has(row, each));
      if (key !== undefined) rows.get(key)?.push(row);
      if (!asked.some(isOpen)) break;
    }
  }
  const found = keys.map((key) => [key, rows.get(plain(key)) ?? []] as const);
  return new Map(found.flatMap(([key, all]) => (all.length === 0 ? [] : [[key, all]])));
}
