import type { Document } from '../../../records/document.ts';
import { type Attempt, attempt } from '../../preview-attempt.ts';
import type { OrderWork } from '../work.ts';
import type { Balanced } from './balance.ts';
import { buildDocument } from './build.ts';
import { bareDocument, draftDocument } from './draft.ts';

/**
 * Returns the document as far as it can be planned, for people to look at: where it does not come to the order's totals
 * without its rounding lines, where a setting or the mapping has no answer of the amounts alone. Null where not even
 * these can be added up. It makes no calls.
 */
export async function asFarAsKnown(work: OrderWork): Promise<Balanced | null> {
  const { order, context, endpoints } = work;
  const { target } = endpoints;
  const ways: (() => Promise<Balanced>)[] = [
    () => buildDocument(work, context.settings),
    async () => added(draftDocument(order, await work.mapped(), context.settings, target)),
    async () => added(bareDocument(order, context.settings, target)),
  ];
  const added = (document: Document): Balanced => ({
    document,
    totals: target.totals(document),
    rounded: null,
  });
  for (const way of ways) {
    const { value }: Attempt<Balanced> = await attempt(way);
    if (value !== null) return value;
  }
  return null;
}

/** The body that would be sent of it, its customer still open; null where it does not fit the target. */
export async function bodyAsFarAsKnown({ context, endpoints }: OrderWork, document: Document) {
  return (await attempt(() => endpoints.target.toWire(document, context.target.api.account))).value;
}
