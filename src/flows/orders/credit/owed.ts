/** What the next credit of a booked order is of: one refund where the source tells them apart, else all that is owed. */
import { big, type Decimal, normalise } from '../../../records/money.ts';
import type { Order, RateShare } from '../../../records/order.ts';
import type { OrderLink } from '../../links.ts';
import { givenBack, standingOf } from '../difference.ts';
import { addedUp, grossOf, spreadOver, statedByRate, vatIn, without } from './by-rate.ts';
import { creditedRefunds } from './credited-refunds.ts';

export interface Owed {
  readonly gross: Decimal;
  /** What the order has given back once this is credited too. */
  readonly upTo: Decimal;
  /** The day of the refund in the shop; undefined where the source does not tell. */
  readonly date: string | undefined;
  /** As the source states it; null where it states no rates. */
  readonly byRate: readonly RateShare[] | null;
}

/** `held`: what the books have given back per rate. */
export function nextOwed(order: Order, link: OrderLink, owed: Decimal, held: readonly RateShare[]): Owed {
  const refunds = (order.refunds ?? []).filter(({ gross }) => big(gross).gt(0));
  const standing = standingOf(link).givenBack;
  const before = creditedRefunds(refunds, standing, held);
  const next = before === null ? undefined : refunds.find((refund) => !before.includes(refund));
  if (next !== undefined && big(next.gross).lte(owed)) {
    const { gross, date, byRate } = next;
    return { gross, upTo: sameAs(order, standing, gross), date, byRate: byRate ? addedUp(byRate) : null };
  }
  const stated = statedByRate({ refunds }, givenBack(order));
  const rest = stated && without(stated, held);
  return {
    gross: owed,
    upTo: givenBack(order),
    date: before === null || next !== undefined ? refunds.at(-1)?.date : undefined,
    byRate: rest && big(grossOf(rest)).eq(owed) ? rest : null,
  };
}

/**
 * What the books have given back per rate. Of credits that are not known per rate: as the source states their refunds, else
 * as Koppel spread them before it kept it, over what the order holds (`whole`).
 */
export function heldByRate(order: Order, link: OrderLink, whole: readonly RateShare[]): RateShare[] {
  const standing = standingOf(link).givenBack;
  const known = link.facts.creditedByRate ?? [];
  const unknown = normalise(big(standing).minus(grossOf(known)));
  if (big(unknown).eq(0)) return [...known];
  const stated = statedByRate(order, standing);
  if (stated !== null) return stated;
  if (big(unknown).lt(0)) return [];
  const shares = spreadOver(unknown, without(whole, known), whole, order.currency);
  return addedUp([...known, ...shares.map((share) => ({ ...share, vat: vatIn(share, whole) }))]);
}

/** Written as the source writes it where it is the same amount: references are made of it. */
function sameAs(order: Order, standing: Decimal, gross: Decimal): Decimal {
  const upTo = big(standing).plus(gross);
  return upTo.eq(givenBack(order)) ? givenBack(order) : normalise(upTo);
}
