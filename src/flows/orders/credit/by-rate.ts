/** What was given back, per VAT rate: as the source states it, as the books hold it, and what is left between them. */
import { allocate, big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order, RateShare, Refund } from '../../../records/order.ts';

/**
 * Adds up shares per rate, each kind of what a till took in beside the turnover by itself; rates that are written otherwise are one. What comes to
 * nothing is left out.
 */
export function addedUp(shares: Iterable<RateShare>): RateShare[] {
  const groups = Map.groupBy(shares, ({ rate, aside = '' }) => `${normalise(big(rate))} ${aside}`);
  return [...groups.values()]
    .map((group) => ({
      ...{ rate: normalise(big(group[0]?.rate ?? '0')), ...asideOf(group[0]) },
      gross: normalise(sum(group.map(({ gross }) => gross))),
      vat: normalise(sum(group.map(({ vat }) => vat))),
    }))
    .filter(({ gross, vat }) => !big(gross).eq(0) || !big(vat).eq(0));
}

function asideOf(share: Pick<RateShare, 'aside'> | undefined): Pick<RateShare, 'aside'> {
  return share?.aside === undefined ? {} : { aside: share.aside };
}

export function without(shares: readonly RateShare[], taken: readonly RateShare[]): RateShare[] {
  return addedUp([...shares, ...below(taken)]);
}

/** The same below zero. */
export function below(shares: readonly RateShare[]): RateShare[] {
  return shares.map(({ gross, vat, ...share }) => ({
    ...share,
    gross: normalise(big(gross).neg()),
    vat: normalise(big(vat).neg()),
  }));
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

/** What of an amount is at a rate; its VAT is not told. */
export type GrossShare = Omit<RateShare, 'vat'>;

/**
 * Spreads an amount over the rates by what they hold; by `whole` where nothing is left of them. What was taken in beside the turnover comes last:
 * goods are what people bring back.
 */
export function spreadOver(
  amount: Decimal,
  left: readonly RateShare[],
  whole: readonly RateShare[],
  currency: string,
): GrossShare[] {
  const held = left.filter(({ gross }) => big(gross).gt(0));
  const goods = held.filter(({ aside }) => aside === undefined);
  const beside = held.filter(({ aside }) => aside !== undefined);
  const ofGoods = beside.length === 0 || big(grossOf(goods)).gte(amount) ? amount : grossOf(goods);
  return [
    ...spread(ofGoods, held.length === 0 ? whole : goods, currency),
    ...spread(normalise(big(amount).minus(ofGoods)), beside, currency),
  ];
}

function spread(amount: Decimal, shares: readonly RateShare[], currency: string): GrossShare[] {
  const weights = shares.map(({ gross }) => gross);
  return allocate(amount, weights, currency).flatMap((gross, index) => {
    const { rate = '0', aside } = shares[index] ?? {};
    return gross.eq(0) ? [] : [{ rate, ...asideOf({ aside }), gross: normalise(gross) }];
  });
}

/** The part of a share's VAT that belongs to a part of its gross. */
export function vatIn({ rate, aside, gross }: GrossShare, whole: readonly RateShare[]): Decimal {
  const all = whole.find((each) => big(each.rate).eq(rate) && each.aside === aside);
  if (all === undefined || big(all.gross).eq(0)) return '0';
  return normalise(big(all.vat).times(gross).div(all.gross).round(2));
}
