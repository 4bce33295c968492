/** Which event tells of what happened, and what it says (sheet 10.4). */
import { type JsonObject, numberIn, textIn } from '../json.ts';
import type { Webhooks } from './webhooks.ts';

export type Happening = 'created' | 'updated' | 'deleted';

/** An order that is not placed yet has events of its own; one that gets placed is a new order (sheet 10.6). */
export function tellOfOrder(
  events: Webhooks,
  what: Happening,
  before: JsonObject,
  order: JsonObject,
  times = 1,
): void {
  const internalId = numberIn(order, 'internalId');
  const orderId = textIn(order, 'id');
  if (isUnfinished(order)) {
    events.emit(`unfinished_order.${what}`, internalId, { orderId, cartId: `${internalId}` });
    return;
  }
  if (isUnfinished(before)) {
    events.emit('unfinished_order.deleted', internalId, { orderId, cartId: `${internalId}` });
    tellOfOrder(events, 'created', order, order);
    return;
  }
  const now = {
    newPaymentStatus: textIn(order, 'paymentStatus'),
    newFulfillmentStatus: textIn(order, 'fulfillmentStatus'),
  };
  const old = {
    oldPaymentStatus: textIn(before, 'paymentStatus'),
    oldFulfillmentStatus: textIn(before, 'fulfillmentStatus'),
  };
  const data: Record<Happening, JsonObject> = { created: now, updated: { ...old, ...now }, deleted: {} };
  events.emit(`order.${what}`, internalId, { orderId, ...data[what] }, times);
}

export function tellOfCustomer(events: Webhooks, what: Happening, customer: JsonObject): void {
  events.emit(`customer.${what}`, numberIn(customer, 'id'), { customerEmail: textIn(customer, 'email') });
}

function isUnfinished(order: JsonObject): boolean {
  return textIn(order, 'paymentStatus') === 'INCOMPLETE';
}
