import Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { cents, sumOf } from '../../kit/money/cents.ts';

/** What of a line is charged at one rate. Decimal strings; of a credit order below zero. */
export interface TaxPart {
  /** Percent, two decimals. */
  readonly rate: string;
  /** Without tax, six decimals. */
  readonly net: string;
  /** With tax, two decimals. */
  readonly gross: string;
}

/** What was chosen, or an offer price, with what it adds to the price of a unit. */
export interface OrderedOption {
  /** Null for an offer price. */
  readonly id: number | null;
  readonly name: string;
  /** Without tax, six decimals. */
  readonly net: string;
}

export interface OrderedArticle {
  readonly id: number;
  readonly name: string;
  readonly sku: string;
  /** Of a unit, without tax, before options. */
  readonly net: string;
  readonly purchase: string | null;
  readonly options: readonly OrderedOption[];
}

export interface OrderLine {
  readonly id: string;
  readonly type: 'article' | 'custom' | 'shipping' | 'payment' | 'discount';
  /** Below zero in a credit order. */
  readonly quantity: number;
  readonly name: string;
  /** Kilograms of a unit. */
  readonly weight: string;
  /** Several where a cost or a discount is split over the rates of the goods (sheet 7.4). */
  readonly parts: readonly TaxPart[];
  /** Of a line of type `article`. */
  readonly article: OrderedArticle | null;
  /** Of a credit order: the line of the original. */
  readonly creditOf?: string;
}

export interface Payment {
  readonly id: string;
  readonly gateway: string;
  readonly method: string;
  readonly cents: number;
  readonly createdAt: number;
  readonly mutations: readonly PaymentMutation[];
}

export interface PaymentMutation {
  readonly id: number;
  readonly type: 'authorize' | 'capture' | 'failed' | 'refund' | 'void';
  readonly cents: number;
  readonly at: number;
}

export interface Order {
  /** Text: a test order's begins with `T-` (sheet 7.6). */
  readonly number: string;
  readonly uuid: string;
  /** Milliseconds. */
  readonly placedAt: number;
  readonly status: number;
  readonly statusChangedAt: number;
  readonly archived: boolean;
  /** False: a basket, which the API never shows (sheet 7.4). */
  readonly finished: boolean;
  readonly discountCode: string;
  readonly credited: string | null;
  readonly credits: readonly string[];
  readonly customerComment: string;
  readonly internalComment: string;
  readonly businessModel: 'B2C' | 'B2B';
  /** Only of B2B. */
  readonly reference: string;
  readonly taxRegion: string;
  readonly taxStrategy: '' | 'zero_percent' | 'reverse_charged_vat';
  readonly offlineLocationId: string | null;
  readonly isSent: boolean;
  /** In the words of the API (sheet 7.5). */
  readonly debtor: JsonObject;
  readonly lines: readonly OrderLine[];
  readonly payments: readonly Payment[];
  /** The one payment that an order from the API has, without a transaction. */
  readonly linked: { readonly gateway: string; readonly method: string; readonly statusId: number } | null;
}

export function isTest({ number }: Pick<Order, 'number'>): boolean {
  return number.startsWith('T-');
}

export function totalOf({ lines }: Pick<Order, 'lines'>): Big {
  return sumOf(lines.flatMap(({ parts }) => parts.map(({ gross }) => Big(gross))));
}

/** The highest rate first. Each rate is rounded once, so that the sum may be a cent from that of the lines (sheet 12, 11). */
export function taxByRate({ lines }: Pick<Order, 'lines'>): { rate: string; gross: Big; tax: Big }[] {
  const parts = lines.flatMap((line) => line.parts);
  const rates = [...new Set(parts.map(({ rate }) => rate))].sort((one, other) => Big(other).cmp(one));
  return rates.map((rate) => {
    const same = parts.filter((part) => part.rate === rate);
    const net = sumOf(same.map((part) => Big(part.net)));
    const gross = sumOf(same.map((part) => Big(part.gross)));
    return { rate, gross, tax: cents(net.times(rate).div(100)) };
  });
}

/** `captured` and so on, from the newest payment (sheet 7.4). */
export function paymentStatusOf({ payments, linked }: Order): string {
  const last = payments.at(-1);
  if (last === undefined) {
    const byId: Readonly<Record<number, string>> = {
      1: 'captured',
      3: 'failed',
      5: 'pending',
      7: 'refunded',
    };
    return byId[linked?.statusId ?? 0] ?? 'unknown';
  }
  const of = (type: string) => last.mutations.filter((each) => each.type === type);
  const refunded = of('refund').reduce((sum, each) => sum + each.cents, 0);
  if (refunded > 0 && refunded >= last.cents) return 'refunded';
  if (of('capture').length > 0) return 'captured';
  if (of('failed').length > 0) return 'failed';
  if (of('void').length > 0) return 'voided';
  return of('authorize').length > 0 ? 'authorized' : 'pending';
}

/** What a payment method's number says in the old summary (sheet 7.8). */
export function summaryOf(order: Order): { gateway: string; method: string; id: number } | null {
  const ids: Readonly<Record<string, number>> = {
    captured: 1,
    authorized: 1,
    failed: 3,
    pending: 5,
    refunded: 7,
  };
  const last = order.payments.at(-1) ?? order.linked;
  return last === null ? null : { ...last, id: ids[paymentStatusOf(order)] ?? 0 };
}
