import type { OrderFacts } from '../../links.ts';
import { soldPieces } from '../sold-pieces.ts';
import type { OrderWork } from '../work.ts';

/** What the document is known by. `gross`, `vat` and `pieces`: what it was made of, where that is not what the order is now. */
type DocumentFacts = Required<Pick<OrderFacts, 'reference' | 'state' | 'credited'>> &
  Partial<
    Pick<OrderFacts, 'gross' | 'vat' | 'pieces' | 'adopted' | 'bookedAt' | 'made' | 'followed' | 'number'>
  >;

/** Remembers what was booked, to notice later that the order has changed since. Its pieces are not under way from then on. */
export async function linkOrder(
  { context, endpoints: { document }, order }: OrderWork,
  targetId: string,
  facts: DocumentFacts,
): Promise<void> {
  const { pieces = soldPieces(order) } = facts;
  const fingerprint = await context.fingerprint([order.gross, order.vat, order.currency]);
  context.links.put('order', context.key, {
    targetId,
    fingerprint,
    facts: {
      ...{ gross: order.gross, vat: order.vat, currency: order.currency },
      bookedAt: context.now().toISOString(),
      ...(document === undefined ? {} : { document }),
      ...facts,
      pieces,
    },
  });
  context.sold(pieces);
}
