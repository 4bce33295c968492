import Big from 'big.js';
import type { Totals } from '../../../records/document.ts';
import { big, type Decimal, fractionDigits, money } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { type Problem, rejected } from '../../../records/problem.ts';
import type { Rounding } from './balance.ts';

interface WayOut {
  /** The tolerance that would be needed. */
  readonly needed: Decimal;
  /** Whether the order could be booked with these settings. */
  readonly letsThrough: (rounding: Rounding) => boolean;
}

/** Beyond the tolerance: the problem states both figures and names settings only that would let this order through. */
export function totalsDiffer(order: Order, totals: Totals, { needed, letsThrough }: WayOut): Problem {
  const { currency } = order;
  const shown = (amount: Decimal) => money(amount, currency);
  const tolerance = roundUp(needed, fractionDigits(currency));
  const works = (vat: Rounding['vat']) => letsThrough({ tolerance, vat });
  return rejected('totals_differ', {
    currency,
    gross: shown(order.gross),
    vat: shown(order.vat),
    documentGross: shown(totals.gross),
    documentVat: shown(totals.vat),
    fields: fieldsOfGap(order, totals),
    needed: tolerance,
    ways: (['match', 'accept'] as const).filter(works),
  });
}

const maxFields = 5;

/** Fields of the order whose amounts, with the VAT upon them where another field holds it, are what the document misses. */
function fieldsOfGap({ extras = {}, gross, vat }: Order, totals: Totals): string[] {
  const gap = big(gross).minus(totals.gross);
  const vatGap = big(vat).minus(totals.vat);
  if (gap.eq(0)) return [];
  const all = Object.entries(extras);
  const alone = all.filter(([, amount]) => gap.eq(amount)).map(([path]) => path);
  const taxes = vatGap.eq(0) ? [] : all.filter(([, amount]) => vatGap.eq(amount));
  const pairs = taxes.flatMap(([tax]) =>
    all.filter(([, amount]) => gap.minus(vatGap).eq(amount)).map(([path]) => `${path} + ${tax}`),
  );
  return [...pairs, ...alone].slice(0, maxFields);
}

/** Shares of a piece may leave a part of a cent. */
function roundUp(amount: Decimal, digits: number): Decimal {
  return big(amount).round(digits, Big.roundUp).toFixed(digits);
}
