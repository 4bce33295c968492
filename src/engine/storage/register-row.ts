import type { ProblemData } from '../../records/problem.ts';
import type { Reason } from '../../records/reason.ts';
import { type InBooks, inBooks } from './in-books.ts';
import type { Row } from './sql.ts';
import { readProblem } from './stored-problem.ts';

/**
 * How an order stands. `queued`: on its way; `waiting`: it is tried again; `parked`: it needs a person, also one that has its
 * document; `booked`, `credited` (as a whole), `in_day` (a receipt, in the document of its till's day), `skipped`: not booked.
 */
export const orderStates = [
  'queued',
  'waiting',
  'parked',
  'booked',
  'credited',
  'in_day',
  'skipped',
] as const;
export type OrderState = (typeof orderStates)[number];

export interface RateVat {
  readonly rate: string;
  readonly vat: string;
}

/** What the source says of an order, as it was last read. Amounts are decimals, with VAT but for `vat`. */
export interface RegisteredSale {
  /** ISO 4217; null of an order that an earlier version booked, until it is read again. */
  readonly currency: string | null;
  readonly gross: string;
  readonly vat: string;
  readonly vatByRate: readonly RateVat[];
  readonly refunded: string;
}

/** What the books have of an order: as it was made, where that is not what was meant and no person has seen to it. */
export interface RegisteredDocument extends InBooks {
  readonly id: string;
  /** As people there know it, where the target tells. */
  readonly number: string | null;
  /** Epoch milliseconds; null of one that is the document of a till's day. */
  readonly bookedAt: number | null;
}

/** An order, as its task, its link and the log tell. */
export interface RegisterRow {
  /** Id of the flow between two places. */
  readonly flow: string;
  readonly key: string;
  /** As customers see it; null of an order that was never read. */
  readonly number: string | null;
  /** Of an order that was never read, when it was first heard of, in UTC; else the day in the shop's own time zone. */
  readonly day: string;
  /** The moment of that, epoch milliseconds. */
  readonly at: number;
  readonly firstSeen: number;
  /** Null of an order that was never read. */
  readonly sale: RegisteredSale | null;
  readonly state: OrderState;
  /** Of one that waits or is parked. */
  readonly problem: ProblemData | null;
  /** Why one is not booked. */
  readonly reason: Reason | null;
  readonly document: RegisteredDocument | null;
  /** Its open task; null where there is none. */
  readonly task: { readonly id: number; readonly dueAt: number } | null;
}

/** Where a list of orders goes on: the last one that was seen. */
export type RegisterCursor = readonly [day: string, at: number, flow: string, key: string];

export function cursorOf({ day, at, flow, key }: RegisterRow): RegisterCursor {
  return [day, at, flow, key];
}

export function fromRow(row: Row): RegisterRow {
  return {
    flow: String(row.flow),
    key: String(row.key),
    number: textOf(row.number),
    day: String(row.day),
    at: Number(row.at),
    firstSeen: Number(row.first_seen),
    sale: saleOf(row),
    state: row.state as OrderState,
    problem: row.problem === null ? null : readProblem(String(row.problem)),
    reason:
      row.reason === null || row.state !== 'skipped' ? null : (JSON.parse(String(row.reason)) as Reason),
    document: documentOf(row),
    task: row.task == null ? null : { id: Number(row.task), dueAt: Number(row.due_at) },
  };
}

function saleOf({ currency, gross, vat, rates, refunded }: Row): RegisteredSale | null {
  if (gross == null) return null;
  return {
    ...{
      currency: textOf(currency),
      gross: String(gross),
      vat: String(vat),
      refunded: String(refunded ?? '0'),
    },
    vatByRate: rates == null ? [] : (JSON.parse(String(rates)) as RateVat[]),
  };
}

function documentOf(row: Row): RegisteredDocument | null {
  if (row.target_id == null) return null;
  return {
    id: String(row.target_id),
    number: textOf(row.target_number),
    bookedAt: row.booked_at == null ? null : Number(row.booked_at),
    ...booksHave(row),
  };
}

/** What the books have of it. */
export function booksHave({ booked, booked_vat: vat, credited, made }: Row): InBooks {
  return inBooks({ gross: textOf(booked), vat: textOf(vat), credited: textOf(credited) }, textOf(made));
}

function textOf(value: Row[string] | undefined): string | null {
  return value == null ? null : String(value);
}
