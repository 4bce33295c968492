import type { Row, Sql } from './sql.ts';

/** A cause of trouble that a channel is told of, or was. */
export interface AlertRow {
  /** `connection:books`, `poll:orders:shop:books`, `parked:orders:shop:books:choice_missing`, `stalled`. */
  readonly cause: string;
  readonly since: number;
  readonly toldAt: number | null;
  /** What was told, to say later that it is over. */
  readonly code: string;
  readonly message: string;
}

/** A channel that fails is left alone until `notBefore`. */
interface Pause {
  readonly failures: number;
  readonly notBefore: number;
}

const none: Pause = { failures: 0, notBefore: 0 };

/** What every channel was told, and when it may be tried again. */
export class AlertStore {
  /** Asked for at every wake-up. It counts from when it is set, also where storing it fails. */
  readonly #pauses = new Map<string, Pause>();

  constructor(private readonly sql: Sql) {}

  of(channel: string): AlertRow[] {
    return this.sql
      .exec('SELECT * FROM alerts WHERE channel = ? ORDER BY since, cause', channel)
      .map(fromRow);
  }

  /** Notes that a cause is there, from now on if it was not. */
  note(channel: string, cause: string, now: number): void {
    this.sql.exec(
      "INSERT OR IGNORE INTO alerts (channel, cause, since, code, message) VALUES (?, ?, ?, '', '')",
      channel,
      cause,
      now,
    );
  }

  told(channel: string, cause: string, shown: { code: string; message: string }, now: number): void {
    this.sql.exec(
      'UPDATE alerts SET told_at = ?, code = ?, message = ? WHERE channel = ? AND cause = ?',
      now,
      shown.code,
      shown.message,
      channel,
      cause,
    );
  }

  forget(channel: string, cause: string): void {
    this.sql.exec('DELETE FROM alerts WHERE channel = ? AND cause = ?', channel, cause);
  }

  /** Channels that are configured no more: if they come back, they are told anew. */
  forgetOthers(channels: readonly string[]): void {
    const places = channels.map(() => '?').join(', ');
    this.sql.exec(`DELETE FROM alerts WHERE channel NOT IN (${places})`, ...channels);
  }

  pauseOf(channel: string): Pause {
    const known = this.#pauses.get(channel);
    if (known) return known;
    const value = this.sql.exec('SELECT value FROM meta WHERE name = ?', `alerts:${channel}`)[0]?.value;
    const pause = value ? (JSON.parse(String(value)) as Pause) : none;
    this.#pauses.set(channel, pause);
    return pause;
  }

  pause(channel: string, pause: Pause): void {
    this.#pauses.set(channel, pause);
    this.sql.exec(
      'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      `alerts:${channel}`,
      JSON.stringify(pause),
    );
  }
}

function fromRow(row: Row): AlertRow {
  return {
    cause: String(row.cause),
    since: Number(row.since),
    toldAt: row.told_at === null ? null : Number(row.told_at),
    code: String(row.code),
    message: String(row.message),
  };
}
