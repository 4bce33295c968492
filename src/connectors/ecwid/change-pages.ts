import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import type { FlowName } from '../contract/connector.ts';
import type { Path } from '../contract/path.ts';
import type { ChangePage, ChangeWindow } from '../contract/source.ts';
import { type ChangedRow, changesOf } from '../wire/changes.ts';
import { amount, list } from '../wire/fields.ts';
import { readToken } from '../wire/page-token.ts';
import { toSeconds } from '../wire/timestamps.ts';

const pageSize = 100;

/** Where to go on, and how many rows the window had. */
const token = z.object({ offset: z.number().int().nonnegative(), total: z.number().int().nonnegative() });

export interface Listing {
  readonly flow: FlowName;
  readonly path: Path;
  readonly row: z.ZodType<ChangedRow>;
  /** The field mask of a row. */
  readonly fields: string;
  readonly sortBy?: string;
}

/**
 * One page of a list by time of change. There is no cursor, only an offset (sheet 2.1), and a row that is changed while
 * the window is read leaves it and moves the others forward. A total below the remembered one tells, and the window is
 * read from its start again: a record named twice is harmless, a skipped one is not. Each new start has a smaller
 * total, so there is an end to it.
 */
export async function changePage(api: Api, window: ChangeWindow, listing: Listing): Promise<ChangePage> {
  const { flow, path, row, fields, sortBy } = listing;
  const from = window.page === null ? { offset: 0, total: 0 } : readToken(window.page, token);
  const answer = await api.get(path, z.object({ total: amount, items: list(row) }), {
    updatedFrom: toSeconds(window.since),
    updatedTo: toSeconds(window.until),
    sortBy,
    limit: pageSize,
    offset: from.offset,
    responseFields: `total,count,offset,limit,items(${fields})`,
  });
  const total = Number(answer.total ?? 0);
  const end = from.offset + answer.items.length;
  return { changes: changesOf(flow, answer.items), next: nextToken(from, total, end) };
}

function nextToken(from: z.infer<typeof token>, total: number, end: number): string | null {
  if (total < from.total) return total === 0 ? null : JSON.stringify({ offset: 0, total });
  if (end === from.offset || end >= total) return null;
  return JSON.stringify({ offset: end, total });
}
