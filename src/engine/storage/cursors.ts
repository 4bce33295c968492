import type { ProblemData } from '../../records/problem.ts';
import type { Row, Sql } from './sql.ts';
import { readProblem } from './stored-problem.ts';

/** How far the list of a source that cannot tell its changes has been read. */
export interface Round {
  /** When the last window ended. */
  readonly until: number;
  /** Where the next window begins; null for the start of the list. */
  readonly next: string | null;
  /** Pages of the window that is being read. */
  readonly read: number;
}

/** Where the polling of a flow stands. `until` and `page` are set while a window is being read. */
export interface Cursor {
  readonly since: number;
  readonly until: number | null;
  readonly page: string | null;
  readonly nextAt: number;
  readonly failures: number;
  readonly problem: ProblemData | null;
  /** Null until a list was read completely for the first time, and for sources that can tell what changed. */
  readonly round: Round | null;
  /** Whether somebody asked for what changed since then: also what was there before the flow. */
  readonly asked: boolean;
}

/** The time of a poll that does not come by itself. */
export const never = Number.MAX_SAFE_INTEGER;

/** The cursor of a flow that was never polled: what changes from now on. */
export function freshCursor(now: number): Cursor {
  return {
    since: now,
    until: null,
    page: null,
    nextAt: now,
    failures: 0,
    problem: null,
    round: null,
    asked: false,
  };
}

export class CursorStore {
  constructor(private readonly sql: Sql) {}

  get(flow: string): Cursor | null {
    const row = this.sql.exec('SELECT * FROM cursors WHERE flow = ?', flow)[0];
    return row ? fromRow(row) : null;
  }

  put(flow: string, cursor: Cursor): void {
    this.sql.exec(
      `INSERT INTO cursors (flow, since, until, page, next_at, failures, problem, round, asked)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (flow) DO UPDATE SET since = excluded.since, until = excluded.until, page = excluded.page,
         next_at = excluded.next_at, failures = excluded.failures, problem = excluded.problem,
         round = excluded.round, asked = excluded.asked`,
      flow,
      cursor.since,
      cursor.until,
      cursor.page,
      cursor.nextAt,
      cursor.failures,
      cursor.problem && JSON.stringify(cursor.problem),
      cursor.round && JSON.stringify(cursor.round),
      cursor.asked ? 1 : 0,
    );
  }

  /** The flow begins now: what was there before is not looked at unless somebody asks for it. */
  goLive(flow: string, now: number): void {
    this.put(flow, freshCursor(now));
    this.sql.exec('UPDATE cursors SET live_from = ? WHERE flow = ?', now, flow);
  }

  /** Returns when the flow went live; null for one that is not live, and for one that has no bound. */
  liveFrom(flow: string): number | null {
    const at = this.sql.exec('SELECT live_from FROM cursors WHERE flow = ?', flow)[0]?.live_from;
    return at === null || at === undefined ? null : Number(at);
  }

  /** A person asked for everything since a moment: what was placed since then is no longer too old for any trigger. */
  liveSince(flow: string, since: number): void {
    this.sql.exec('UPDATE cursors SET live_from = min(live_from, ?) WHERE flow = ?', since, flow);
  }

  flows(): string[] {
    return this.sql.exec('SELECT flow FROM cursors').map(({ flow }) => String(flow));
  }

  /** Gives a cursor to another flow, unless that has one. */
  move(from: string, to: string): void {
    this.sql.exec('UPDATE OR IGNORE cursors SET flow = ? WHERE flow = ?', to, from);
    this.forget(from);
  }

  /** The flow is taken out: put back it begins anew. */
  forget(flow: string): void {
    this.sql.exec('DELETE FROM cursors WHERE flow = ?', flow);
  }
}

function fromRow(row: Row): Cursor {
  return {
    since: Number(row.since),
    until: row.until === null ? null : Number(row.until),
    page: row.page === null ? null : String(row.page),
    nextAt: Number(row.next_at),
    failures: Number(row.failures),
    problem: row.problem === null ? null : readProblem(String(row.problem)),
    round: row.round === null ? null : (JSON.parse(String(row.round)) as Round),
    asked: row.asked === 1,
  };
}
