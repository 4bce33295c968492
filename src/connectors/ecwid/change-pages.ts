import { z } from 'zod';
import { rejected } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import type { Change, ChangePage, ChangeWindow } from '../contract/source.ts';
import { amount, list } from '../wire/fields.ts';
import { toSeconds } from '../wire/timestamps.ts';

const pageSize = 100;

/** Where to go on, and how many rows the window had. */
const token = z.object({ offset: z.number().int().nonnegative(), total: z.number().int().nonnegative() });

export interface Listing<Row> {
  readonly path: string;
  readonly row: z.ZodType<Row>;
  /** The field mask of a row. */
  readonly fields: string;
  readonly sortBy?: string;
  readonly toChange: (row: Row) => Change;
}

/**
 * One page of a list by time of change. There is no cursor, only an offset (sheet 2.1), and a row that is changed while
 * the window is read leaves it and moves the others forward. A total below the remembered one tells, and the window is
 * read from its start again: a record named twice is harmless, a skipped one is not. Each new start has a smaller
 * total, so there is an end to it.
 */
export async function changePage<Row>(
  api: Api,
  window: ChangeWindow,
  listing: Listing<Row>,
): Promise<ChangePage> {
  const from = window.page === null ? { offset: 0, total: 0 } : readToken(window.page);
  const answer = await api.get(listing.path, envelope(listing.row), {
    updatedFrom: toSeconds(window.since),
    updatedTo: toSeconds(window.until),
    ...(listing.sortBy === undefined ? {} : { sortBy: listing.sortBy }),
    limit: pageSize,
    offset: from.offset,
    responseFields: `total,count,offset,limit,items(${listing.fields})`,
  });
  const total = Number(answer.total ?? 0);
  const end = from.offset + answer.items.length;
  return { changes: answer.items.map(listing.toChange), next: nextToken(from, total, end) };
}

function nextToken(from: z.infer<typeof token>, total: number, end: number): string | null {
  if (total < from.total) return total === 0 ? null : JSON.stringify({ offset: 0, total });
  if (end === from.offset || end >= total) return null;
  return JSON.stringify({ offset: end, total });
}

function envelope<Row>(row: z.ZodType<Row>) {
  return z.object({ total: amount, items: list(row) });
}

function readToken(page: string): z.infer<typeof token> {
  try {
    return token.parse(JSON.parse(page));
  } catch {
    throw rejected('page_unreadable', {});
  }
}
