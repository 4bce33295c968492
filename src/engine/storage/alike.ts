import type { Sql } from './sql.ts';

/** The longest that anybody looks back. */
export const alikeLivesMs = 24 * 3_600_000;

/** Orders that were booked within a day, by a keyed fingerprint of buyer and total: where they pile up, something loops. */
export class AlikeStore {
  constructor(private readonly sql: Sql) {}

  note(flow: string, mark: string, key: string, now: number): void {
    this.sql.exec(
      'INSERT OR REPLACE INTO alike (flow, mark, key, at) VALUES (?, ?, ?, ?)',
      flow,
      mark,
      key,
      now,
    );
  }

  /** How many others there are since then. */
  count(flow: string, mark: string, key: string, since: number): number {
    const [row] = this.sql.exec(
      'SELECT count(*) AS count FROM alike WHERE flow = ? AND mark = ? AND key <> ? AND at >= ?',
      flow,
      mark,
      key,
      since,
    );
    return Number(row?.count ?? 0);
  }

  deleteBefore(time: number): void {
    this.sql.exec('DELETE FROM alike WHERE at < ?', time);
  }
}
