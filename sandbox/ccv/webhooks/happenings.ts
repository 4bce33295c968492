/** What is told of what happened (sheets 8.2, 8.3). */
import type { Json, JsonObject } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import type { World } from '../../kit/stand-in.ts';
import type { Webhooks } from '../../kit/webhooks/webhooks.ts';
import type { Links } from '../call/links.ts';
import { partIn } from '../customers/personal-info.ts';
import { figuresOf } from '../orders/figures.ts';
import { fullNumber } from '../orders/on-wire.ts';
import type { Order } from '../orders/order.ts';
import type { CcvSettings } from '../settings.ts';
import { utc } from '../times.ts';
import type { WebhookEvent } from './event.ts';

/** Tells of something by its path below the API. */
export type Tell = (event: string, path: readonly (string | number)[]) => void;

export class Happenings {
  readonly #world: World;
  readonly #webhooks: Webhooks<WebhookEvent>;
  readonly #settings: () => CcvSettings;
  readonly #links: () => Links;

  constructor(
    world: World,
    webhooks: Webhooks<WebhookEvent>,
    settings: () => CcvSettings,
    links: () => Links,
  ) {
    this.#world = world;
    this.#webhooks = webhooks;
    this.#settings = settings;
    this.#links = links;
  }

  /** Payloads of products, categories, returns and invoices are not known: no more than the address and the id. */
  readonly tell: Tell = (event, path) => {
    this.#emit(event, () => ({ href: this.#links().to(...path), id: path.at(-1) ?? 0 }));
  };

  /** Only three changes of an order are told; others, as of its rows, nobody hears of (sheet 8.2). */
  ofOrder(before: Order | null, order: Order): void {
    if (!order.isCompleted) return;
    if (before === null || !before.isCompleted) {
      this.#ofOrder('orders.created', order, {});
      return;
    }
    if (before.paid !== order.paid) this.#ofOrder('orders.updated.ispaid', order, { paid: order.paid });
    if (before.status !== order.status) {
      const statuses = { previous_status: before.status, status: order.status };
      this.#ofOrder('orders.updated.status', order, statuses);
    }
    const { track_and_trace_code, track_and_trace_carrier } = order.terms;
    const isOther =
      before.terms.track_and_trace_code !== track_and_trace_code ||
      before.terms.track_and_trace_carrier !== track_and_trace_carrier;
    if (isOther) {
      this.#ofOrder('orders.updated.trackandtrace', order, { track_and_trace_code, track_and_trace_carrier });
    }
  }

  ofDeleted(order: Order): void {
    this.#ofOrder('orders.deleted', order, {});
  }

  /** The same again, although nothing happened. */
  repeatStatus(order: Order, times: number): void {
    const statuses = { previous_status: order.status, status: order.status };
    this.#ofOrder('orders.updated.status', order, statuses, times);
  }

  #ofOrder(event: string, order: Order, more: JsonObject, times = 1): void {
    const settings = this.#settings();
    const text = (part: JsonObject | null, name: string): Json => part?.[name] ?? '';
    const body = () => ({
      href: this.#links().to('orders', order.id),
      id: order.id,
      order_number: order.number,
      ordernumber_prefix: settings.orderPrefix,
      ordernumber_full: fullNumber(order.number, settings),
      total_price: asNumber(figuresOf(order, settings.vatRounded).total),
      ...more,
      customer_email: text(order.customer, 'email'),
      customer_mobile: text(partIn(order.customer ?? {}, 'billingaddress'), 'mobile'),
    });
    this.#emit(event, body, times);
  }

  #emit(event: string, body: () => JsonObject, times = 1): void {
    const make = () => ({
      event,
      body: JSON.stringify({ triggered_at: utc(this.#world.now()), ...body() }),
      key: '',
      address: '',
    });
    this.#webhooks.emit(event, make, times);
  }
}
