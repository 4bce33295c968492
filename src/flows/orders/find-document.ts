import type { DocumentTarget, FoundDocument } from '../../connectors/contract/target.ts';
import type { Order } from '../../records/order.ts';
import type { FlowContext } from '../contract.ts';

/** The target's document under exactly this reference; null when there is none. */
export async function findDocument(
  target: DocumentTarget,
  { target: { api } }: Pick<FlowContext, 'target'>,
  reference: string,
  { placedAt }: Order,
): Promise<FoundDocument | null> {
  return (await target.find(api, [reference], new Date(placedAt))).get(reference) ?? null;
}
