import { z } from 'zod';
import { rejected } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import { text } from '../wire/fields.ts';
import { eachRow } from '../wire/pages.ts';

/** One that stays for years (sheet 1). */
export const version = 'v66.0';

const locator = /^\/services\/data\/v[\d.]+\/query\/([\w-]+)$/;

export interface Rows<Row> {
  readonly records: readonly Row[];
  readonly done: boolean;
  readonly nextRecordsUrl?: string | undefined;
}

export function rowsOf<Row>(row: z.ZodType<Row>) {
  return z.object({ records: z.array(row), done: z.boolean(), nextRecordsUrl: text });
}

/** Its first page. */
export function query<Row>(api: Pick<Api, 'get'>, q: string, row: z.ZodType<Row>): Promise<Rows<Row>> {
  return api.get(path`/services/data/${version}/query`, rowsOf(row), { q });
}

/** All of it. */
export async function readRows<Row>(api: Pick<Api, 'get'>, q: string, row: z.ZodType<Row>): Promise<Row[]> {
  return allRows(api, await query(api, q, row), row);
}

/** All rows, from a first page on. The server decides how many a page has (sheet 3.3). */
export async function allRows<Row>(
  api: Pick<Api, 'get'>,
  first: Rows<Row>,
  row: z.ZodType<Row>,
): Promise<Row[]> {
  let page = first;
  const rows: Row[] = [];
  let next: string | undefined;
  const each = eachRow(async () => {
    if (next !== undefined) page = await api.get(path`/services/data/${version}/query/${next}`, rowsOf(row));
    next = page.done ? undefined : locatorIn(page);
    return { rows: page.records, isLast: next === undefined };
  });
  for await (const found of each) rows.push(found);
  return rows;
}

/** A list of values of one question, which stands in an address: of that 16 KB at most, with all else (sheet 3.3). */
const maxValues = 200;
const maxEncoded = 8_000;

/** In pieces that fit into one. */
export function* pieces(values: readonly string[]): Generator<readonly string[]> {
  let piece: string[] = [];
  let length = 0;
  for (const value of values) {
    const added = encodeURIComponent(`'${value}',`).length + 4;
    if (piece.length > 0 && (piece.length === maxValues || length + added > maxEncoded)) {
      yield piece;
      [piece, length] = [[], 0];
    }
    piece.push(value);
    length += added;
  }
  if (piece.length > 0) yield piece;
}

/** Throws `page_unreadable`: rows that nobody can ask for are missing. */
function locatorIn({ nextRecordsUrl = '' }: Rows<unknown>): string {
  const [, found] = locator.exec(nextRecordsUrl) ?? [];
  if (found === undefined) throw rejected('page_unreadable', {});
  return found;
}
