import type { Row, Sql } from './sql.ts';

/** A cause of trouble that somebody is told of, or was. */
export interface AlertRow {
  /** `connection:books`, `poll:orders:shop:books`, `parked:orders:shop:books:choice_missing`, `stalled`. */
  readonly cause: string;
  readonly since: number;
  readonly toldAt: number | null;
  /** What was told, to say later that it is over. */
  readonly message: string;
}

export class AlertStore {
  constructor(private readonly sql: Sql) {}

  all(): AlertRow[] {
    return this.sql.exec('SELECT * FROM alerts ORDER BY since, cause').map(fromRow);
  }

  /** Notes that a cause is there, from now on if it was not. */
  note(cause: string, now: number): void {
    this.sql.exec("INSERT OR IGNORE INTO alerts (cause, since, message) VALUES (?, ?, '')", cause, now);
  }

  told(cause: string, message: string, now: number): void {
    this.sql.exec('UPDATE alerts SET told_at = ?, message = ? WHERE cause = ?', now, message, cause);
  }

  forget(cause: string): void {
    this.sql.exec('DELETE FROM alerts WHERE cause = ?', cause);
  }
}

function fromRow(row: Row): AlertRow {
  return {
    cause: String(row.cause),
    since: Number(row.since),
    toldAt: row.told_at === null ? null : Number(row.told_at),
    message: String(row.message),
  };
}
