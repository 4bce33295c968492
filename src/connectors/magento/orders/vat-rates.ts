/** The VAT rates of what has no percentage of its own: shipping, fixed product taxes, gift wrapping (sheet 7.4). */
import type Big from 'big.js';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import { rateFromVat } from '../../../records/rate-from-vat.ts';
import { vatUpon } from '../../../records/vat.ts';
import { type RateAmount, wholeAt } from '../../../records/vat-breakdown.ts';
import { addsUp } from '../../wire/interpretations.ts';
import type { TaxWire } from './wire.ts';

/** Rounded once for the amount, and perhaps once more for its discount. */
const rounding = '0.02';

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
