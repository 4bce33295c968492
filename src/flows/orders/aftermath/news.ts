/** What became of a sale after its document was made in a system that keeps sales: what of it that system does not say yet. */
import type { Aftermath, DocumentTarget } from '../../../connectors/contract/target.ts';
import type { Document } from '../../../records/document.ts';
import { big } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import type { OrderFacts, OrderLink } from '../../links.ts';
import { standingOf } from '../difference.ts';
import type { OrderWork } from '../work.ts';

export type Happening = keyof Aftermath;
export const happenings = ['paid', 'shipped', 'cancelled'] as const satisfies readonly Happening[];

/** A sale that is called off is neither paid nor sent any more. */
function isSaid(order: Pick<Order, Happening>, what: Happening): boolean {
  return what === 'cancelled' || !order.cancelled ? order[what] === true : false;
}

/**
 * Nothing where the target cannot be told at all: the bank tells the books of payments, and what is given back goes by the
 * setting `refunds`. Each is news once, whatever people make of it in the target, unless the source takes it back in between.
 */
export function newsOf({ context: { settings }, endpoints, order }: OrderWork, link: OrderLink): Happening[] {
  if (endpoints.target.follow === undefined || settings.aftermath === 'ignore') return [];
  // A person may have seen to it, or all of it was given back before.
  const stands = big(order.gross).gt(0) && big(standingOf(link).givenBack).gte(order.gross);
  const known = link.facts.followed ?? [];
  return happenings.filter((what) => {
    if (what === 'cancelled' && (settings.refunds === 'ignore' || stands)) return false;
    return isSaid(order, what) && !known.includes(what);
  });
}

/**
 * The link without what the source has taken back: said anew it is news again. A sale that is called off says nothing of
 * payment and parcel.
 */
export function withoutTakenBack(order: Order, link: OrderLink): OrderLink {
  const { followed, ...facts } = link.facts;
  const left = (followed ?? []).filter((what) =>
    what === 'cancelled' || !order.cancelled ? order[what] !== false : true,
  );
  if (followed === undefined || left.length === followed.length) return link;
  return { ...link, facts: { ...facts, ...(left.length === 0 ? {} : { followed: left }) } };
}

/** What the document said of the sale when it was made. */
export function saidAtFirst(
  target: DocumentTarget,
  document: Pick<Document, 'paid' | 'shipped'>,
): Pick<OrderFacts, 'followed'> {
  const followed = (['paid', 'shipped'] as const).filter((what) => document[what] === true);
  return target.follow === undefined || followed.length === 0 ? {} : { followed };
}

/** As the target takes it. */
export function asAftermath(news: readonly Happening[]): Aftermath {
  return Object.fromEntries(news.map((what) => [what, true]));
}
