import Big from 'big.js';
import { dollarsPerMonth, type Priced, priced, prices, storage } from './prices.ts';
import type { Usage } from './usage.ts';

export interface Bill {
  readonly items: Readonly<Record<Priced, Big>>;
  readonly storage: Big;
  readonly total: Big;
}

/** What a month comes to on the paid plan, in dollars. */
export function billOf(month: Usage, gigabytes: Big): Bill {
  const items = Object.fromEntries(priced.map((name) => [name, overage(name, month[name])])) as Record<
    Priced,
    Big
  >;
  const stored = positive(gigabytes.minus(storage.includedGigabytes)).times(storage.dollarsPerGigabyte);
  const total = priced.reduce((sum, name) => sum.plus(items[name]), Big(dollarsPerMonth).plus(stored));
  return { items, storage: stored, total };
}

function overage(name: Priced, used: Big): Big {
  const { includedPerMonth, lot, dollarsPerLot } = prices[name];
  const lots = positive(used.minus(includedPerMonth)).div(lot).round(0, Big.roundUp);
  return lots.times(dollarsPerLot);
}

export interface FreeLimit {
  readonly name: Priced;
  readonly limit: Big;
  readonly idle: Big;
  readonly perOrder: Big;
  /** Whole orders; null where an order uses none of it. */
  readonly ordersPerDay: Big | null;
}

/** What the free plan's daily limits leave after a day of idling, in orders; the one that binds first comes first. */
export function freeLimits(idleDay: Usage, perOrder: Usage): FreeLimit[] {
  const limits = priced.flatMap((name) => {
    const { freePerDay } = prices[name];
    if (freePerDay === null) return [];
    const [limit, idle, each] = [Big(freePerDay), idleDay[name], perOrder[name]];
    const ordersPerDay = each.eq(0) ? null : limit.minus(idle).div(each).round(0, Big.roundDown);
    return [{ name, limit, idle, perOrder: each, ordersPerDay }];
  });
  const rank = ({ ordersPerDay }: FreeLimit) => ordersPerDay ?? Big(Number.MAX_SAFE_INTEGER);
  return limits.sort((a, b) => rank(a).cmp(rank(b)));
}

function positive(value: Big): Big {
  return value.gt(0) ? value : Big(0);
}
