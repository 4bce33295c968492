/** The VAT rates of what has no percentage of its own: shipping, fixed product taxes, gift wrapping (sheet 7.4). */
import type Big from 'big.js';
import { allocate, big, type Decimal, normalise, roundTo, sum } from '../../../records/money.ts';
import { vatUpon } from '../../../records/vat.ts';
import type { TaxWire } from './wire.ts';

export interface RateShare {
  readonly rate: Decimal;
  readonly weight: Big;
}

/** A part of the order with its VAT at one rate. */
export interface Vat {
  readonly rate: Decimal;
  readonly vat: Big;
}

/** Rounded once for the amount, and perhaps once more for its discount. */
const rounding = '0.02';

/** The rate that the order uses elsewhere and that comes to this VAT; else what the VAT comes to. */
export function rateFromVat(net: Big, vat: Big, known: readonly Decimal[]): Decimal {
  if (vat.eq(0) || net.eq(0)) return '0';
  const off = (rate: Decimal) => vatUpon(net, rate).minus(vat).abs();
  const fitting = known.filter((rate) => big(rate).gt(0) && off(rate).lte(rounding));
  const [first, ...others] = fitting;
  if (first === undefined) return plainRate(net, vat);
  return others.reduce((best, rate) => (off(rate).lt(off(best)) ? rate : best), first);
}

/** Rates are whole, or halves, or have a decimal: the plainest that comes to this VAT but for its rounding. */
function plainRate(net: Big, vat: Big): Decimal {
  const exact = vat.times(100).div(net);
  // A cent of VAT upon a cent tells nothing.
  if (exact.lt(0) || exact.gt(100)) return '0';
  const plainer = [roundTo(exact, 0), roundTo(exact.times(2), 0).div(2), roundTo(exact, 1)];
  const fitting = plainer.find((rate) => vatUpon(net, rate.toFixed()).minus(vat).abs().lte('0.005'));
  return normalise(fitting ?? roundTo(exact, 2));
}

/** Several taxes on one amount are one rate, their sum, unless each is on a part of its own. */
export function sharesOf(
  taxes: readonly TaxWire[],
  net: Big,
  vat: Big,
  known: readonly Decimal[],
): RateShare[] {
  const charged = taxes.filter((tax) => !big(tax.amount ?? '0').eq(0) && !big(tax.percent ?? '0').eq(0));
  if (charged.length === 0 || vat.eq(0)) return [{ rate: rateFromVat(net, vat, known), weight: big('1') }];
  const together = normalise(sum(charged.map(({ percent }) => percent ?? '0')));
  const one = [{ rate: together, weight: big('1') }];
  if (charged.length === 1 || vatUpon(net, together).minus(vat).abs().lte(rounding)) return one;
  return charged.map(({ percent = '0', amount = '0' }) => ({
    rate: normalise(big(percent)),
    weight: big(amount).times(big(percent).plus(100)).div(percent),
  }));
}

/** An amount over rates to the cent; what comes to nothing is left out. */
export function spread(
  amount: Big,
  shares: readonly RateShare[],
  currency: string,
): { rate: Decimal; amount: Big }[] {
  const weights = shares.map(({ weight }) => weight);
  return allocate(amount, weights, currency)
    .map((share, index) => ({ rate: shares[index]?.rate ?? '0', amount: share }))
    .filter((each) => !each.amount.eq(0));
}
