/**
 * What of a receipt was given back: since when that is known, and at which of the receipt's own rates it is. In the sum of a day nobody could
 * tell that any more.
 */
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { RateShare, Refund } from '../../../records/order.ts';
import type { NotedRefund, ReceiptFacts } from '../../links.ts';
import { grossOf, spreadOver, vatIn, without } from '../credit/by-rate.ts';
import type { Contribution } from './contribution.ts';

/**
 * What a receipt states, as it is kept. `before`: as it was kept so far; that is what a cancelled one gives back, whatever its amounts have come to be.
 * `now`: epoch milliseconds.
 */
export function notedOf(stated: Contribution, before: ReceiptFacts | null, now: number): ReceiptFacts {
  const { refunded, refunds: told, cancelled, ...facts } = stated;
  const refunds = notedRefunds(told, refunded, before?.refunds ?? [], now);
  const { cancelledAt = now, ...amounts } = { ...facts, ...(cancelled ? before : {}) };
  return {
    ...amounts,
    ...(refunds.length === 0 ? {} : { refunds }),
    ...(cancelled ? { cancelledAt } : {}),
  };
}

/** What is told now keeps the time of what it was known as: by itself before, or as a part of an amount. */
function notedRefunds(
  told: readonly Refund[],
  refunded: Decimal,
  before: readonly NotedRefund[],
  now: number,
): NotedRefund[] {
  const sumOf = (refunds: readonly Pick<Refund, 'gross'>[]) => sum(refunds.map(({ gross }) => gross));
  // Parts that come to more than the whole are none.
  const parts = sumOf(told).gt(refunded) ? [] : told;
  const known = before.filter(({ isAmount }) => !isAmount);
  const amounts = before.filter(({ isAmount }) => isAmount);
  const earliest = amounts[0]?.at ?? now;
  const stated = parts.map((refund): NotedRefund => {
    const index = known.findIndex((each) => isSame(each, refund));
    const [same] = index < 0 ? [] : known.splice(index, 1);
    return { ...refund, at: same?.at ?? earliest };
  });
  const rest = big(refunded).minus(sumOf(parts));
  const more = rest.minus(sumOf(amounts));
  const amount = (gross: typeof rest, at: number): NotedRefund[] =>
    gross.gt(0) ? [{ gross: normalise(gross), at, isAmount: true }] : [];
  return [...stated, ...(more.gte(0) ? [...amounts, ...amount(more, now)] : amount(rest, earliest))];
}

function isSame(one: Refund, other: Refund): boolean {
  if (one.id !== undefined || other.id !== undefined) return one.id === other.id;
  return big(one.gross).eq(other.gross) && one.date === other.date;
}

/** What a receipt comes to per rate, with what was taken in beside its turnover (`asides`). */
export function sharesOf({ gross, byRate }: ReceiptFacts, asides: readonly RateShare[]): RateShare[] {
  const rates = byRate.map(({ rate, amount, vat }) => ({ rate, gross: amount, vat }));
  const rounded = big(gross).minus(grossOf(rates));
  const rounding = { rate: '0', gross: normalise(rounded), vat: '0' };
  return [...rates, ...(rounded.eq(0) ? [] : [rounding]), ...asides];
}

/**
 * Whether a cancelled receipt adds nothing: a return, or an exchange of equal worth, leaves nothing to be given back. The day is another one without
 * it, which is for a person once it is booked.
 */
export function isOut({ cancelledAt }: ReceiptFacts, shares: readonly RateShare[]): boolean {
  return cancelledAt !== undefined && big(grossOf(shares)).lte(0);
}

/** Refunds at the receipt's rates, of what is left of them each: as they are stated, else by worth. Cancelled, all that is left is one more. */
export function refundsAtRates(
  { refunds = [], cancelledAt }: ReceiptFacts,
  shares: readonly RateShare[],
  currency: string,
): NotedRefund[] {
  let left = without(shares, []);
  const atRates = refunds.map((refund): NotedRefund => {
    const byRate = refund.byRate ?? ratesOf(refund.gross, left, shares, currency);
    left = without(left, byRate);
    return { ...refund, byRate: [...byRate] };
  });
  const gross = grossOf(left);
  if (cancelledAt === undefined || big(gross).lte(0)) return atRates;
  return [...atRates, { gross, at: cancelledAt, byRate: left }];
}

function ratesOf(
  gross: Decimal,
  left: readonly RateShare[],
  whole: readonly RateShare[],
  currency: string,
): readonly RateShare[] {
  if (big(grossOf(left)).eq(gross)) return left;
  const own = left.length === 0 ? whole : left;
  return spreadOver(gross, left, whole, currency).map((share) => ({ ...share, vat: vatIn(share, own) }));
}
