/** Which event tells of what happened, and what it says (sheet 10.4). */
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { uuid } from '../../kit/random.ts';
import type { World } from '../../kit/stand-in.ts';
import { toSeconds } from '../../kit/time/timestamps.ts';
import type { Webhooks } from '../../kit/webhooks/webhooks.ts';
import { storeId } from '../settings.ts';
import type { WebhookEvent } from './event.ts';

export type Happening = 'created' | 'updated' | 'deleted';

/** Tells the listeners of what happened in the shop. */
export class Happenings {
  readonly #world: World;
  readonly #webhooks: Webhooks<WebhookEvent>;

  constructor(world: World, webhooks: Webhooks<WebhookEvent>) {
    this.#world = world;
    this.#webhooks = webhooks;
  }

  /** Unfinished orders have their own events. An order that gets placed counts as a new one (sheet 10.6). */
  ofOrder(what: Happening, before: JsonObject, order: JsonObject, times = 1): void {
    const internalId = numberIn(order, 'internalId');
    const orderId = textIn(order, 'id');
    const cart = { orderId, cartId: `${internalId}` };
    if (isUnfinished(order)) {
      this.#emit(`unfinished_order.${what}`, internalId, cart);
      return;
    }
    if (isUnfinished(before)) {
      this.#emit('unfinished_order.deleted', internalId, cart);
      this.ofOrder('created', order, order);
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
    this.#emit(`order.${what}`, internalId, { orderId, ...data[what] }, times);
  }

  ofCustomer(what: Happening, customer: JsonObject): void {
    this.#emit(`customer.${what}`, numberIn(customer, 'id'), { customerEmail: textIn(customer, 'email') });
  }

  /** Products, categories and product types say no more than which one (sheet 10.4). */
  of(entity: 'product' | 'category' | 'product_class', what: Happening, id: number): void {
    this.#emit(`${entity}.${what}`, id);
  }

  ofProfile(): void {
    this.#emit('profile.updated', Number(storeId));
  }

  #emit(eventType: string, entityId: number, data?: JsonObject, times = 1): void {
    const make = () => ({
      eventId: uuid(() => this.#world.random()),
      eventCreated: toSeconds(this.#world.now()),
      storeId: Number(storeId),
      entityId,
      eventType,
      ...(data === undefined ? {} : { data }),
    });
    this.#webhooks.emit(eventType, make, times);
  }
}

function isUnfinished(order: JsonObject): boolean {
  return textIn(order, 'paymentStatus') === 'INCOMPLETE';
}
