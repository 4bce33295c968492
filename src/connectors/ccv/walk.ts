/**
 * What changed, where nothing tells it: all records are walked through and compared, a part per window. What is new is looked at first in every
 * window, so that it does not wait until the walk comes round to it.
 */
import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import { type BySnapshot, bySnapshot, type ChangeWindow, type SnapshotRow } from '../contract/source.ts';
import { readToken } from '../wire/pages.ts';
import { type List, pageOf } from './lists.ts';

/** Pages of a window: two thousand records. */
const pagesPerWindow = 20;

interface Rows {
  readonly rows: readonly SnapshotRow[];
  readonly next: number | null;
}

/** A page of a list, compared. */
export type Reader = (api: Api, window: ChangeWindow, start: number) => Promise<Rows>;

/** `isPast`: of a list with the newest first, whether all that follows is older than the window. */
export function reader<Row>(
  listOf: (window: ChangeWindow) => List<Row>,
  toRow: (row: Row) => Promise<SnapshotRow>,
  isPast: (row: Row, window: ChangeWindow) => boolean = () => false,
): Reader {
  return async (api, window, start) => {
    const { rows, next } = await pageOf(api, listOf(window), start);
    const last = rows.at(-1);
    const isOver = last !== undefined && isPast(last, window);
    return { rows: await Promise.all(rows.map(toRow)), next: isOver ? null : next };
  };
}

const place = z.object({ list: z.int().nonnegative(), start: z.int().nonnegative() });
type Place = z.infer<typeof place>;

/** Where it stands, the window that it was in then, and where the walk goes on behind what is new. */
const token = place.extend({ until: z.int(), behind: place });
type Token = z.infer<typeof token>;

/** A window that begins so long ago asks for everything: what is new is part of the walk then. */
const farBackMs = 14 * 24 * 3_600_000;

/** The first list of all that follow what is new. */
const beginning: Place = { list: 1, start: 0 };

/** `recent`: what is new; undefined where that cannot be asked for. `all`: one list after the other. */
export function walkOf(
  { recent, all }: { readonly recent?: Reader; readonly all: readonly Reader[] },
  options: Pick<BySnapshot, 'reportsGone' | 'listsAll'>,
): BySnapshot {
  const lists = [recent, ...all];
  return bySnapshot({
    ...options,
    pagesPerWindow,
    async page(api, window) {
      const until = window.until.getTime();
      const isFarBack = until - window.since.getTime() > farBackMs;
      const at = placeIn(window, recent !== undefined && !isFarBack);
      const { rows, next } = (await lists[at.list]?.(api, window, at.start)) ?? { rows: [], next: null };
      const follows = next === null ? after(at, lists.length) : { list: at.list, start: next };
      const behind = at.list === 0 ? at.behind : (follows ?? at.behind);
      return { rows, next: follows === null ? null : JSON.stringify({ ...follows, until, behind }) };
    },
  });
}

/** A window begins with what is new, wherever the one before it ended. */
function placeIn({ page, until }: ChangeWindow, hasRecent: boolean): Token {
  const begins = { list: 0, start: 0, until: until.getTime() };
  if (page === null) return { ...begins, ...(hasRecent ? {} : beginning), behind: beginning };
  const told = readToken(page, token);
  return hasRecent && told.until !== until.getTime() ? { ...begins, behind: told.behind } : told;
}

function after({ list, behind }: Token, lists: number): Place | null {
  if (list === 0) return behind;
  return list + 1 < lists ? { list: list + 1, start: 0 } : null;
}
