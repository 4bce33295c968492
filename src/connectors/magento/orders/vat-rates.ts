/** The VAT rates of the shipping, which has no percentage of its own (sheet 7.4). */
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import { knownRate, rateFromVat } from '../../../records/rate-from-vat.ts';
import { vatUpon } from '../../../records/vat.ts';
import { type RateAmount, wholeAt } from '../../../records/vat-breakdown.ts';
import { isVatRateOf } from '../../../records/vat-rates.ts';
import { splitByGoods, splitOverTwo, type Taxed } from '../../wire/blended-vat.ts';
import { addsUp } from '../../wire/interpretations.ts';
import type { TaxWire } from './wire.ts';

/** Rounded once for the amount, and perhaps once more for its discount. */
const rounding = '0.02';

/** What else the order tells of the rates that there may be. */
export interface Surroundings {
  /** What was sold at which rate, without VAT. */
  readonly goods: readonly RateAmount[];
  /** Where it was sold from and to. */
  readonly countries: readonly (string | undefined)[];
}

/**
 * Weights with VAT. Several taxes on one amount are one rate, their sum, unless each is on a part of its own. Where no list
 * tells, it is a rate of the goods, or shared over them, or another rate that exists.
 */
export function sharesOf(
  taxes: readonly TaxWire[],
  taxed: Taxed,
  surroundings: Surroundings,
): readonly RateAmount[] {
  const { net, vat } = taxed;
  const charged = taxes.filter((tax) => !big(tax.amount ?? '0').eq(0) && !big(tax.percent ?? '0').eq(0));
  if (charged.length === 0 || vat.eq(0)) return unlisted(taxed, surroundings);
  const together = normalise(sum(charged.map(({ percent }) => percent ?? '0')));
  const whole = { difference: vatUpon(net, together).minus(vat) };
  if (charged.length === 1 || addsUp(whole, rounding)) return wholeAt(together);
  return charged.map(({ percent = '0', amount = '0' }) => ({
    rate: normalise(big(percent)),
    amount: big(amount).times(big(percent).plus(100)).div(percent),
  }));
}

function unlisted(taxed: Taxed, { goods, countries }: Surroundings): readonly RateAmount[] {
  const { net, vat } = taxed;
  const known: Decimal[] = goods.map(({ rate }) => rate);
  const rate = rateFromVat(net, vat, known);
  if (vat.eq(0) || net.eq(0) || knownRate(net, vat, known) !== undefined) return wholeAt(rate);
  const byGoods = splitByGoods(taxed, goods);
  if (byGoods !== null) return withVat(byGoods);
  if (isVatRateOf(rate, countries) === true) return wholeAt(rate);
  const overTwo = splitOverTwo(taxed, known);
  return overTwo === null ? wholeAt(rate) : withVat(overTwo);
}

function withVat(shares: readonly RateAmount[]): RateAmount[] {
  return shares.map(({ rate, amount }) => ({ rate, amount: amount.plus(vatUpon(amount, rate)) }));
}
