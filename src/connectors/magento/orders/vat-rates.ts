/** The VAT rates of what has no percentage of its own: shipping, fixed product taxes, gift wrapping (sheet 7.4). */
import type Big from 'big.js';
import { big, type Decimal, normalise, roundTo, sum } from '../../../records/money.ts';
import { vatUpon } from '../../../records/vat.ts';
import { type RateAmount, wholeAt } from '../../../records/vat-breakdown.ts';
import { addsUp, likeliest } from '../../wire/interpretations.ts';
import type { TaxWire } from './wire.ts';

/** Rounded once for the amount, and perhaps once more for its discount. */
const rounding = '0.02';

/** The rate that the order uses elsewhere and that comes to this VAT; else what the VAT comes to. */
export function rateFromVat(net: Big, vat: Big, known: readonly Decimal[]): Decimal {
  if (vat.eq(0) || net.eq(0)) return '0';
  const fitting = known
    .filter((rate) => big(rate).gt(0))
    .map((rate) => ({ rate, difference: vatUpon(net, rate).minus(vat) }))
    .filter((candidate) => addsUp(candidate, rounding));
  return fitting.length > 0 ? likeliest(fitting).rate : plainRate(net, vat);
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
): readonly RateAmount[] {
  const charged = taxes.filter((tax) => !big(tax.amount ?? '0').eq(0) && !big(tax.percent ?? '0').eq(0));
  if (charged.length === 0 || vat.eq(0)) return wholeAt(rateFromVat(net, vat, known));
  const together = normalise(sum(charged.map(({ percent }) => percent ?? '0')));
  const whole = { difference: vatUpon(net, together).minus(vat) };
  if (charged.length === 1 || addsUp(whole, rounding)) return wholeAt(together);
  return charged.map(({ percent = '0', amount = '0' }) => ({
    rate: normalise(big(percent)),
    amount: big(amount).times(big(percent).plus(100)).div(percent),
  }));
}
