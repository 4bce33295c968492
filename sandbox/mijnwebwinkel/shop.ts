import type { JsonObject } from '../kit/json.ts';
import { isInEuropeanUnion } from '../kit/places/european-union.ts';
import type { Ledger } from '../kit/shop/expectation.ts';
import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import { Assortment } from './assortment.ts';
import { isTest, type Order } from './orders/order.ts';
import { firstStatuses, type OrderStatus } from './orders/statuses.ts';
import { notFound } from './refusal.ts';
import type { Sale } from './sales/sale.ts';
import type { MijnwebwinkelSettings } from './settings.ts';

const home = 'NL';
/** Where the shop has registered for VAT: there its own rates hold (sheet 7.9). */
export const taxRegions: readonly string[] = [home, 'BE', 'DE', 'FR', 'ES'];

/** What the store holds. Entities are replaced, never changed in place. */
export class Shop extends Store {
  readonly orders = this.collection<Order>('orders');
  /** As the API shows them, with their addresses. */
  readonly customers = this.collection<JsonObject>('customers');
  readonly statuses = this.cell<readonly OrderStatus[]>('statuses', firstStatuses);
  /** By order number, for the orders that the sandbox made itself. */
  readonly ledgers = this.records<Ledger<Sale>>('ledgers');
  readonly ids = this.counters<'order' | 'mutation'>('ids', { order: 2000, mutation: 195 });
  readonly assortment: Assortment;
  readonly settings: () => MijnwebwinkelSettings;
  readonly #byEmail = this.customers.findBy(({ email }) => String(email).toLowerCase());

  constructor(world: World, settings: () => MijnwebwinkelSettings) {
    super(world, () => settings().searchLagMs);
    this.settings = settings;
    this.assortment = this.keep('assortment', new Assortment(world, settings));
  }

  /** A basket that is not finished is not found (sheet 7.4). */
  order(number: string): Order {
    const order = this.orders.get(number);
    if (order?.finished !== true) throw notFound('Order');
    return order;
  }

  customer(id: string): JsonObject {
    const customer = this.customers.get(id.toLowerCase());
    if (customer === undefined) throw notFound('Customer');
    return customer;
  }

  customerByEmail(email: string): JsonObject | undefined {
    return this.#byEmail(email.trim().toLowerCase())[0];
  }

  /** Numbers rise; a test order has one of the same row (sheet 7.6). */
  newNumber(test = false): string {
    return `${test ? 'T-' : ''}${this.ids.next('order')}`;
  }

  /** Keeps a new order and takes its goods from the stock; with `seeded` the stock knows of it. */
  add(order: Order, seeded = false): Order {
    if (seeded) this.orders.seed(order.number, order);
    else this.orders.put(order.number, order);
    const takes = order.finished && !isTest(order) && order.credited === null;
    if (!seeded && takes) this.moveStock(order);
    return order;
  }

  /** Writes over the order; another status has its own time (sheet 6.1). */
  change(order: Order, changes: Partial<Order>): Order {
    const isOther = changes.status !== undefined && changes.status !== order.status;
    const statusChangedAt = isOther ? this.world.now() : order.statusChangedAt;
    const changed = { ...order, statusChangedAt, ...changes };
    this.orders.put(order.number, changed);
    return changed;
  }

  /** Takes the goods of the lines; a credit, whose quantities are below zero, gives them back. */
  moveStock({ lines }: Pick<Order, 'lines'>): void {
    for (const { article, quantity } of lines) {
      if (article === null) continue;
      const chosen = article.options.flatMap(({ id }) => id ?? []);
      this.assortment.move(article.id, chosen, -quantity);
    }
  }

  /** Which tax holds for goods that go there (sheet 7.9). */
  taxOf(country: string, model: Order['businessModel']): Pick<Order, 'taxRegion' | 'taxStrategy'> {
    if (country !== home && !isInEuropeanUnion(country)) {
      return { taxRegion: country, taxStrategy: 'zero_percent' };
    }
    if (country !== home && model === 'B2B') {
      return { taxRegion: country, taxStrategy: 'reverse_charged_vat' };
    }
    return { taxRegion: taxRegions.includes(country) ? country : home, taxStrategy: '' };
  }
}
