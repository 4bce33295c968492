/** Sending goods, by fulfilment orders (sheet 5.5). */
import { payloadOf, refused } from '../graphql/errors.ts';
import { idIn } from '../ids.ts';
import type { Shop } from '../shop.ts';
import { unfulfilledQuantity } from './figures.ts';
import {
  fulfillmentLineId,
  fulfillmentOrderIn,
  fulfillmentView,
  linesOfFulfillmentOrder,
  statusOfFulfillmentOrder,
} from './fulfillment-view.ts';
import type { Fulfillment, FulfillmentOrder, Line, Order } from './order.ts';

type Pieces = Fulfillment['lines'];

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
        const asked = fulfillment.lineItemsByFulfillmentOrder.map((each) => ({
          ...fulfillable(shop, each.fulfillmentOrderId),
          chosen: each.fulfillmentOrderLineItems ?? null,
        }));
        const [first] = asked;
        if (first === undefined) throw refused('fulfillment', 'Fulfillment order is required');
        const { order, own } = first;
        if (asked.some((each) => each.order.id !== order.id))
          throw refused('fulfillment', 'All fulfillment orders must be of one order.');
        if (asked.some((each) => each.own.locationId !== own.locationId))
          throw refused('fulfillment', 'All fulfillment orders must be assigned to the same location.');
        const pieces = asked.flatMap((each) => piecesIn(each.order, each.own, each.chosen));
        const made = sent(shop, own.locationId, pieces, fulfillment.trackingInfo ?? {});
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

function fulfillable(shop: Shop, id: string): { order: Order; own: FulfillmentOrder } {
  const found = fulfillmentOrderIn(shop, id);
  if (found === null) throw refused('fulfillment', 'Fulfillment order does not exist.');
  const status = statusOfFulfillmentOrder(found.order, found.own);
  if (status === 'OPEN' || status === 'IN_PROGRESS') return found;
  throw refused(
    'fulfillment',
    `Fulfillment order ${id} has an unfulfillable status= ${status.toLowerCase()}.`,
  );
}

/** Without lines all that is left goes. */
function piecesIn(
  order: Order,
  own: FulfillmentOrder,
  chosen: readonly { readonly id: string; readonly quantity: number }[] | null,
): Pieces {
  const lines = linesOfFulfillmentOrder(order, own);
  if (chosen === null) return left(order, lines);
  return chosen.map(({ id, quantity }) => {
    const line = lines.find((each) => fulfillmentLineId(each) === idIn('FulfillmentOrderLineItem', id));
    if (line === undefined) throw refused('fulfillment', 'Fulfillment order line item does not exist.');
    if (quantity <= 0 || quantity > unfulfilledQuantity(order, line)) {
      throw refused('fulfillment', 'Invalid fulfillment order line item quantity requested.');
    }
    return { lineId: line.id, quantity };
  });
}

/** What is still to be sent. */
export function left(order: Order, lines: readonly Line[]): Pieces {
  return lines.map((line) => ({ lineId: line.id, quantity: unfulfilledQuantity(order, line) }));
}

export function sent(
  shop: Shop,
  locationId: string,
  pieces: Pieces,
  { company = null, number = null, url = null }: TrackingInput,
): Fulfillment {
  return {
    id: shop.newId('part'),
    at: shop.world.now(),
    status: 'SUCCESS',
    locationId,
    company,
    number,
    url,
    lines: pieces.filter(({ quantity }) => quantity > 0),
  };
}
