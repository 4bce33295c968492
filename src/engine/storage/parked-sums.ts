import type Big from 'big.js';
import { big, normalise } from '../../records/money.ts';
import type { Sql } from './sql.ts';

/** Orders in one currency. */
export interface ParkedSum {
  /** ISO 4217. */
  readonly currency: string;
  /** With VAT, as the source says; a decimal. */
  readonly gross: string;
  readonly count: number;
}

/** Tasks of a part have ids that follow each other; the triggers divide by the same number (cause-tables.ts). */
const partSize = 256;

/**
 * What the orders come to that are parked for one cause. A part of it is added up when somebody asks, exactly, and kept until a task of
 * that part is parked or put back to work: a trigger marks it then. So a look reads a row for each part, however many are parked.
 */
export class ParkedSums {
  constructor(private readonly sql: Sql) {}

  /** The most orders first. Those that were never read, or by an earlier version, are in none. */
  of(flow: string, cause: string): ParkedSum[] {
    const parts = this.sql.exec(
      'SELECT part, sums FROM parked_sums WHERE flow = ? AND cause = ? ORDER BY part',
      flow,
      cause,
    );
    const sums = parts.flatMap(({ part, sums: kept }) =>
      typeof kept === 'string' ? (JSON.parse(kept) as ParkedSum[]) : this.#added(flow, cause, Number(part)),
    );
    return added(sums).sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1));
  }

  #added(flow: string, cause: string, part: number): ParkedSum[] {
    // By id: the index by cause would read all that are parked for it.
    const rows = this.sql.exec(
      `SELECT register.currency, register.gross
       FROM tasks NOT INDEXED LEFT JOIN register ON register.flow = tasks.flow AND register.key = tasks.key
       WHERE tasks.id >= ? AND tasks.id < ? AND tasks.state = 'parked' AND tasks.flow = ? AND tasks.cause = ?`,
      ...[part * partSize, (part + 1) * partSize, flow, cause],
    );
    const sums = added(
      rows.flatMap(({ currency, gross }) =>
        currency == null || gross == null
          ? []
          : [{ currency: String(currency), gross: String(gross), count: 1 }],
      ),
    );
    const place = 'flow = ? AND cause = ? AND part = ?';
    if (rows.length === 0) this.sql.exec(`DELETE FROM parked_sums WHERE ${place}`, ...[flow, cause, part]);
    else
      this.sql.exec(
        `UPDATE parked_sums SET sums = ? WHERE ${place}`,
        ...[JSON.stringify(sums), flow, cause, part],
      );
    return sums;
  }

  /** Parts of causes for which nothing is parked any more, and that nobody has looked at since. */
  deleteEnded(): void {
    this.sql.exec(
      `DELETE FROM parked_sums WHERE (flow, cause) NOT IN (SELECT flow, cause FROM parked_causes)`,
    );
  }
}

function added(sums: readonly ParkedSum[]): ParkedSum[] {
  return [...Map.groupBy(sums, ({ currency }) => currency)].map(([currency, each]) => ({
    currency,
    gross: normalise(each.reduce((sum: Big, { gross }) => sum.plus(gross), big('0'))),
    count: each.reduce((all, { count }) => all + count, 0),
  }));
}
