import Big from 'big.js';
import { type JsonObject, numberIn, textIn } from '../json.ts';
import { amountIn } from './amounts.ts';
import type { Basket } from './basket.ts';
import { type Figures, storeOf } from './figures.ts';
import { prepaidOf } from './order-on-file.ts';
import { roundingOff } from './tax-by-rate.ts';

/** What an order comes to by the basket's own arithmetic, kept beside it. Decimal strings. */
export interface Ledger {
  basket: Basket;
  about: string;
  /** Before any gift card and store credit. */
  gross: string;
  tax: string;
  taxByRate: { rate: string; tax: string }[];
  /** How far the tax is from what it comes to when every rate is rounded once. */
  off: string;
}

export interface Expectation {
  /** `entity_id` */
  id: string;
  /** `increment_id` */
  number: string;
  about: string;
  state: string;
  status: string;
  currency: string;
  gross: string;
  tax: string;
  taxByRate: { rate: string; tax: string }[];
  /** Given back so far, with tax, also to gift cards and store credit. */
  refunded: string;
  /** Whether a bookkeeping that rounds once per rate can take it as it stands, and by default does. */
  bookable: boolean;
  why: string;
}

/** A difference that a rounding line may bridge (DESIGN section 8). */
const tolerance = '0.05';

export function ledgerOf(basket: Basket, about: string, figures: Figures): Ledger {
  return {
    basket,
    about,
    gross: figures.gross.toFixed(2),
    tax: figures.tax.toFixed(2),
    taxByRate: figures.charged.map(({ rate, tax }) => ({ rate, tax: tax.toFixed(2) })),
    off: roundingOff(figures.charged, storeOf(basket).pricesIncludeTax).toFixed(2),
  };
}

export function expectationOf(order: JsonObject, ledger: Ledger): Expectation {
  const why = hindrance(order, ledger);
  return {
    id: String(numberIn(order, 'entity_id')),
    number: textIn(order, 'increment_id'),
    about: ledger.about,
    state: textIn(order, 'state'),
    status: textIn(order, 'status'),
    currency: textIn(order, 'order_currency_code'),
    gross: ledger.gross,
    tax: ledger.tax,
    taxByRate: ledger.taxByRate,
    refunded: amountIn(order, 'total_refunded').plus(prepaidOf(order, 'refunded')).toFixed(2),
    bookable: why === null,
    why: why ?? 'a sale as any other',
  };
}

function hindrance(order: JsonObject, ledger: Ledger): string | null {
  const reason = byState[textIn(order, 'state')];
  if (reason !== undefined) return reason;
  if (textIn(order, 'order_currency_code') !== textIn(order, 'base_currency_code')) {
    return 'in another currency than that of the books';
  }
  if (Big(ledger.off).gt(tolerance))
    return `the tax, rounded by the shop, is ${ledger.off} off that of whole rates`;
  return null;
}

const byState: Readonly<Record<string, string>> = {
  canceled: 'cancelled',
  closed: 'given back as a whole',
  holded: 'on hold',
  pending_payment: 'waits for the payment service',
  payment_review: 'the payment is under review',
};
