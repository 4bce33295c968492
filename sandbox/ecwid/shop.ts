import { type JsonObject, numberIn, textIn } from '../kit/json.ts';
import { textOf } from '../kit/random.ts';
import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import { toSeconds } from '../kit/time/timestamps.ts';
import { Assortment } from './assortment.ts';
import {
  type Placed,
  stockOfChangedOrder,
  stockOfDeletedOrder,
  stockOfNewOrder,
} from './products/order-stock.ts';
import { customerNotFound, orderNotFound } from './refusal.ts';
import type { EditableLedger } from './sales/expectation.ts';
import type { EcwidSettings } from './settings.ts';
import { dateText } from './timestamps.ts';
import type { Happenings } from './webhooks/happenings.ts';

const firstIds = {
  internalId: 601_000_000,
  itemId: 1_900_000_000,
  customerId: 330_000,
  /** Of addresses and contacts of customers. */
  partId: 71_000,
};
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** What the store holds. Entities are what the API shows of them; a change replaces them and tells the listeners. */
export class Shop extends Store {
  readonly orders = this.collection<JsonObject>('orders');
  readonly customers = this.collection<JsonObject>('customers');
  /** By order id, for the orders that the sandbox made itself. */
  readonly ledgers = this.records<EditableLedger>('ledgers');
  readonly deletedOrders = this.cell<readonly JsonObject[]>('deletedOrders', []);
  readonly deletedCustomers = this.cell<readonly JsonObject[]>('deletedCustomers', []);
  readonly profileChanges = this.cell<JsonObject>('profileChanges', {});
  readonly profileUpdatedAt = this.cell('profileUpdatedAt', 0);
  readonly ids = this.counters<keyof typeof firstIds>('ids', firstIds);
  readonly #ordersByInternalId = this.orders.findBy((order) => String(order.internalId));
  readonly #customersByEmail = this.customers.findBy((each) => textIn(each, 'email').toLowerCase());
  readonly assortment: Assortment;
  readonly happenings: Happenings;
  readonly settings: () => EcwidSettings;

  constructor(world: World, happenings: Happenings, settings: () => EcwidSettings) {
    super(world, () => settings().searchLagMs);
    this.happenings = happenings;
    this.settings = settings;
    this.assortment = this.keep('assortment', new Assortment(world, happenings, settings));
  }

  /** By the id that customers see, or by the internal one (sheet 3.2). */
  order(key: string): JsonObject {
    const order = this.orders.get(key) ?? this.#ordersByInternalId(String(Number(key)))[0];
    if (order === undefined) throw orderNotFound(key);
    return order;
  }

  customer(key: string): JsonObject {
    const customer = this.customers.get(key);
    if (customer === undefined) throw customerNotFound(key);
    return customer;
  }

  customerByEmail(email: string): JsonObject | undefined {
    return this.#customersByEmail(email.trim().toLowerCase())[0];
  }

  /** Adds a new order. With `seeded` it has always been there: no event tells of it, and the stock knows of it. */
  addOrder(order: JsonObject, placed: Placed, ledger?: EditableLedger, seeded = false): void {
    const id = textIn(order, 'id');
    if (ledger !== undefined) this.ledgers.set(id, ledger);
    if (seeded) {
      this.orders.seed(id, order);
      return;
    }
    this.orders.put(id, order);
    this.happenings.ofOrder('created', order, order);
    stockOfNewOrder(this.assortment, order, placed);
  }

  /** Writes the fields over the stored ones and sets the time of change. */
  changeOrder(order: JsonObject, fields: JsonObject): JsonObject {
    const now = this.world.now();
    const changed = { ...order, ...fields, updateDate: dateText(now), updateTimestamp: toSeconds(now) };
    this.orders.put(textIn(order, 'id'), changed);
    this.happenings.ofOrder('updated', order, changed);
    stockOfChangedOrder(this.assortment, order, changed);
    return changed;
  }

  deleteOrder(order: JsonObject): void {
    const orderId = textIn(order, 'id');
    this.orders.delete(orderId);
    this.ledgers.delete(orderId);
    const deleted = { id: numberIn(order, 'internalId'), orderId, date: dateText(this.world.now()) };
    this.deletedOrders.value = [...this.deletedOrders.value, deleted];
    this.happenings.ofOrder('deleted', order, order);
    stockOfDeletedOrder(this.assortment, order);
  }

  addCustomer(customer: JsonObject, seeded = false): void {
    const id = String(customer.id);
    if (seeded) {
      this.customers.seed(id, customer);
      return;
    }
    this.customers.put(id, customer);
    this.happenings.ofCustomer('created', customer);
  }

  changeCustomer(customer: JsonObject, fields: JsonObject, seeded = false): void {
    const changed = { ...customer, ...fields };
    const id = String(customer.id);
    if (seeded) {
      this.customers.seed(id, changed);
      return;
    }
    this.customers.put(id, { ...changed, updated: dateText(this.world.now()) });
    this.happenings.ofCustomer('updated', changed);
  }

  deleteCustomer(customer: JsonObject): void {
    this.customers.delete(String(customer.id));
    const deleted = { id: numberIn(customer, 'id'), date: dateText(this.world.now()) };
    this.deletedCustomers.value = [...this.deletedCustomers.value, deleted];
    this.happenings.ofCustomer('deleted', customer);
  }

  /** Five characters, with the store's prefix and suffix (sheet 3.2). */
  newOrderId(): string {
    const { orderNumberPrefix, orderNumberSuffix } = this.settings();
    for (;;) {
      const id = `${orderNumberPrefix}${textOf(() => this.world.random(), letters, 5)}${orderNumberSuffix}`;
      if (this.orders.get(id) === undefined) return id;
    }
  }

  /** Sends the event of a changed order `times` over, although nothing changed. */
  notify(order: JsonObject, times: number): void {
    this.happenings.ofOrder('updated', order, order, times);
  }
}
