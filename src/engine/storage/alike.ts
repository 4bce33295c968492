import type { Sql } from './sql.ts';

/** How long one is known; as long as anybody looks back. */
export const alikeLivesMs = 24 * 3_600_000;

export interface MarkedRecord {
  readonly flow: string;
  readonly mark: string;
  readonly key: string;
}

/** Orders that were booked within a day, by a keyed fingerprint of buyer and total: where they pile up, something loops. */
export class AlikeStore {
  constructor(private readonly sql: Sql) {}

  note({ flow, mark, key }: MarkedRecord, placedAt: number, now: number): void {
    this.sql.exec(
      'INSERT OR REPLACE INTO alike (flow, mark, key, placed_at, at) VALUES (?, ?, ?, ?, ?)',
      flow,
      mark,
      key,
      placedAt,
      now,
    );
  }

  /** How many others there are that were placed from then until then. */
  count({ flow, mark, key }: MarkedRecord, from: number, until: number): number {
    const [row] = this.sql.exec(
      'SELECT count(*) AS count FROM alike WHERE flow = ? AND mark = ? AND key <> ? AND placed_at BETWEEN ? AND ?',
      flow,
      mark,
      key,
      from,
      until,
    );
    return Number(row?.count ?? 0);
  }

  /** Those that were booked before then. */
  deleteBefore(time: number): void {
    this.sql.exec('DELETE FROM alike WHERE at < ?', time);
  }
}
