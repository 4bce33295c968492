import { utcDay } from '../utc-day.ts';
import type { Sql } from './sql.ts';

export interface Count {
  readonly day: string;
  readonly flow: string;
  readonly name: string;
  readonly count: number;
}

/** What happened per day and flow: tasks by outcome, calls. */
export class CounterStore {
  /** Whose days they are: in UTC until it is told. */
  dayOf: (instant: number) => string = utcDay;

  constructor(private readonly sql: Sql) {}

  add(flow: string, name: string, count: number, now: number): void {
    this.sql.exec(
      `INSERT INTO counters (day, flow, name, count) VALUES (?, ?, ?, ?)
       ON CONFLICT (day, flow, name) DO UPDATE SET count = count + excluded.count`,
      this.dayOf(now),
      flow,
      name,
      count,
    );
  }

  /** The sum over all flows since a day. */
  total(name: string, day: string): number {
    const [row] = this.sql.exec(
      'SELECT sum(count) AS count FROM counters WHERE name = ? AND day >= ?',
      name,
      day,
    );
    return Number(row?.count ?? 0);
  }

  since(day: string): Count[] {
    return this.sql
      .exec('SELECT * FROM counters WHERE day >= ? ORDER BY day, flow, name', day)
      .map((row) => ({
        day: String(row.day),
        flow: String(row.flow),
        name: String(row.name),
        count: Number(row.count),
      }));
  }

  deleteBefore(day: string): void {
    this.sql.exec('DELETE FROM counters WHERE day < ?', day);
  }
}
