import { big } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import { mutate, query } from '../graphql.ts';
import { all, connected, requireWhole } from '../pages.ts';
import { fulfill, fulfillmentOrders } from './changes.graphql.ts';

const open = ['OPEN', 'IN_PROGRESS'];
const over = ['CLOSED', 'CANCELLED', 'INCOMPLETE'];

/**
 * Marks what is left of an order as sent: a call for each place that it is sent from, line by line with its pieces (sheet 5.5,
 * case O6). Buyers are not written to. Returns whether all of it is sent; what is on hold waits until somebody releases it.
 */
export async function markSent(api: Api, id: string): Promise<boolean> {
  const rows = connected(
    async (after) => (await query(api, fulfillmentOrders, { id, after })).order?.fulfillmentOrders ?? null,
  );
  const parcels = await all(rows);
  requireWhole(...parcels.map(({ lineItems }) => lineItems));
  const ready = parcels.filter(({ status = '' }) => open.includes(status));
  const places = Map.groupBy(ready, ({ assignedLocation }) => assignedLocation.location?.id ?? '');
  for (const atPlace of places.values()) {
    const lineItemsByFulfillmentOrder = atPlace.flatMap(({ id: fulfillmentOrderId, lineItems }) => {
      const left = lineItems.nodes.filter(({ remainingQuantity = '0' }) => big(remainingQuantity).gt(0));
      const fulfillmentOrderLineItems = left.map(({ id: line, remainingQuantity }) => ({
        id: line,
        quantity: Number(remainingQuantity),
      }));
      return left.length === 0 ? [] : [{ fulfillmentOrderId, fulfillmentOrderLineItems }];
    });
    if (lineItemsByFulfillmentOrder.length === 0) continue;
    await mutate(api, fulfill, { fulfillment: { lineItemsByFulfillmentOrder, notifyCustomer: false } });
  }
  return parcels.every(({ status = '' }) => open.includes(status) || over.includes(status));
}
