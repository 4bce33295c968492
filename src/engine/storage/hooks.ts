import { dayMs } from '../utc-day.ts';
import type { Sql } from './sql.ts';

/** A delivery is remembered for longer than any system repeats one (Ecwid sheet 10.1: 24 hours). */
export const hooksLiveMs = 4 * dayMs;

/** The deliveries that were accepted, so that a repeated one is recognised. */
export class HookStore {
  constructor(private readonly sql: Sql) {}

  /** Records a delivery. Returns whether it is new. */
  take(id: string, now: number): boolean {
    return (
      this.sql.exec('INSERT OR IGNORE INTO hooks (id, at) VALUES (?, ?) RETURNING id', id, now).length > 0
    );
  }

  /** How many were recorded whose ids begin with this text and a blank; `most` at most. */
  countOf(beginning: string, most: number): number {
    const query = 'SELECT count(*) AS n FROM (SELECT 1 FROM hooks WHERE id >= ? AND id < ? LIMIT ?)';
    // What follows a blank is "!".
    return Number(this.sql.exec(query, `${beginning} `, `${beginning}!`, most)[0]?.n);
  }

  deleteBefore(time: number): void {
    this.sql.exec('DELETE FROM hooks WHERE at < ?', time);
  }
}
