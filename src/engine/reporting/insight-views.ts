/** What an integration tells of a period and of its books, in the shapes that the API answers with. Amounts are decimals. */
import type { Params } from '../../texts/catalogue.ts';
import type { OrderState, RateVat } from '../storage/register-row.ts';
import type { Booked } from './booked.ts';
import type { AmountsView, OrderView, ReasonView } from './order-views.ts';

interface Amount {
  readonly count: number;
  readonly gross: string;
}

/** One day of one currency. Every order is in one of the three. */
export interface DayView extends Amount {
  /** In the shop's own time zone. */
  readonly day: string;
  readonly currency: string;
  readonly vat: string;
  readonly vatByRate: readonly RateVat[];
  /** `amount`: what the books have of them, less what is credited; `gross`: as the shop says. */
  readonly booked: Amount & Pick<Booked, 'amount'>;
  /** On their way, tried again, or for a person. */
  readonly open: Amount;
  readonly leftOut: Amount;
}

/** What orders of the period need a person for, booked or not. */
export interface CauseView extends Amount {
  readonly currency: string;
  /** `message` is that of one of them; `values`: what all of them are about. */
  readonly reason: (ReasonView & { readonly values: Params }) | null;
}

/** From the moment of the sale in the shop until the books had it (storage/times-to-book.ts tells of which orders). */
export interface TimesView {
  readonly count: number;
  /** Within so many seconds half of them were booked, and 95 of 100. */
  readonly p50Seconds: number;
  readonly p95Seconds: number;
}

/** What a system said of the calls that it allows in a rolling day. */
export interface DayUseView {
  readonly connection: string;
  readonly system: string;
  readonly used: number;
  readonly allowed: number;
  readonly at: string;
}

/** Orders of which no amount can be told. */
export interface UnknownView {
  /** Heard of, and not read yet. */
  readonly notRead: number;
  /** Booked by an earlier version, which kept no currency and no day: they count when they are read again. */
  readonly ofBefore: number;
}

export interface InsightsView {
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** Of the shop, as its account says; null where that was not read yet. */
  readonly timeZone: string | null;
  /** The whole period, by currency. */
  readonly totals: readonly AmountsView[];
  /** Those with orders, the first one first. */
  readonly days: readonly DayView[];
  readonly needYou: readonly CauseView[];
  /** Null where no order tells. */
  readonly times: TimesView | null;
  /** Empty where no system has told, or none limits the calls of a day. */
  readonly calls: readonly DayUseView[];
  readonly unknown: UnknownView;
}

/** How all of it stands, for whoever looks once a day. */
export interface GlanceView {
  /** In the shop's time zone. */
  readonly today: string;
  /** Of today, by currency. `amount`: what the documents come to, less what of them is credited. */
  readonly booked: readonly (Pick<Booked, 'count' | 'amount'> & { readonly currency: string })[];
  /** Orders of today that are not in the books and are meant to be. */
  readonly open: number;
  /** The last 30 days, today last. */
  readonly days: readonly DayView[];
  /** Those that were placed last. */
  readonly last: readonly OrderView[];
}

/**
 * Why an order is not in the books as the shop says it: the settings leave it out, or it was given back before it was booked (`left_out`); it needs a person, is tried
 * again, or is on its way; a person left it out; or the books have something else of it than the shop says.
 */
export const parts = ['left_out', 'needs_you', 'waiting', 'on_its_way', 'by_person', 'differs'] as const;
export type Part = (typeof parts)[number];

export interface PartAmount {
  readonly count: number;
  /** What they come to, less what was given back. */
  readonly amount: string;
}

/**
 * One currency of a month, from the shop to the books: `shop.amount` − `leftOut` = `due`; `due` − `notBooked` + `changed` + `givenBack` =
 * `books.amount`, to the cent.
 */
export interface CurrencyReconciliation {
  readonly currency: string;
  readonly shop: PartAmount & { readonly gross: string; readonly refunded: string };
  readonly leftOut: PartAmount;
  /** What should be in the books. */
  readonly due: PartAmount;
  readonly notBooked: readonly (PartAmount & {
    readonly part: 'needs_you' | 'waiting' | 'on_its_way' | 'by_person';
  })[];
  /** What documents come to beyond their orders as they are now. */
  readonly changed: PartAmount;
  /** Given back in the shop, and not credited in the books. */
  readonly givenBack: PartAmount;
  /** What documents come to, less what of them is credited. */
  readonly books: Omit<Booked, 'gross'>;
  /** How many orders the books have otherwise than the shop says: by their amount, what was given back, or the VAT alone, which is in none of these sums. */
  readonly differing: number;
  /** `due` less `books`. */
  readonly difference: string;
  /** Whether the sums above meet. */
  readonly holds: boolean;
}

/** Orders of a month against their documents. All of an order counts in the month in which it was placed. */
export interface ReconciliationView {
  /** `2026-10` */
  readonly month: string;
  readonly timeZone: string | null;
  readonly currencies: readonly CurrencyReconciliation[];
  readonly unknown: UnknownView;
}

/** An order that the books do not have as the shop says it. */
export interface ApartView extends OrderView {
  readonly part: Part;
  readonly state: OrderState;
  /** What the shop says, less what was given back; null of one that was not read yet. */
  readonly due: string | null;
  readonly inBooks: string;
  /** `due` less `inBooks`; none of one that is left out, which should not be there. The difference of a month is the sum of these. */
  readonly difference: string | null;
  /** In words. */
  readonly why: string;
}
