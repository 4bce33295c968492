import type { ProblemData } from '../../records/problem.ts';
import type { Sql } from './sql.ts';

/**
 * Where the polling of a flow stands. `until` and `page` are set while a window is being read; `memory` is what its
 * source gave with the last whole one.
 */
export interface Cursor {
  readonly since: number;
  readonly until: number | null;
  readonly page: string | null;
  readonly nextAt: number;
  readonly failures: number;
  readonly problem: ProblemData | null;
  readonly memory: string | null;
}

export class CursorStore {
  constructor(private readonly sql: Sql) {}

  get(flow: string): Cursor | null {
    const row = this.sql.exec('SELECT * FROM cursors WHERE flow = ?', flow)[0];
    if (!row) return null;
    return {
      since: Number(row.since),
      until: row.until === null ? null : Number(row.until),
      page: row.page === null ? null : String(row.page),
      nextAt: Number(row.next_at),
      failures: Number(row.failures),
      problem: row.problem === null ? null : (JSON.parse(String(row.problem)) as ProblemData),
      memory: row.memory === null ? null : String(row.memory),
    };
  }

  put(flow: string, cursor: Cursor): void {
    this.sql.exec(
      `INSERT INTO cursors (flow, since, until, page, next_at, failures, problem, memory)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (flow) DO UPDATE SET since = excluded.since, until = excluded.until, page = excluded.page,
         next_at = excluded.next_at, failures = excluded.failures, problem = excluded.problem,
         memory = excluded.memory`,
      flow,
      cursor.since,
      cursor.until,
      cursor.page,
      cursor.nextAt,
      cursor.failures,
      cursor.problem && JSON.stringify(cursor.problem),
      cursor.memory,
    );
  }

  delete(flow: string): void {
    this.sql.exec('DELETE FROM cursors WHERE flow = ?', flow);
  }
}
