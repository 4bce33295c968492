/** VAT upon one amount that belongs to several rates: shipping over goods of two rates, where no list tells its parts. */
import type Big from 'big.js';
import { big, type Decimal, sum } from '../../records/money.ts';
import { vatUpon } from '../../records/vat.ts';
import { byRate, type RateAmount } from '../../records/vat-breakdown.ts';

/** Rounded once for each part at worst. */
const rounding = '0.02';

/** An amount without VAT, and the VAT upon it. */
export interface Taxed {
  readonly net: Big;
  readonly vat: Big;
}

/** Splits in proportion to the goods, the usual way. Null where that does not come to this VAT. Amounts without VAT. */
export function splitByGoods({ net, vat }: Taxed, goods: readonly RateAmount[]): RateAmount[] | null {
  const groups = byRate(goods).filter(({ amount }) => amount.gt(0));
  const whole = sum(groups.map(({ amount }) => amount));
  if (groups.length < 2) return null;
  const shares = groups.map(({ rate, amount }) => ({ rate, amount: net.times(amount).div(whole) }));
  const comesTo = sum(shares.map(({ rate, amount }) => vatUpon(amount, rate)));
  return comesTo.minus(vat).abs().lte(rounding) ? shares : null;
}

/** Splits over the order's two rates in the one way that comes to this VAT; null where there is none. Amounts without VAT. */
export function splitOverTwo({ net, vat }: Taxed, known: readonly Decimal[]): RateAmount[] | null {
  const [first, second, ...others] = byRate(known.map((rate) => ({ rate, amount: '0' }))).map(
    ({ rate }) => rate,
  );
  if (first === undefined || second === undefined || others.length > 0) return null;
  const ofFirst = vat.minus(vatUpon(net, second)).times(100).div(big(first).minus(second));
  if (ofFirst.lte(0) || ofFirst.gte(net)) return null;
  return [
    { rate: first, amount: ofFirst },
    { rate: second, amount: net.minus(ofFirst) },
  ];
}
