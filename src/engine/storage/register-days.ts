import type Big from 'big.js';
import { big, normalise } from '../../records/money.ts';
import type { Stored } from '../../texts/tell.ts';
import { dayMs, utcDay } from '../utc-day.ts';
import { telling } from './parked-groups.ts';
import type { RateVat } from './register-row.ts';
import type { Row, Sql } from './sql.ts';
import { readProblem } from './stored-problem.ts';

/** Orders of one flow, day and currency that stand alike. Amounts are decimals. */
export interface DaySum {
  /** The shop's own. */
  readonly day: string;
  /** Id of the flow between two places. */
  readonly flow: string;
  readonly currency: string;
  /** Whether the books have a document of them, whatever else there is to do. */
  readonly isBooked: boolean;
  /** `queued`, `waiting`, `parked`, `booked`, `credited` or `skipped`. */
  readonly state: string;
  /** What they wait or are parked for, as one of them has it, or why they are not booked; null where there is nothing to say. */
  readonly why: Stored | null;
  readonly count: number;
  /** As the source says, with VAT; and what of it was given back. */
  readonly gross: string;
  readonly vat: string;
  readonly vatByRate: readonly RateVat[];
  readonly refunded: string;
  /** As the books have them, and what of that is credited; zero where nothing is booked. */
  readonly booked: string;
  readonly bookedVat: string;
  readonly credited: string;
}

type StoredSum = Omit<DaySum, 'day'>;

/**
 * Orders and amounts per day. A day is added up when somebody asks for it, exactly, and its sums are kept until an order of that day
 * changes: a trigger then deletes them (register-tables.ts). So a year is read in 365 rows, and booking an order costs none. A receipt
 * is part of its till's day, which counts as an order; what was never read has no amount and counts nowhere.
 */
export class RegisterDays {
  constructor(private readonly sql: Sql) {}

  /** Days from the first to the last, both included; those without orders are left out. */
  between(from: string, to: string): DaySum[] {
    const kept = new Map(
      this.sql
        .exec('SELECT day, sums FROM register_days WHERE day >= ? AND day <= ?', from, to)
        .map(({ day, sums }) => [String(day), JSON.parse(String(sums)) as StoredSum[]]),
    );
    return daysBetween(from, to).flatMap((day) =>
      (kept.get(day) ?? this.#added(day)).map((each) => ({ day, ...each })),
    );
  }

  #added(day: string): StoredSum[] {
    const rows = this.sql.exec(
      `SELECT flow, currency, gross, vat, rates, refunded, booked, booked_vat, credited, target_id, state,
         problem, iif(state = 'skipped', reason, NULL) AS reason
       FROM register WHERE day = ? AND currency IS NOT NULL AND state <> 'in_day'`,
      day,
    );
    if (rows.length === 0) return [];
    const sums = added(rows);
    this.sql.exec(
      'INSERT OR REPLACE INTO register_days (day, sums) VALUES (?, ?)',
      day,
      JSON.stringify(sums),
    );
    return sums;
  }
}

function added(rows: readonly Row[]): StoredSum[] {
  const groups = Map.groupBy(rows, (row) => {
    const { flow, currency, target_id, state } = row;
    return JSON.stringify([flow, currency, target_id !== null, state, ...causeOf(row)]);
  });
  return [...groups.values()].map((group): StoredSum => {
    const first: Row = group[0] ?? {};
    const { flow, currency, target_id, state } = first;
    return {
      ...{
        flow: String(flow),
        currency: String(currency),
        isBooked: target_id !== null,
        state: String(state),
      },
      ...{ why: whyOf(first), count: group.length },
      gross: total(group, 'gross'),
      vat: total(group, 'vat'),
      vatByRate: totalByRate(group.flatMap(({ rates }) => JSON.parse(String(rates)) as RateVat[])),
      refunded: total(group, 'refunded'),
      booked: total(group, 'booked'),
      bookedVat: total(group, 'booked_vat'),
      credited: total(group, 'credited'),
    };
  });
}

/** What tells a cause from others with the same code; all there is to say of a reason. */
function causeOf(row: Row): readonly unknown[] {
  const why = whyOf(row);
  if (why === null) return [];
  return [why.code, row.problem == null ? why.params : telling(why.params)];
}

function whyOf({ problem, reason }: Row): Stored | null {
  if (problem != null) {
    const { code, params, told } = readProblem(String(problem));
    return { code, params, ...(told === undefined ? {} : { told }) };
  }
  return reason == null ? null : (JSON.parse(String(reason)) as Stored);
}

function total(rows: readonly Row[], column: string): string {
  return normalise(rows.reduce((sum: Big, row) => sum.plus(row[column] ?? '0'), big('0')));
}

/** The highest rate first. */
export function totalByRate(parts: readonly RateVat[]): RateVat[] {
  const sums = new Map<string, Big>();
  for (const { rate, vat } of parts) sums.set(rate, (sums.get(rate) ?? big('0')).plus(vat));
  return [...sums].sort(([a], [b]) => big(b).cmp(a)).map(([rate, vat]) => ({ rate, vat: normalise(vat) }));
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) days.push(utcDay(at));
  return days;
}
