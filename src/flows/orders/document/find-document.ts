import type { FoundDocument } from '../../../connectors/contract/target.ts';
import type { OrderWork } from '../work.ts';

/** Returns the target's document under exactly this reference, or null when there is none. */
export async function findDocument(
  { context, endpoints, order }: Pick<OrderWork, 'context' | 'endpoints' | 'order'>,
  reference: string,
): Promise<FoundDocument | null> {
  const found = await endpoints.target.find(context.target.api, [reference], new Date(order.placedAt));
  return found.get(reference) ?? null;
}
