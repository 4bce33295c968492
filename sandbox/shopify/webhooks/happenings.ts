/** Which topics tell of what happened (sheet 10.1). */
import { uuid } from '../../kit/random.ts';
import type { World } from '../../kit/stand-in.ts';
import { localTimestamp } from '../../kit/time/local-time.ts';
import type { Webhooks } from '../../kit/webhooks/webhooks.ts';
import type { Customer } from '../customers/customer.ts';
import { financialStatus, fulfillmentStatus } from '../orders/figures.ts';
import type { Order } from '../orders/order.ts';
import type { Level, Product, ProductCollection } from '../products/product.ts';
import type { ShopifySettings } from '../settings.ts';
import type { Shop } from '../shop.ts';
import type { WebhookEvent } from './event.ts';
import { numberOf } from './numbers.ts';
import { orderBody } from './order-body.ts';
import { refundBody } from './refund-body.ts';
import { customerBody, productBody } from './rest-bodies.ts';

type Body = Readonly<Record<string, unknown>>;

export class Happenings {
  readonly #world: World;
  readonly #webhooks: Webhooks<WebhookEvent>;
  readonly #settings: () => ShopifySettings;

  constructor(world: World, webhooks: Webhooks<WebhookEvent>, settings: () => ShopifySettings) {
    this.#world = world;
    this.#webhooks = webhooks;
    this.#settings = settings;
  }

  /** `times` repeats what was told, although nothing happened. */
  ofOrder(shop: Shop, before: Order | null, order: Order, times = 1): void {
    const eventId = this.#newEventId();
    const tell = (topic: string, body: () => Body) => this.#tell(topic, body, eventId, times);
    const whole = () => orderBody(shop, order, this.#settings().notApproved.includes('Customer'));
    if (before === null) {
      tell('orders/create', whole);
      if (financialStatus(order) === 'PAID') tell('orders/paid', whole);
      return;
    }
    tell('orders/updated', whole);
    if (order === before) return;
    if (before.cancelledAt === null && order.cancelledAt !== null) tell('orders/cancelled', whole);
    if (financialStatus(before) !== 'PAID' && financialStatus(order) === 'PAID') tell('orders/paid', whole);
    if (order.edited && order.lines !== before.lines)
      tell('orders/edited', () => ({ order_edit: { order_id: numberOf(order.id) } }));
    if (fulfillmentStatus(before) !== fulfillmentStatus(order)) {
      if (fulfillmentStatus(order) === 'FULFILLED') tell('orders/fulfilled', whole);
      if (fulfillmentStatus(order) === 'PARTIALLY_FULFILLED') tell('orders/partially_fulfilled', whole);
    }
    for (const refund of order.refunds.slice(before.refunds.length))
      tell('refunds/create', () => refundBody(order, refund));
  }

  ofCustomer(topic: string, customer: Customer): void {
    this.#tell(topic, () => customerBody(customer));
  }

  ofProduct(topic: string, shop: Shop, product: Product): void {
    this.#tell(topic, () => productBody(shop, product));
  }

  ofCollection(topic: string, { id, title, handle, descriptionHtml, updatedAt }: ProductCollection): void {
    this.#tell(topic, () => ({
      id: numberOf(id),
      handle,
      title,
      body_html: descriptionHtml,
      updated_at: localTimestamp(updatedAt),
      admin_graphql_api_id: `gid://shopify/Collection/${id}`,
    }));
  }

  ofDeleted(topic: string, id: string): void {
    this.#tell(topic, () => ({ id: numberOf(id) }));
  }

  ofLevel(itemId: string, locationId: string, { available, updatedAt }: Level): void {
    this.#tell('inventory_levels/update', () => ({
      inventory_item_id: numberOf(itemId),
      location_id: numberOf(locationId),
      available,
      updated_at: localTimestamp(updatedAt),
      admin_graphql_api_id: `gid://shopify/InventoryLevel/${locationId.slice(-4)}${itemId.slice(-6)}?inventory_item_id=${itemId}`,
    }));
  }

  #tell(topic: string, body: () => Body, eventId = this.#newEventId(), times = 1): void {
    const make = (): WebhookEvent => ({
      topic,
      body: JSON.stringify(body()),
      eventId,
      webhookId: '',
      triggeredAt: new Date(this.#world.now()).toISOString().replace('Z', '000000Z'),
    });
    this.#webhooks.emit(topic, make, times);
  }

  #newEventId(): string {
    return uuid(() => this.#world.random());
  }
}
