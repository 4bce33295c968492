import type { z } from 'zod';
import type { Api, Query } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';
import { eachRow } from '../wire/pages.ts';
import { many, unwrapped } from './wrapped.ts';

/** Ten when left out (sheet 12). */
export const pageSize = 100;

/**
 * Every page begins some rows before the end of the one before: rows that left the list in between, as archived orders do,
 * move the others forward by as many.
 */
const overlap = 5;

export interface List<Row> {
  readonly path: Path;
  /** Of its envelope, where it has one. */
  readonly name: string;
  readonly row: z.ZodType<Row>;
  readonly query: Query;
}

export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** Null: there are no more. */
  readonly next: number | null;
}

/** There is no total: a page that is short is the last (sheet 3). */
export async function pageOf<Row>(api: Api, list: List<Row>, offset: number): Promise<ListPage<Row>> {
  const query = { ...list.query, limit: pageSize, offset };
  const rows = await api.get(list.path, unwrapped(list.name, many(list.row)), query);
  return { rows, next: rows.length < pageSize ? null : offset + rows.length - overlap };
}

/** Every row of a list; those of an overlap come twice. */
export async function* eachOf<Row>(api: Api, list: List<Row>): AsyncGenerator<Row> {
  let offset = 0;
  yield* eachRow(async () => {
    const { rows, next } = await pageOf(api, list, offset);
    offset = next ?? 0;
    return { rows, isLast: next === null };
  });
}
