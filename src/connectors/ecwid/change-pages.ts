import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import type { FlowName } from '../contract/connector.ts';
import type { Path } from '../contract/path.ts';
import type { ChangePage, ChangeWindow } from '../contract/source.ts';
import { type ChangedRow, changesOf } from '../wire/changes.ts';
import { amount, list } from '../wire/fields.ts';
import { readToken } from '../wire/pages.ts';
import { toSeconds } from '../wire/timestamps.ts';

const pageSize = 100;

/**
 * Every page begins some rows before the end of the one before it: as many may leave the window between the two, and as
 * many more unseen because others entered it. Where many leave it is more of them, and never all that a page gave: the
 * shop may give fewer rows than it was asked for.
 */
const overlap = { min: 20, max: 80 };

/** How many rows of the window are read, how many it had then, and by how many the next page overlaps them. */
const token = z.object({
  offset: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  overlap: z.number().int().default(overlap.min),
});
type Token = z.infer<typeof token>;

export interface Listing {
  readonly flow: FlowName;
  readonly path: Path;
  readonly row: z.ZodType<ChangedRow>;
  /** The field mask of a row. */
  readonly fields: string;
  /** How near the end of a window a row has no version. */
  readonly freshMs: number;
  readonly sortBy?: string;
}

/**
 * One page of a list by time of change. There is no cursor, only an offset (sheet 2.1), and a row that is changed while
 * the window is read leaves it and moves the others forward: by no more than the total has lost. What the overlap does
 * not cover of that is read again, from as far back as rows can have moved, so that none is skipped. Rows that stay keep
 * their order among each other, whatever it is, because whatever changes a row takes it out of the window.
 *
 * There is an end to it: a page goes on by a fifth of its rows at least, unless more have left than it overlaps, and those
 * do not come back.
 */
export async function changePage(api: Api, window: ChangeWindow, listing: Listing): Promise<ChangePage> {
  const { flow, path, row, fields, sortBy } = listing;
  const from = window.page === null ? { offset: 0, total: 0, overlap: 0 } : readToken(window.page, token);
  const offset = Math.max(0, from.offset - from.overlap);
  const answer = await api.get(path, z.object({ total: amount, items: list(row) }), {
    updatedFrom: toSeconds(window.since),
    updatedTo: toSeconds(window.until),
    sortBy,
    limit: pageSize,
    offset,
    responseFields: `total,count,offset,limit,items(${fields})`,
  });
  const next = following(from, { offset, count: answer.items.length, total: Number(answer.total ?? 0) });
  return {
    changes: changesOf(flow, answer.items, window, listing.freshMs),
    next: next && JSON.stringify(next),
  };
}

interface Answer {
  readonly offset: number;
  readonly count: number;
  readonly total: number;
}

/** Returns where to go on; null at the end of the window. */
function following(from: Token, { offset, count, total }: Answer): Token | null {
  const left = Math.max(0, from.total - total);
  const wanted = Math.min(overlap.max, overlap.min + left);
  const read = Math.max(0, from.offset - left);
  if (read < offset) return { offset: read, total, overlap: wanted };
  const end = offset + count;
  if (count === 0 || end >= total) return null;
  return { offset: end, total, overlap: Math.min(wanted, count - Math.ceil(count / 5)) };
}
