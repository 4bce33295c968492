/**
 * What changed: lists in the order of `SystemModstamp` and id, as many rows share a second (sheet 7.1), one after the other, and at the end
 * what was deleted (sheet 3.8). The engine reads what it has read over again, since rows may be seen later than they are stamped.
 */
import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import type { FlowName } from '../contract/connector.ts';
import { path } from '../contract/path.ts';
import { type ByTime, byTime, type ChangeWindow } from '../contract/source.ts';
import { type ChangedRow, changesOf, freshMs } from '../wire/changes.ts';
import { list, needed, text } from '../wire/fields.ts';
import { readToken } from '../wire/pages.ts';
import { utcTimestamp } from '../wire/timestamps.ts';
import { rowsOf, version } from './queries.ts';
import { Field, fields, instant, soql } from './soql.ts';

const pageSize = 500;
const minuteMs = 60_000;

/** What was deleted is told for so long (sheet 3.8), less a day. */
const deletedMs = 14 * 24 * 3_600_000;

export type Row = Readonly<Record<string, unknown>> & { readonly Id: string; readonly SystemModstamp: Date };

/** Rows of one object that show a change. */
export interface Stamped {
  readonly object: string;
  /** Whose record it is, and when that changed. Nothing of a person. */
  readonly fields?: readonly string[];
  /** What else of the row shows a change within a second, such as a status: without it a time alone does. Nothing of a person. */
  readonly state?: readonly string[];
  /** Rows that were deleted too: what they belong to has changed. */
  readonly withDeleted?: true;
  /** The records that are to be looked at, each once, where they are not the rows themselves. */
  readonly subjects?: (api: Api, rows: readonly Row[]) => Promise<readonly ChangedRow[]>;
}

interface Changing {
  readonly flow: FlowName;
  readonly lists: (api: Api) => readonly Stamped[];
  /** Objects whose deleted records are told by their ids. */
  readonly deleted: (api: Api) => readonly string[];
}

const token = z.object({
  list: z.int().nonnegative(),
  behind: z.object({ at: z.number(), id: z.string() }).nullable(),
});
type Token = z.infer<typeof token>;

const row = z.looseObject({ Id: needed(text), SystemModstamp: needed(utcTimestamp) });

const deletedWire = z.object({ deletedRecords: list(z.object({ id: needed(text) })) });

export function changing({ flow, lists, deleted: deletedOf }: Changing): ByTime {
  return byTime(async (api, window) => {
    const [all, deleted] = [lists(api), deletedOf(api)];
    const at: Token = window.page === null ? { list: 0, behind: null } : readToken(window.page, token);
    const stamped = all[at.list];
    if (stamped === undefined) {
      const gone = await goneIn(api, deleted[at.list - all.length] ?? '', window);
      return {
        changes: gone.map((key) => ({ flow, key })),
        next: tokenAfter(at, all.length + deleted.length),
      };
    }
    const { records, isLast } = await page(api, stamped, at, window);
    const rows = (await stamped.subjects?.(api, records)) ?? records.map(rowOf);
    const changes = changesOf(flow, rows, window, stamped.state ? freshMs.withState : freshMs.timeAlone);
    const last = records.at(-1);
    const goesOn = isLast || last === undefined ? null : { at: last.SystemModstamp.getTime(), id: last.Id };
    return {
      changes,
      next:
        goesOn === null
          ? tokenAfter(at, all.length + deleted.length)
          : JSON.stringify({ ...at, behind: goesOn }),
    };
  });
}

/** One row for each record that `of` names, told by all the rows that belong to it. */
export function subjectsBy(rows: readonly Row[], of: string): ChangedRow[] {
  const groups = Map.groupBy(rows, (each) => each[of]);
  return [...groups].flatMap(([id, group]) => {
    const last = group.at(-1);
    if (typeof id !== 'string' || last === undefined) return [];
    const version = JSON.stringify(group.map((each) => rowOf(each).version));
    return [{ id, changedAt: last.SystemModstamp, version }];
  });
}

function tokenAfter({ list }: Token, lists: number): string | null {
  return list + 1 < lists ? JSON.stringify({ list: list + 1, behind: null }) : null;
}

export function rowOf({ Id: id, SystemModstamp: changedAt, attributes: _, ...state }: Row): ChangedRow {
  return { id, changedAt, version: JSON.stringify([changedAt, state]) };
}

async function page(
  api: Api,
  { object, fields: names = [], state = [], withDeleted }: Stamped,
  at: Token,
  window: ChangeWindow,
) {
  const { behind } = at;
  const asked = fields('Id', 'SystemModstamp', ...names, ...state);
  const rest = soql`AND SystemModstamp <= ${window.until} ORDER BY SystemModstamp ASC, Id ASC LIMIT 500`;
  // An id that is none is refused.
  const q =
    behind === null
      ? soql`SELECT ${asked} FROM ${new Field(object)} WHERE SystemModstamp >= ${window.since}`
      : soql`SELECT ${asked} FROM ${new Field(object)}
          WHERE (SystemModstamp > ${new Date(behind.at)} OR (SystemModstamp = ${new Date(behind.at)} AND Id > ${behind.id}))`;
  const all = withDeleted ? path`/services/data/${version}/queryAll` : path`/services/data/${version}/query`;
  const { records, done } = await api.get(all, rowsOf(row), { q: `${q} ${rest}` });
  return { records, isLast: done && records.length < pageSize };
}

/** Times are cut to the minute there, and what is asked for must be longer than that. Of before the org was made nothing may be asked. */
async function goneIn(api: Api, object: string, { since, until }: ChangeWindow): Promise<string[]> {
  const now = api.now().getTime();
  const end = Math.floor(Math.min(until.getTime(), now) / minuteMs) * minuteMs;
  const { madeAt } = api.account.traits;
  const made = madeAt === undefined ? 0 : Math.ceil(Date.parse(madeAt) / minuteMs) * minuteMs;
  const oldest = Math.max(now - deletedMs, made);
  const start = Math.min(Math.max(since.getTime(), oldest), end - minuteMs);
  if (start < oldest) return [];
  const query = { start: instant(new Date(start)), end: instant(new Date(end)) };
  const found = await api.get(
    path`/services/data/${version}/sobjects/${object}/deleted/`,
    deletedWire,
    query,
  );
  return found.deletedRecords.map(({ id }) => id);
}
