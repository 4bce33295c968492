import type { Document, Totals } from '../../../records/document.ts';
import { type Attempt, attempt } from '../../preview-attempt.ts';
import type { OrderWork } from '../work.ts';
import { buildDocument } from './build.ts';
import { bareDocument, draftDocument } from './draft.ts';

/** The order's document, and what it comes to in the target. */
interface Known {
  readonly document: Document;
  readonly totals: Totals;
}

/**
 * Returns the document as far as it can be planned, for people to look at: where it does not come to the order's totals
 * without its rounding lines, where a setting or the mapping has no answer of the amounts alone. Null where not even
 * these can be added up. It makes no calls.
 */
export async function asFarAsKnown(work: OrderWork): Promise<Known | null> {
  const { order, context, endpoints } = work;
  const { target } = endpoints;
  const ways: (() => Promise<Known>)[] = [
    async () => {
      const { document, totals } = await buildDocument(work, context.settings);
      return { document, totals };
    },
    async () => added(draftDocument(order, await work.mapped(), context.settings, target)),
    async () => added(bareDocument(order, context.settings, target)),
  ];
  const added = (document: Document): Known => ({ document, totals: target.totals(document) });
  for (const way of ways) {
    const { value }: Attempt<Known> = await attempt(way);
    if (value !== null) return value;
  }
  return null;
}

/** The body that would be sent of it, its customer still open; null where it does not fit the target. */
export async function bodyAsFarAsKnown({ context, endpoints }: OrderWork, document: Document) {
  return (await attempt(() => endpoints.target.toWire(document, context.target.api.account))).value;
}
