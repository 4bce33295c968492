/** Sending goods, by fulfilment orders (sheet 5.5). */
import { payloadOf, refused } from '../graphql/errors.ts';
import { idIn } from '../ids.ts';
import type { Shop } from '../shop.ts';
import { unfulfilledQuantity } from './figures.ts';
import { fulfillmentLineId, fulfillmentView, statusOfFulfillmentOrder } from './fulfillment-view.ts';
import type { Fulfillment, Order } from './order.ts';

interface TrackingInput {
  readonly company?: string | null;
  readonly number?: string | null;
  readonly url?: string | null;
}

interface FulfillmentInput {
  readonly trackingInfo?: TrackingInput | null;
  readonly lineItemsByFulfillmentOrder: readonly {
    readonly fulfillmentOrderId: string;
    readonly fulfillmentOrderLineItems?: readonly { readonly id: string; readonly quantity: number }[] | null;
  }[];
}

export function fulfillmentMutations(shop: Shop) {
  const shown = (order: Order, id: string) => {
    const index = order.fulfillments.findIndex((each) => each.id === id);
    const fulfillment = order.fulfillments[index];
    return {
      fulfillment: fulfillment === undefined ? null : fulfillmentView(shop, order, fulfillment, index),
    };
  };
  const withFulfillment = (id: string): { order: Order; own: Fulfillment } => {
    const number = idIn('Fulfillment', id);
    const order = shop.orders
      .all()
      .find(({ fulfillments }) => fulfillments.some((each) => each.id === number));
    const own = order?.fulfillments.find((each) => each.id === number);
    if (order === undefined || own === undefined) throw refused('id', 'Fulfillment not found.');
    return { order, own };
  };
  const replaced = (order: Order, own: Fulfillment) => ({
    fulfillments: order.fulfillments.map((each) => (each.id === own.id ? own : each)),
  });
  return {
    fulfillmentCreate: ({ fulfillment }: { fulfillment: FulfillmentInput }) =>
      payloadOf(() => {
        const [asked, ...others] = fulfillment.lineItemsByFulfillmentOrder;
        if (asked === undefined) throw refused('fulfillment', 'Fulfillment order is required');
        const order = shop.orders
          .all()
          .find((each) => each.fulfillmentOrderId === idIn('FulfillmentOrder', asked.fulfillmentOrderId));
        if (order === undefined) throw refused('fulfillment', 'Fulfillment order does not exist.');
        if (others.length > 0) throw refused('fulfillment', 'All fulfillment orders must be of one order.');
        const status = statusOfFulfillmentOrder(order);
        if (status !== 'OPEN' && status !== 'IN_PROGRESS') {
          throw refused(
            'fulfillment',
            `Fulfillment order ${asked.fulfillmentOrderId} has an unfulfillable status= ${status.toLowerCase()}.`,
          );
        }
        const made = sent(
          shop,
          order,
          asked.fulfillmentOrderLineItems ?? null,
          fulfillment.trackingInfo ?? {},
        );
        return shown(shop.changeOrder(order, { fulfillments: [...order.fulfillments, made] }), made.id);
      }),
    fulfillmentTrackingInfoUpdate: ({
      fulfillmentId,
      trackingInfoInput,
    }: {
      fulfillmentId: string;
      trackingInfoInput: TrackingInput;
    }) =>
      payloadOf(() => {
        const { order, own } = withFulfillment(fulfillmentId);
        const { company = null, number = null, url = null } = trackingInfoInput;
        return shown(shop.changeOrder(order, replaced(order, { ...own, company, number, url })), own.id);
      }),
    fulfillmentCancel: ({ id }: { id: string }) =>
      payloadOf(() => {
        const { order, own } = withFulfillment(id);
        return shown(shop.changeOrder(order, replaced(order, { ...own, status: 'CANCELLED' })), own.id);
      }),
  };
}

/** Without lines all that is left goes. */
export function sent(
  shop: Shop,
  order: Order,
  lines: readonly { readonly id: string; readonly quantity: number }[] | null,
  { company = null, number = null, url = null }: TrackingInput,
): Fulfillment {
  const all = order.lines.map((line) => ({ lineId: line.id, quantity: unfulfilledQuantity(order, line) }));
  const chosen =
    lines?.map(({ id, quantity }) => {
      const line = order.lines.find(
        (each) => fulfillmentLineId(each) === idIn('FulfillmentOrderLineItem', id),
      );
      if (line === undefined) throw refused('fulfillment', 'Fulfillment order line item does not exist.');
      if (quantity <= 0 || quantity > unfulfilledQuantity(order, line)) {
        throw refused('fulfillment', 'Invalid fulfillment order line item quantity requested.');
      }
      return { lineId: line.id, quantity };
    }) ?? all;
  const going = chosen.filter(({ quantity }) => quantity > 0);
  return {
    id: shop.newId('part'),
    at: shop.world.now(),
    status: 'SUCCESS',
    company,
    number,
    url,
    lines: going,
  };
}
