/** What became of a sale after its document was made in a system that keeps sales: what of it that system does not say yet. */
import type { Aftermath, DocumentTarget } from '../../../connectors/contract/target.ts';
import type { Document } from '../../../records/document.ts';
import { big } from '../../../records/money.ts';
import type { OrderFacts, OrderLink } from '../../links.ts';
import { standingOf } from '../difference.ts';
import type { OrderWork } from '../work.ts';

export type Happening = keyof Aftermath;

/**
 * Nothing where the target cannot be told at all: the bank tells the books of payments, and what is given back goes by the
 * setting `refunds`. A sale that is called off is neither paid nor sent any more. Each is news once, whatever people make of
 * it in the target.
 */
export function newsOf({ context: { settings }, endpoints, order }: OrderWork, link: OrderLink): Happening[] {
  if (endpoints.target.follow === undefined || settings.aftermath === 'ignore') return [];
  const isKnown = (what: Happening) => link.facts.followed?.includes(what) === true;
  if (order.cancelled) {
    // A person may have seen to it, or all of it was given back before.
    const stands = big(order.gross).gt(0) && big(standingOf(link).givenBack).gte(order.gross);
    return settings.refunds === 'ignore' || stands || isKnown('cancelled') ? [] : ['cancelled'];
  }
  return happenings({
    paid: order.paid && !isKnown('paid'),
    shipped: order.shipped === true && !isKnown('shipped'),
  });
}

/** What the document said of the sale when it was made. */
export function saidAtFirst(
  target: DocumentTarget,
  { paid, shipped }: Pick<Document, 'paid' | 'shipped'>,
): Pick<OrderFacts, 'followed'> {
  const said = happenings({ paid, shipped: shipped === true });
  return target.follow === undefined || said.length === 0 ? {} : { followed: said };
}

function happenings({ paid, shipped }: { readonly paid: boolean; readonly shipped: boolean }): Happening[] {
  return [...(paid ? (['paid'] as const) : []), ...(shipped ? (['shipped'] as const) : [])];
}

/** As the target takes it. */
export function asAftermath(news: readonly Happening[]): Aftermath {
  return Object.fromEntries(news.map((what) => [what, true]));
}
