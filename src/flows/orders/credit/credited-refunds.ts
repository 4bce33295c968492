/** Which of an order's refunds the books hold already. */
import { big, type Decimal, sum } from '../../../records/money.ts';
import type { RateShare, Refund } from '../../../records/order.ts';
import { addedUp, firstRefunds, without } from './by-rate.ts';

/** Beyond that many only the oldest are tried: each one more doubles what there is to try. */
const maxTried = 12;

/**
 * Returns the refunds that come to what was given back in the books (`standing`, `held` per rate): the oldest as a rule. A
 * source may tell a later one before an earlier one, as where pieces are cancelled before others are sent back; then the rates
 * tell which were credited. Null where none come to that amount.
 */
export function creditedRefunds(
  refunds: readonly Refund[],
  standing: Decimal,
  held: readonly RateShare[],
): readonly Refund[] | null {
  const oldest = firstRefunds(refunds, standing);
  if (oldest !== null && isHeld(oldest, held)) return oldest;
  if (refunds.length > maxTried) return oldest;
  const others = subsets(refunds).find(
    (some) => sum(some.map(({ gross }) => gross)).eq(standing) && isHeld(some, held),
  );
  return others ?? oldest;
}

/** True too where a refund does not state its rates: nothing speaks against it. */
function isHeld(refunds: readonly Refund[], held: readonly RateShare[]): boolean {
  if (refunds.some(({ byRate }) => byRate === undefined)) return true;
  const stated = addedUp(refunds.flatMap(({ byRate }) => byRate ?? []));
  return without(stated, held).every(({ gross }) => big(gross).eq(0));
}

/** The oldest refunds are in the first of them. */
function subsets(refunds: readonly Refund[]): Refund[][] {
  const [first, ...rest] = refunds;
  if (first === undefined) return [[]];
  const others = subsets(rest);
  return [...others.map((some) => [first, ...some]), ...others];
}
