import type { SumOfOrders } from '../storage/register-days.ts';
import type { Sql } from '../storage/sql.ts';
import type { Stores } from '../storage/stores.ts';
import { bookedOf, isLeftOut } from './booked.ts';

/** What became of orders in a stretch of time, each counted once; and what waits for a person now. */
export interface DayFigures {
  readonly booked: number;
  /** What the books have of them, by currency. Of an order that was not read since an earlier version nobody knows it. */
  readonly amounts: readonly { readonly currency: string; readonly gross: string }[];
  readonly left: number;
  readonly parked: number;
}

/** The clock of the machine that an object wakes up on may be behind that of the last one, by much less than this. */
const maxClockStepMs = 10 * 60_000;
/** A try is noted when it ends, which may be as long after the document was made. */
const maxTryMs = 10 * 60_000;

/**
 * By the moment since which the books have the document: the log tells of the last thing that a try did, which may be a credit, or a problem. Of a
 * document that stood there already that moment is the sale's: the log tells that it was found. `CROSS`: the log comes first, else all orders are read.
 */
const bookedThen = `SELECT activity.flow, activity.key FROM activity
    CROSS JOIN register ON register.flow = activity.flow AND register.key = activity.key
  WHERE activity.id >= ?1 AND activity.at >= ?2 AND activity.at < ?3 + ${maxTryMs} AND activity.flow GLOB 'orders:*'
    AND (register.booked_at >= ?2 AND register.booked_at < ?3 OR activity.reason = 'found' AND activity.at < ?3)`;
const leftOutThen = `SELECT flow, key FROM activity
  WHERE id >= ?1 AND at >= ?2 AND at < ?3 AND flow GLOB 'orders:*' AND outcome = 'skipped'`;

/**
 * `since` and `until`: epoch milliseconds. The log tells which orders the stretch is about; how they stand is told by the register, as on
 * every page: an order that was left out and booked later that day is booked.
 */
export function dayFigures({ sql, registerDays }: Stores, since: number, until: number): DayFigures {
  const stretch = [firstSince(sql, since - maxClockStepMs), since, until];
  const booked = registerDays.among(bookedThen, ...stretch);
  const left = registerDays.among(leftOutThen, ...stretch);
  return {
    booked: bookedOf(booked.sums).count + countOf(booked.unknown.filter(({ isBooked }) => isBooked)),
    amounts: amountsOf(booked.sums),
    left: countOf([...left.sums, ...left.unknown].filter(isLeftOut)),
    parked: Number(
      sql.exec("SELECT sum(count) AS count FROM open_counts WHERE state = 'parked'")[0]?.count ?? 0,
    ),
  };
}

function amountsOf(sums: readonly SumOfOrders[]): DayFigures['amounts'] {
  return [...Map.groupBy(sums, ({ currency }) => currency)]
    .map(([currency, group]) => ({ currency, ...bookedOf(group) }))
    .filter(({ count }) => count > 0)
    .map(({ currency, amount }) => ({ currency, gross: amount }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function countOf(sums: readonly { readonly count: number }[]): number {
  return sums.reduce((all, { count }) => all + count, 0);
}

/** The first entry of the log from a moment on: ids ascend with time, so that months of it need not be read. */
function firstSince(sql: Sql, since: number): number {
  // Asked for both in one, SQLite reads all of it.
  const [ends] = sql.exec(
    'SELECT (SELECT min(id) FROM activity) AS low, (SELECT max(id) FROM activity) AS high',
  );
  let [low, high] = [Number(ends?.low ?? 0), Number(ends?.high ?? 0) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [row] = sql.exec('SELECT id, at FROM activity WHERE id >= ? ORDER BY id LIMIT 1', middle);
    if (row === undefined || Number(row.at) >= since) high = middle;
    else low = Number(row.id) + 1;
  }
  return low;
}
