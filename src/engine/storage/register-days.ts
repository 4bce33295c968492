import type Big from 'big.js';
import { big, normalise } from '../../records/money.ts';
import type { Stored } from '../../texts/tell.ts';
import { dayMs, utcDay } from '../utc-day.ts';
import { type Apart, apartOf, type InBooks } from './in-books.ts';
import { telling } from './parked-groups.ts';
import { isSale } from './register.ts';
import { booksHave, type RateVat } from './register-row.ts';
import type { Row, Sql, SqlValue } from './sql.ts';
import { readProblem } from './stored-problem.ts';
import { timesOf } from './times-to-book.ts';

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
  /** Of what the books have something else than the source says of each. */
  readonly apart: Apart;
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
  /** How long it took from the sale until the books had it, in seconds rounded up to two digits, with how many orders each. */
  readonly times: Readonly<Record<string, number>>;
}

/** Orders of which no amount can be told: they were never read, or an earlier version booked them and kept no currency. */
export interface UnknownSum {
  /** When they were first heard of, or booked, in UTC. */
  readonly day: string;
  readonly flow: string;
  readonly isBooked: boolean;
  readonly state: string;
  readonly count: number;
}

export interface DaySums {
  readonly sums: readonly DaySum[];
  readonly unknown: readonly UnknownSum[];
}

/** Orders that stand alike, whatever their days. */
export type SumOfOrders = Omit<DaySum, 'day'>;

interface Added {
  readonly sums: readonly SumOfOrders[];
  readonly unknown: readonly Omit<UnknownSum, 'day'>[];
}

/** What is read of an order to add it up. */
const columns = `flow, currency, gross, vat, rates, refunded, booked, booked_vat, credited, made, target_id, state, at, first_seen,
  booked_at, key, problem, iif(state = 'skipped', reason, NULL) AS reason`;
/** A receipt is part of its till's day. */
const counts = `rest IS NOT 'in_day' AND ${isSale}`;

/**
 * Orders and amounts per day. A day is added up when somebody asks for it, exactly, and its sums are kept until an order of that day
 * comes or changes: a trigger then deletes them (register-apart.ts). So a year is read in 365 rows, and booking an order costs none. A
 * receipt is part of its till's day, which counts as an order; what Koppel itself made is no sale; what was never read has no amount and is counted apart.
 */
export class RegisterDays {
  constructor(private readonly sql: Sql) {}

  /** Days from the first to the last, both included; those without orders are left out. */
  between(from: string, to: string): DaySum[] {
    return [...this.read(from, to).sums];
  }

  /** Likewise, with the orders of which no amount can be told. */
  read(from: string, to: string): DaySums {
    const kept = new Map(
      this.sql
        .exec('SELECT day, sums FROM register_days WHERE day >= ? AND day <= ?', from, to)
        .map(({ day, sums }) => [String(day), JSON.parse(String(sums)) as Added]),
    );
    const days = daysBetween(from, to).flatMap((day) => {
      const before = kept.get(day);
      const each = before === undefined ? this.#added(day) : withoutOwnWork(before);
      return each === null ? [] : [{ day, ...each }];
    });
    return {
      sums: days.flatMap(({ day, sums }) => sums.map((each) => ({ day, ...each }))),
      unknown: days.flatMap(({ day, unknown }) => unknown.map((each) => ({ day, ...each }))),
    };
  }

  /** Likewise the orders that a statement selects by flow and key, each once. Nothing is kept of it. */
  among(orders: string, ...bindings: SqlValue[]): Added {
    return addedUp(
      this.sql.exec(
        `SELECT ${columns} FROM register WHERE (flow, key) IN (${orders}) AND ${counts}`,
        ...bindings,
      ),
    );
  }

  #added(day: string): Added | null {
    const rows = this.sql.exec(`SELECT ${columns} FROM register WHERE day = ? AND ${counts}`, day);
    if (rows.length === 0) return null;
    const sums = addedUp(rows);
    this.sql.exec(
      'INSERT OR REPLACE INTO register_days (day, sums) VALUES (?, ?)',
      day,
      JSON.stringify(sums),
    );
    return sums;
  }
}

/** Sums that an earlier version added up have what Koppel itself made. */
function withoutOwnWork({ sums, unknown }: Added): Added {
  return { sums: sums.filter(({ why }) => why?.code !== 'made_by_koppel'), unknown };
}

function addedUp(rows: readonly Row[]): Added {
  const known = rows.filter(({ currency }) => currency !== null);
  const others = rows.filter(({ currency }) => currency === null);
  return { sums: added(known), unknown: counted(others) };
}

/** A row with what the books have of it. */
interface Sold {
  readonly row: Row;
  /** Null where they have nothing. */
  readonly has: InBooks | null;
  readonly apart: Apart;
}

function added(rows: readonly Row[]): Added['sums'] {
  const groups = Map.groupBy(rows.map(soldOf), ({ row, apart }) => {
    const { flow, currency, target_id, state } = row;
    return JSON.stringify([flow, currency, target_id !== null, state, apart, ...causeOf(row)]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...standing(first), ...amounts(group) }];
  });
}

function soldOf(row: Row): Sold {
  if (row.target_id === null) return { row, has: null, apart: '' };
  const inBooks = booksHave(row);
  const amount = (of: 'gross' | 'vat' | 'refunded') => String(row[of] ?? '0');
  const sale = { gross: amount('gross'), vat: amount('vat'), refunded: amount('refunded') };
  return { row, has: inBooks, apart: apartOf(sale, inBooks) };
}

/** What orders of one sum have in common. */
function standing({ row, apart }: Sold) {
  return {
    flow: String(row.flow),
    currency: String(row.currency),
    isBooked: row.target_id !== null,
    state: String(row.state),
    why: whyOf(row),
    apart,
  };
}

function amounts(group: readonly Sold[]) {
  const rows = group.map(({ row }) => row);
  return {
    count: rows.length,
    gross: total(rows, 'gross'),
    vat: total(rows, 'vat'),
    vatByRate: totalByRate(rows.flatMap(({ rates }) => JSON.parse(String(rates)) as RateVat[])),
    refunded: total(rows, 'refunded'),
    booked: sumOf(group.map(({ has }) => has?.gross ?? '0')),
    bookedVat: sumOf(group.map(({ has }) => has?.vat ?? '0')),
    credited: sumOf(group.map(({ has }) => has?.credited ?? '0')),
    times: timesOf(rows),
  };
}

function counted(rows: readonly Row[]): Added['unknown'] {
  const groups = Map.groupBy(rows, ({ flow, target_id, state }) =>
    JSON.stringify([flow, target_id !== null, state]),
  );
  return [...groups.values()].map((group) => ({
    flow: String(group[0]?.flow),
    isBooked: group[0]?.target_id !== null,
    state: String(group[0]?.state),
    count: group.length,
  }));
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
  return sumOf(rows.map((row) => String(row[column] ?? '0')));
}

function sumOf(amounts: readonly string[]): string {
  return normalise(amounts.reduce((sum: Big, each) => sum.plus(each), big('0')));
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
