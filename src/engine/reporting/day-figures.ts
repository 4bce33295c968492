import type Big from 'big.js';
import { big, normalise } from '../../records/money.ts';
import type { Sql } from '../storage/sql.ts';
import type { Stores } from '../storage/stores.ts';

/** What became of orders in a stretch of time, each counted once; and what waits for a person now. */
export interface DayFigures {
  readonly booked: number;
  /** What the documents came to that were made of them, by currency; a receipt is in the document of its till's day. */
  readonly amounts: readonly { readonly currency: string; readonly gross: string }[];
  readonly left: number;
  readonly parked: number;
}

/** Reasons of tries that booked an order, and of those that left it out: not because it was booked before. */
const booked = ['booked', 'joined_day'];
const leftOut = [
  ...['left_out', 'cancelled', 'refunded', 'placed_before', 'status_excluded', 'draft', 'dropped', 'gone'],
  ...['payment_status_excluded', 'not_paid', 'paid', 'kind_excluded', 'country_excluded', 'email_missing'],
];

/** The clock of the machine that an object wakes up on may be behind that of the last one, by much less than this. */
const maxClockStepMs = 10 * 60_000;

/** `since` and `until`: epoch milliseconds. An order that was left out and booked later that day is booked. */
export function dayFigures({ sql }: Stores, since: number, until: number): DayFigures {
  const first = firstSince(sql, since - maxClockStepMs);
  const orders = (outcome: string, reasons: readonly string[]) => ({
    query: `SELECT DISTINCT flow, key FROM activity WHERE id >= ? AND at >= ? AND at < ? AND flow GLOB 'orders:*'
      AND outcome = ? AND reason IN (SELECT value FROM json_each(?))`,
    bindings: [first, since, until, outcome, JSON.stringify(reasons)] as const,
  });
  const [made, left] = [orders('done', booked), orders('skipped', leftOut)];
  const count = (query: string, bindings: readonly (string | number)[]) =>
    Number(sql.exec(`SELECT count(*) AS count FROM (${query})`, ...bindings)[0]?.count);
  const documents = orders('done', ['booked']);
  return {
    booked: count(made.query, made.bindings),
    amounts: amountsOf(sql, documents.query, documents.bindings),
    left: count(`${left.query} EXCEPT ${made.query}`, [...left.bindings, ...made.bindings]),
    parked: Number(
      sql.exec("SELECT sum(count) AS count FROM open_counts WHERE state = 'parked'")[0]?.count ?? 0,
    ),
  };
}

/** Exactly, as SQLite cannot add decimals. Of an order that was not read since an earlier version nobody knows the currency. */
function amountsOf(sql: Sql, orders: string, bindings: readonly (string | number)[]): DayFigures['amounts'] {
  const rows = sql.exec(
    `SELECT register.currency, register.booked, count(*) AS count FROM (${orders}) AS made
       JOIN register ON register.flow = made.flow AND register.key = made.key
     WHERE register.currency IS NOT NULL AND register.booked IS NOT NULL
     GROUP BY register.currency, register.booked`,
    ...bindings,
  );
  return [...Map.groupBy(rows, ({ currency }) => String(currency))]
    .map(([currency, group]) => ({
      currency,
      gross: normalise(
        group.reduce(
          (sum: Big, { booked, count }) => sum.plus(big(String(booked)).times(Number(count))),
          big('0'),
        ),
      ),
    }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The first entry of the log from a moment on: ids ascend with time, so that months of it need not be read. */
function firstSince(sql: Sql, since: number): number {
  const ends = sql.exec('SELECT min(id) AS low, max(id) AS high FROM activity')[0];
  let [low, high] = [Number(ends?.low ?? 0), Number(ends?.high ?? 0) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [row] = sql.exec('SELECT id, at FROM activity WHERE id >= ? ORDER BY id LIMIT 1', middle);
    if (row === undefined || Number(row.at) >= since) high = middle;
    else low = Number(row.id) + 1;
  }
  return low;
}
