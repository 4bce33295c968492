import type { Order } from '../../../records/order.ts';
import type { OrderFacts, SoldPieces } from '../../links.ts';
import type { OrderWork } from '../work.ts';

/** What the document is known by. `gross` and `vat`: what it came to, where that is not what the order comes to now. */
type DocumentFacts = Required<Pick<OrderFacts, 'reference' | 'state' | 'credited'>> &
  Partial<Pick<OrderFacts, 'gross' | 'vat' | 'adopted' | 'bookedAt' | 'made' | 'followed' | 'number'>>;

/** Remembers what was booked, to notice later that the order has changed since. */
export async function linkOrder(
  { context, endpoints: { document }, order }: OrderWork,
  targetId: string,
  facts: DocumentFacts,
): Promise<void> {
  const fingerprint = await context.fingerprint([order.gross, order.vat, order.currency]);
  context.links.put('order', context.key, {
    targetId,
    fingerprint,
    facts: {
      ...{ gross: order.gross, vat: order.vat, bookedAt: context.now().toISOString() },
      pieces: piecesOf(order),
      ...(document === undefined ? {} : { document }),
      ...facts,
    },
  });
}

/** Lines that name no article are nobody's level. */
function piecesOf({ lines }: Order): readonly SoldPieces[] {
  return lines.flatMap(({ sku, quantity }) => (sku === undefined || sku === '' ? [] : [{ sku, quantity }]));
}
