/** What was given back, per VAT rate: as the source states it, as the books hold it, and what is left between them. */
import { allocate, big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order, Refund } from '../../../records/order.ts';
import type { RateShare } from '../../links.ts';

/** Adds up shares per rate; rates that are written otherwise are one. What comes to nothing is left out. */
export function addedUp(shares: Iterable<RateShare>): RateShare[] {
  const groups = Map.groupBy(shares, ({ rate }) => normalise(big(rate)));
  return [...groups]
    .map(([rate, group]) => ({
      rate,
      gross: normalise(sum(group.map(({ gross }) => gross))),
      vat: normalise(sum(group.map(({ vat }) => vat))),
    }))
    .filter(({ gross, vat }) => !big(gross).eq(0) || !big(vat).eq(0));
}

export function without(shares: readonly RateShare[], taken: readonly RateShare[]): RateShare[] {
  const negative = taken.map(({ rate, gross, vat }) => ({
    rate,
    gross: normalise(big(gross).neg()),
    vat: normalise(big(vat).neg()),
  }));
  return addedUp([...shares, ...negative]);
}

export function grossOf(shares: readonly RateShare[]): Decimal {
  return normalise(sum(shares.map(({ gross }) => gross)));
}

/** What the source states per rate of the first refunds that come to this amount; null where it states no rates of them. */
export function statedByRate({ refunds = [] }: Pick<Order, 'refunds'>, upTo: Decimal): RateShare[] | null {
  const first = firstRefunds(refunds, upTo);
  if (first === null || first.length === 0) return null;
  const shares = first.flatMap(({ byRate }) => byRate ?? []);
  return first.every(({ byRate }) => byRate !== undefined) ? addedUp(shares) : null;
}

/** The first refunds, oldest first, that come to exactly this amount; null where they come to another. */
export function firstRefunds(refunds: readonly Refund[], upTo: Decimal): readonly Refund[] | null {
  let rest = big(upTo);
  for (const [index, { gross }] of refunds.entries()) {
    if (rest.lte(0)) return rest.eq(0) ? refunds.slice(0, index) : null;
    rest = rest.minus(gross);
  }
  return rest.eq(0) ? refunds : null;
}

/** Spreads an amount over the rates by what they hold; by `whole` where nothing is left of them. */
export function spreadOver(
  amount: Decimal,
  left: readonly RateShare[],
  whole: readonly RateShare[],
  currency: string,
): { readonly rate: Decimal; readonly gross: Decimal }[] {
  const held = left.filter(({ gross }) => big(gross).gt(0));
  const rates = held.length === 0 ? whole : held;
  const weights = rates.map(({ gross }) => gross);
  return allocate(amount, weights, currency)
    .map((gross, index) => ({ rate: rates[index]?.rate ?? '0', gross: normalise(gross) }))
    .filter(({ gross }) => !big(gross).eq(0));
}
