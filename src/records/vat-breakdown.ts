/** Amounts at VAT rates: added up per rate, completed to a stated total, and spread over rates. All to the cent. */
import type Big from 'big.js';
import { allocate, big, type Decimal, normalise, sum } from './money.ts';
import type { Charge, Order } from './order.ts';

/** VAT, or what it is upon: a price, a weight in a split. */
export interface RateAmount {
  readonly rate: Decimal;
  readonly amount: Big;
}

/** One amount per rate, in the order in which the rates come. Rates that are written otherwise are one. */
export function byRate(
  amounts: Iterable<{ readonly rate: Decimal; readonly amount: Decimal | Big }>,
): RateAmount[] {
  const groups = Map.groupBy(amounts, ({ rate }) => normalise(big(rate)));
  return [...groups].map(([rate, group]) => ({ rate, amount: sum(group.map(({ amount }) => amount)) }));
}

export function lowestFirst(amounts: readonly RateAmount[]): RateAmount[] {
  return amounts.toSorted((a, b) => big(a.rate).cmp(b.rate));
}

export function totalOf(amounts: readonly RateAmount[]): Big {
  return sum(amounts.map(({ amount }) => amount));
}

/** What is stated at one rate. */
export function vatAt(
  breakdown: readonly { readonly rate: Decimal; readonly vat: Decimal }[],
  rate: Decimal,
): Decimal {
  return normalise(sum(breakdown.filter((each) => big(each.rate).eq(rate)).map(({ vat }) => vat)));
}

/**
 * VAT per rate, the highest first, that adds up to `total`: what the parts miss, cents as a rule, goes to the rate with
 * the most VAT. `listed` are rates that are named even without VAT. With no rate at all, all of it is at 0 %.
 */
export function vatBreakdown(
  parts: readonly RateAmount[],
  total: Big,
  listed: readonly Decimal[] = [],
): Order['vatByRate'] {
  const rates = lowestFirst(byRate([...parts, ...listed.map((rate) => ({ rate, amount: '0' }))])).reverse();
  const rest = total.minus(totalOf(rates));
  if (rates.length === 0 && !rest.eq(0)) return [{ rate: '0', vat: normalise(rest) }];
  const size = (index: number) => rates[index]?.amount.abs() ?? big('0');
  const largest = rates.reduce((best, _, index) => (size(index).gt(size(best)) ? index : best), 0);
  return rates.map(({ rate, amount }, index) => ({
    rate,
    vat: normalise(index === largest ? amount.plus(rest) : amount),
  }));
}

/** The weights of what is at one rate as a whole. */
export function wholeAt(rate: Decimal): readonly RateAmount[] {
  return [{ rate, amount: big('1') }];
}

/** An amount over rates by their weights; what comes to nothing is left out. */
export function spread(
  amount: Decimal | Big,
  weights: readonly RateAmount[],
  currency: string,
): RateAmount[] {
  const shares = allocate(
    amount,
    weights.map((weight) => weight.amount),
    currency,
  );
  return weights
    .map(({ rate }, index) => ({ rate, amount: shares[index] ?? big('0') }))
    .filter((share) => !share.amount.eq(0));
}

/** An amount beside the lines as one charge per rate, under the shop's own words for it or its kind. */
export function chargesOver(
  name: Pick<Charge, 'description' | 'kind'>,
  amount: Decimal | Big,
  weights: readonly RateAmount[],
  currency: string,
): Charge[] {
  return spread(amount, weights, currency).map((share) => ({
    ...name,
    amount: normalise(share.amount),
    vatRate: share.rate,
  }));
}
