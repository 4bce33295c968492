/** What was given back of an order, brought into the form of the record: amounts per rate that add up to what is stated. */
import type Big from 'big.js';
import { big, type Decimal, money, normalise, sum } from '../../records/money.ts';
import type { Refund } from '../../records/order.ts';

/** What a refund gives back at one rate. Positive. */
export interface GivenBack {
  readonly rate: Decimal;
  /** With VAT. */
  readonly gross: Big;
  readonly vat: Big;
}

/**
 * One amount per rate that add up to `gross`; what rounding leaves over goes to the largest. Undefined where the parts do not
 * tell the whole: none at all, or amounts that no refund has.
 */
export function refundByRate(
  parts: readonly GivenBack[],
  gross: Big,
  currency: string,
): Refund['byRate'] | undefined {
  const groups = Map.groupBy(parts, ({ rate }) => normalise(big(rate)));
  const rates = [...groups]
    .map(([rate, group]) => ({
      rate,
      gross: big(money(sum(group.map((part) => part.gross)), currency)),
      vat: big(money(sum(group.map((part) => part.vat)), currency)),
    }))
    .filter((part) => !part.gross.eq(0) || !part.vat.eq(0));
  const rest = gross.minus(sum(rates.map((part) => part.gross)));
  const largest = rates.reduce<GivenBack | null>(
    (best, each) => (best === null || each.gross.gt(best.gross) ? each : best),
    null,
  );
  if (largest === null || rest.abs().gt('0.05')) return undefined;
  const whole = rates.map((part) => (part === largest ? { ...part, gross: part.gross.plus(rest) } : part));
  if (whole.some(isOdd)) return undefined;
  return whole.map((part) => ({ rate: part.rate, gross: normalise(part.gross), vat: normalise(part.vat) }));
}

function isOdd({ rate, gross, vat }: GivenBack): boolean {
  return gross.lte(0) || vat.lt(0) || vat.gt(gross) || (rate === '0' && !vat.eq(0));
}

/** The refunds, and one more for what they leave open of all that was given back. Undefined where they come to more than that. */
export function refundsUpTo(refunds: readonly Refund[], refunded: Decimal): Refund[] | undefined {
  const open = big(refunded).minus(sum(refunds.map(({ gross }) => gross)));
  if (open.lt(0) || refunds.length === 0) return undefined;
  return open.eq(0) ? [...refunds] : [...refunds, { gross: normalise(open) }];
}
