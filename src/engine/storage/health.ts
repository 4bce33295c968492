import { MetaStore } from './meta.ts';
import type { Row, Sql } from './sql.ts';

/** `attention`: records or levels wait for a person; the rest goes on. `interrupted`: a flow, or all of them, cannot go on. */
export const troubles = ['attention', 'interrupted'] as const;
export type Trouble = (typeof troubles)[number];

/** A day (UTC) that was not in order: the worst of it, and how long there was any trouble. */
export interface TroubledDay {
  readonly day: string;
  readonly state: Trouble;
  readonly ms: number;
}

/** Since when it has been going as it goes now; `state` is null while all is in order. */
export interface Stretch {
  /** The first day that is known of. */
  readonly first: string;
  readonly since: number;
  readonly state: Trouble | null;
}

const currentKey = 'health';

/** How the integration was, day by day. A day that has no row was in order. */
export class HealthStore {
  readonly #meta: MetaStore;

  constructor(private readonly sql: Sql) {
    this.#meta = new MetaStore(sql);
  }

  /** Null where it was never looked at. */
  current(): Stretch | null {
    const text = this.#meta.get(currentKey);
    return text === null ? null : (JSON.parse(text) as Stretch);
  }

  begin(stretch: Stretch): void {
    this.#meta.set(currentKey, JSON.stringify(stretch));
  }

  /** Adds what a day had of a trouble. */
  add({ day, state, ms }: TroubledDay): void {
    const known = this.sql.exec('SELECT * FROM troubled_days WHERE day = ?', day).map(fromRow)[0];
    const worst = known?.state === 'interrupted' ? known.state : state;
    this.sql.exec(
      'INSERT OR REPLACE INTO troubled_days (day, state, ms) VALUES (?, ?, ?)',
      day,
      worst,
      ms + (known?.ms ?? 0),
    );
  }

  /** Oldest first. */
  since(day: string): TroubledDay[] {
    return this.sql.exec('SELECT * FROM troubled_days WHERE day >= ? ORDER BY day', day).map(fromRow);
  }

  deleteBefore(day: string): void {
    this.sql.exec('DELETE FROM troubled_days WHERE day < ?', day);
  }
}

function fromRow(row: Row): TroubledDay {
  return { day: String(row.day), state: row.state as Trouble, ms: Number(row.ms) };
}
