import { listed, type PageArguments } from '../graphql/connection.ts';
import { gid, idIn } from '../ids.ts';
import { placeOf, placeView } from '../products/stock-view.ts';
import { locations, type Shop } from '../shop.ts';
import { isoText } from '../timestamps.ts';
import { fulfilledQuantity, unfulfilledQuantity } from './figures.ts';
import { lineView } from './line-view.ts';
import type { Fulfillment, FulfillmentOrder, Line, Order } from './order.ts';

export function fulfillmentView(
  shop: Shop,
  order: Order,
  each: Fulfillment,
  index: number,
): Record<string, unknown> {
  const { company, number, url } = each;
  return {
    __typename: 'Fulfillment',
    id: gid('Fulfillment', each.id),
    legacyResourceId: each.id,
    name: `${order.name}-F${index + 1}`,
    createdAt: isoText(each.at),
    updatedAt: isoText(each.at),
    status: each.status,
    displayStatus: each.status === 'CANCELLED' ? 'CANCELED' : 'FULFILLED',
    totalQuantity: each.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    trackingInfo: number === null && company === null ? [] : [{ company, number, url }],
    requiresShipping: true,
    location: () => placeView(shop, placeOf(each.locationId) ?? locations[0]),
    fulfillmentLineItems: (args: PageArguments) =>
      listed(each.lines, args, ({ lineId, quantity }) => ({
        id: gid('FulfillmentLineItem', `${each.id}${lineId.slice(-4)}`),
        lineItem: () => {
          const line = order.lines.find(({ id }) => id === lineId);
          return line === undefined ? null : lineView(shop, order, line);
        },
        quantity,
      })),
  };
}

export type FulfillmentOrderStatus = 'OPEN' | 'IN_PROGRESS' | 'ON_HOLD' | 'CLOSED' | 'CANCELLED';

export function linesOfFulfillmentOrder({ lines }: Order, { lineIds }: FulfillmentOrder): Line[] {
  return lines.filter(({ id }) => lineIds.includes(id));
}

export function statusOfFulfillmentOrder(order: Order, own: FulfillmentOrder): FulfillmentOrderStatus {
  const lines = linesOfFulfillmentOrder(order, own);
  if (order.cancelledAt !== null) return 'CANCELLED';
  if (lines.every((line) => unfulfilledQuantity(order, line) === 0)) return 'CLOSED';
  if (own.onHold) return 'ON_HOLD';
  return lines.some(({ id }) => fulfilledQuantity(order, id) > 0) ? 'IN_PROGRESS' : 'OPEN';
}

export function fulfillmentOrderIn(shop: Shop, id: string): { order: Order; own: FulfillmentOrder } | null {
  const number = idIn('FulfillmentOrder', id);
  for (const order of shop.orders.all()) {
    const own = order.fulfillmentOrders.find((each) => each.id === number);
    if (own !== undefined) return { order, own };
  }
  return null;
}

export function fulfillmentOrderView(
  shop: Shop,
  order: Order,
  own: FulfillmentOrder,
): Record<string, unknown> {
  const status = statusOfFulfillmentOrder(order, own);
  const place = placeOf(own.locationId) ?? locations[0];
  return {
    __typename: 'FulfillmentOrder',
    id: gid('FulfillmentOrder', own.id),
    status,
    requestStatus: 'UNSUBMITTED',
    createdAt: isoText(order.createdAt),
    updatedAt: isoText(order.updatedAt),
    orderId: gid('Order', order.id),
    orderName: order.name,
    assignedLocation: { ...place, countryCode: 'NL', location: () => placeView(shop, place) },
    supportedActions: status === 'OPEN' || status === 'IN_PROGRESS' ? [{ action: 'CREATE_FULFILLMENT' }] : [],
    lineItems: (args: PageArguments) =>
      listed(linesOfFulfillmentOrder(order, own), args, (line) => fulfillmentLineView(shop, order, line)),
  };
}

/** The line of the fulfilment order has an id of its own, made of that of the line. */
export function fulfillmentLineId({ id }: Line): string {
  return `9${id}`;
}

function fulfillmentLineView(shop: Shop, order: Order, line: Line): Record<string, unknown> {
  return {
    id: gid('FulfillmentOrderLineItem', fulfillmentLineId(line)),
    remainingQuantity: unfulfilledQuantity(order, line),
    totalQuantity: line.quantity,
    lineItem: () => lineView(shop, order, line),
    sku: line.sku,
    productTitle: line.title,
    requiresShipping: line.requiresShipping,
  };
}
