import type { Sql } from './sql.ts';

/** Deliveries that were taken, so that a repeated one is known. */
export class HookStore {
  constructor(private readonly sql: Sql) {}

  /** Whether this delivery is new; from now on it is not. */
  take(id: string, now: number): boolean {
    return (
      this.sql.exec('INSERT OR IGNORE INTO hooks (id, at) VALUES (?, ?) RETURNING id', id, now).length > 0
    );
  }

  deleteBefore(time: number): void {
    this.sql.exec('DELETE FROM hooks WHERE at < ?', time);
  }
}
