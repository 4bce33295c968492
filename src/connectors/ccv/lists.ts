import { z } from 'zod';
import type { Api, Query } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';
import { text } from '../wire/fields.ts';
import { isObject } from '../wire/objects.ts';
import { eachRow } from '../wire/pages.ts';
import { get } from './calls.ts';

/** How many the server gives at most is unknown (sheet 3.2). */
const pageSize = 100;

/** Every page begins some rows before the end of the one before: what was deleted in between moves the others forward. */
const overlap = 5;

export interface List<Row> {
  readonly path: Path;
  readonly row: z.ZodType<Row>;
  readonly query?: Query;
  /** It has no pages, and takes no word on them (sheet 3.2). */
  readonly isWhole?: true;
}

export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** Where the next one begins; null: there are no more. */
  readonly next: number | null;
}

/** One page of a collection, by where it starts. */
export async function pageOf<Row>(
  api: Api,
  { path, row, query, isWhole }: List<Row>,
  start: number,
): Promise<ListPage<Row>> {
  const place = isWhole ? {} : { start, size: pageSize };
  const { items, next } = await get(api, path, collectionOf(row), { ...query, ...place });
  const follows = next === undefined ? null : (startOf(next) ?? start + items.length);
  // A link to the same page would be followed for ever.
  if (follows === null || follows <= start || items.length === 0) return { rows: items, next: null };
  return { rows: items, next: items.length > overlap ? follows - overlap : follows };
}

/** At times one record stands in the place of its collection (sheet 3.2). */
function collectionOf<Row>(row: z.ZodType<Row>) {
  const collection = z.object({ items: z.array(row), next: text });
  return z.preprocess(
    (value) => (isObject(value) && !('items' in value) && 'id' in value ? { items: [value] } : value),
    collection,
  );
}

/** The link's own figure, for the link may name any host. Null where it does not tell. */
function startOf(link: string): number | null {
  const start = URL.canParse(link) ? new URL(link).searchParams.get('start') : null;
  return start !== null && /^\d+$/.test(start) ? Number(start) : null;
}

/** Every row of a list; what has an id comes once, as pages overlap. */
export async function* eachOf<Row extends { readonly id?: string | undefined }>(
  api: Api,
  list: List<Row>,
): AsyncGenerator<Row> {
  const seen = new Set<string>();
  let start = 0;
  const rows = eachRow(async () => {
    const { rows, next } = await pageOf(api, list, start);
    start = next ?? 0;
    return { rows, isLast: next === null };
  });
  for await (const row of rows) if (row.id === undefined || seen.size < seen.add(row.id).size) yield row;
}

export async function allOf<Row extends { readonly id?: string | undefined }>(
  api: Api,
  list: List<Row>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of eachOf(api, list)) rows.push(row);
  return rows;
}
