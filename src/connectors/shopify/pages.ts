import { z } from 'zod';
import { rejected } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import type { FlowName } from '../contract/connector.ts';
import type { ChangePage, ChangeWindow } from '../contract/source.ts';
import { changesOf, freshMs } from '../wire/changes.ts';
import { eachRow, readToken } from '../wire/pages.ts';
import { utcInstant } from '../wire/timestamps.ts';
import { type Operation, query } from './graphql.ts';
import { pageInfo } from './wire.ts';

/** One page of a connection. */
export interface Connected<Row> {
  readonly pageInfo: z.infer<typeof pageInfo>;
  readonly nodes: readonly Row[];
}

/** Every row of a connection; null where what it belongs to is gone. `first` is a page that came with its record. */
export async function* connected<Row>(
  read: (after: string | null) => Promise<Connected<Row> | null>,
  first?: Connected<Row>,
): AsyncGenerator<Row> {
  let after: string | null = null;
  yield* eachRow(async (number) => {
    const page = number === 1 && first !== undefined ? first : await read(after);
    after = page?.pageInfo.endCursor ?? null;
    return { rows: page?.nodes ?? [], isLast: page?.pageInfo.hasNextPage !== true || after === null };
  });
}

export interface ChangedNode {
  readonly id: string;
  readonly updatedAt: string;
  /** What else shows a change within one second. */
  readonly state?: string;
}

export interface ChangedList {
  readonly flow: FlowName;
  readonly operation: Operation<{ readonly list: Connected<ChangedNode> }>;
}

/**
 * One page of what changed, in the order of change: a row that changes meanwhile moves to the end and comes once more, so none
 * is lost (sheet 5.1).
 */
export async function changePage(
  api: Api,
  window: ChangeWindow,
  { flow, operation }: ChangedList,
): Promise<ChangePage> {
  const filter = [`updated_at:>='${moment(window.since)}'`, `updated_at:<='${moment(window.until)}'`].join(
    ' AND ',
  );
  const after = window.page === null ? null : readToken(window.page, z.string());
  const { pageInfo, nodes } = (await query(api, operation, { filter, after })).list;
  const rows = nodes.map(({ id, updatedAt, state }) => ({
    id,
    changedAt: utcInstant(updatedAt),
    version: state === undefined ? updatedAt : `${updatedAt}|${state}`,
  }));
  const fresh = nodes.some(({ state }) => state === undefined) ? freshMs.timeAlone : freshMs.withState;
  return {
    changes: changesOf(flow, rows, window, fresh),
    next: pageInfo.hasNextPage ? JSON.stringify(pageInfo.endCursor) : null,
  };
}

/** Whole seconds (sheet 1), and never less than was asked for. */
function moment(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** A text as a value of a search: in quotes, in which a quote or a backslash is escaped (sheet 5.1). */
export function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** The nodes of a connection, by what each is. */
export function connection<Row>(node: z.ZodType<Row>) {
  return z.object({ pageInfo, nodes: z.array(node) });
}

/** Lists that are read with one call: throws `too_many_records` where one goes on behind it. */
export function requireWhole(...lists: readonly Connected<unknown>[]): void {
  if (lists.some(({ pageInfo }) => pageInfo.hasNextPage)) throw tooLong();
}

/** For a list that does not tell whether it goes on. */
export function requireBelow(most: number, list: readonly unknown[]): void {
  if (list.length >= most) throw tooLong();
}

function tooLong() {
  return rejected('too_many_records', { system: 'Shopify', status: 200 });
}

export async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
