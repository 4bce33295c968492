import Big from 'big.js';
import { type JsonObject, textIn } from '../json.ts';
import type { Basket } from './basket.ts';
import type { Figures } from './figures.ts';
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
  edited: boolean;
}

export interface Expectation {
  id: string;
  about: string;
  paymentStatus: string;
  gross: string;
  tax: string;
  taxByRate: { rate: string; tax: string }[];
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
    off: roundingOff(figures.charged, basket.pricesIncludeTax).toFixed(2),
    edited: false,
  };
}

/** The merchant changed the items: the sums follow, the taxes stay as they were (sheet 3.10). */
export function editedLedger(ledger: Ledger, basket: Basket, gross: Big, now: Figures): Ledger {
  const rates = new Set([...ledger.taxByRate, ...now.charged].map(({ rate }) => rate));
  const off = [...rates].map((rate) => {
    const stated = ledger.taxByRate.find((each) => each.rate === rate)?.tax ?? '0';
    const due = now.charged.find((each) => each.rate === rate)?.tax ?? Big(0);
    return due.minus(stated).abs();
  });
  const sum = off.reduce((total, each) => total.plus(each), Big(0));
  return { ...ledger, basket, gross: gross.toFixed(2), off: sum.toFixed(2), edited: true };
}

export function expectationOf(order: JsonObject, ledger: Ledger): Expectation {
  const why = hindrance(order, ledger);
  return {
    id: textIn(order, 'id'),
    about: ledger.about,
    paymentStatus: textIn(order, 'paymentStatus'),
    gross: ledger.gross,
    tax: ledger.tax,
    taxByRate: ledger.taxByRate,
    bookable: why === null,
    why: why ?? 'a sale as any other',
  };
}

function hindrance(order: JsonObject, ledger: Ledger): string | null {
  const status = textIn(order, 'paymentStatus');
  if (status === 'INCOMPLETE') return 'not placed yet';
  if (status === 'CANCELLED') return 'cancelled';
  if (status === 'REFUNDED') return 'given back as a whole';
  if (Big(ledger.off).gt(tolerance)) {
    return ledger.edited
      ? `edited without its tax being counted again: ${ledger.off} off`
      : `the tax, rounded by line, is ${ledger.off} off that of whole rates`;
  }
  if (textIn(order, 'email') === '') return 'no e-mail address: needs a customer to fall back on';
  return null;
}
