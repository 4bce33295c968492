import { type JsonObject, numberIn, textIn } from '../json.ts';
import { type CollectionSnapshot, LaggingCollection } from '../lagging-collection.ts';
import { textOf } from '../random.ts';
import type { World } from '../stand-in.ts';
import type { Ledger } from './expectation.ts';
import { tellOfCustomer, tellOfOrder } from './happenings.ts';
import { dateText, toSeconds } from './moments.ts';
import { customerNotFound, orderNotFound } from './refusal.ts';
import type { EcwidSettings } from './settings.ts';
import type { Webhooks } from './webhooks.ts';

export interface Counters {
  internalId: number;
  itemId: number;
  customerId: number;
  /** Of addresses and contacts of customers. */
  partId: number;
}

export interface ShopSnapshot {
  orders: CollectionSnapshot<JsonObject>;
  customers: CollectionSnapshot<JsonObject>;
  ledgers: [string, Ledger][];
  deletedOrders: JsonObject[];
  deletedCustomers: JsonObject[];
  profileChanges: JsonObject;
  profileUpdatedAt: number;
  counters: Counters;
}

const firstIds: Counters = {
  internalId: 601_000_000,
  itemId: 1_900_000_000,
  customerId: 330_000,
  partId: 71_000,
};
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** What the store holds. Entities are what the API shows of them; a change replaces them and tells the listeners. */
export class Shop {
  readonly orders: LaggingCollection<JsonObject>;
  readonly customers: LaggingCollection<JsonObject>;
  /** By order id, for the orders that the sandbox made itself. */
  readonly ledgers = new Map<string, Ledger>();
  deletedOrders: JsonObject[] = [];
  deletedCustomers: JsonObject[] = [];
  profileChanges: JsonObject = {};
  profileUpdatedAt = 0;
  #counters = { ...firstIds };
  readonly #idByInternal = new Map<number, string>();
  readonly #customerByEmail = new Map<string, string>();
  readonly world: World;
  readonly events: Webhooks;
  readonly settings: () => EcwidSettings;

  constructor(world: World, events: Webhooks, settings: () => EcwidSettings) {
    this.world = world;
    this.events = events;
    this.settings = settings;
    this.orders = new LaggingCollection(
      () => world.now(),
      () => settings().searchLagMs,
    );
    this.customers = new LaggingCollection(
      () => world.now(),
      () => settings().searchLagMs,
    );
  }

  /** By the id that customers see, or by the internal one (sheet 3.2). */
  order(key: string): JsonObject {
    const id = this.orders.get(key) === undefined ? this.#idByInternal.get(Number(key)) : key;
    const order = id === undefined ? undefined : this.orders.get(id);
    if (order === undefined) throw orderNotFound(key);
    return order;
  }

  customer(key: string): JsonObject {
    const customer = this.customers.get(key);
    if (customer === undefined) throw customerNotFound(key);
    return customer;
  }

  customerByEmail(email: string): JsonObject | undefined {
    return this.customers.get(this.#customerByEmail.get(email.trim().toLowerCase()) ?? '');
  }

  /** As new. `seeded`: as one that has always been there, of which nobody is told. */
  addOrder(order: JsonObject, ledger?: Ledger, seeded = false): void {
    const id = textIn(order, 'id');
    this.#idByInternal.set(numberIn(order, 'internalId'), id);
    if (ledger !== undefined) this.ledgers.set(id, ledger);
    if (seeded) {
      this.orders.seed(id, order);
      return;
    }
    this.orders.put(id, order);
    tellOfOrder(this.events, 'created', order, order);
  }

  /** The fields over the stored ones; the time of change is seen to here. */
  changeOrder(order: JsonObject, fields: JsonObject): JsonObject {
    const changed = { ...order, ...fields, ...this.#updated() };
    this.orders.put(textIn(order, 'id'), changed);
    tellOfOrder(this.events, 'updated', order, changed);
    return changed;
  }

  deleteOrder(order: JsonObject): void {
    const id = textIn(order, 'id');
    const internalId = numberIn(order, 'internalId');
    this.orders.delete(id);
    this.ledgers.delete(id);
    this.#idByInternal.delete(internalId);
    this.deletedOrders.push({ id: internalId, orderId: id, date: dateText(this.world.now()) });
    tellOfOrder(this.events, 'deleted', order, order);
  }

  addCustomer(customer: JsonObject, seeded = false): void {
    const id = String(customer.id);
    this.#customerByEmail.set(textIn(customer, 'email').toLowerCase(), id);
    if (seeded) this.customers.seed(id, customer);
    else this.customers.put(id, customer);
    if (!seeded) tellOfCustomer(this.events, 'created', customer);
  }

  changeCustomer(customer: JsonObject, fields: JsonObject, seeded = false): void {
    const changed = { ...customer, ...fields };
    const id = String(customer.id);
    this.#customerByEmail.delete(textIn(customer, 'email').toLowerCase());
    this.#customerByEmail.set(textIn(changed, 'email').toLowerCase(), id);
    if (seeded) {
      this.customers.seed(id, changed);
      return;
    }
    this.customers.put(id, { ...changed, updated: dateText(this.world.now()) });
    tellOfCustomer(this.events, 'updated', changed);
  }

  deleteCustomer(customer: JsonObject): void {
    this.customers.delete(String(customer.id));
    this.#customerByEmail.delete(textIn(customer, 'email').toLowerCase());
    this.deletedCustomers.push({ id: numberIn(customer, 'id'), date: dateText(this.world.now()) });
    tellOfCustomer(this.events, 'deleted', customer);
  }

  /** The next of a kind; `count` of them in a row, of which this is the first. */
  nextId(kind: keyof Counters, count = 1): number {
    const first = this.#counters[kind] + 1;
    this.#counters[kind] += count;
    return first;
  }

  /** Five characters, with the store's prefix and suffix (sheet 3.2). */
  newOrderId(): string {
    const { orderNumberPrefix, orderNumberSuffix } = this.settings();
    for (;;) {
      const id = `${orderNumberPrefix}${textOf(() => this.world.random(), letters, 5)}${orderNumberSuffix}`;
      if (this.orders.get(id) === undefined) return id;
    }
  }

  /** Tells of an order as if it had just changed, the same event over and over. */
  notify(order: JsonObject, times: number): void {
    tellOfOrder(this.events, 'updated', order, order, times);
  }

  snapshot(): ShopSnapshot {
    return {
      orders: this.orders.snapshot(),
      customers: this.customers.snapshot(),
      ledgers: [...this.ledgers],
      deletedOrders: [...this.deletedOrders],
      deletedCustomers: [...this.deletedCustomers],
      profileChanges: this.profileChanges,
      profileUpdatedAt: this.profileUpdatedAt,
      counters: { ...this.#counters },
    };
  }

  restore(snapshot: ShopSnapshot): void {
    this.clear();
    this.orders.restore(snapshot.orders);
    this.customers.restore(snapshot.customers);
    for (const [id, ledger] of snapshot.ledgers) this.ledgers.set(id, ledger);
    this.deletedOrders = [...snapshot.deletedOrders];
    this.deletedCustomers = [...snapshot.deletedCustomers];
    this.profileChanges = snapshot.profileChanges;
    this.profileUpdatedAt = snapshot.profileUpdatedAt;
    this.#counters = { ...snapshot.counters };
    for (const order of this.orders.all()) {
      this.#idByInternal.set(numberIn(order, 'internalId'), textIn(order, 'id'));
    }
    for (const customer of this.customers.all()) {
      this.#customerByEmail.set(textIn(customer, 'email').toLowerCase(), String(customer.id));
    }
  }

  clear(): void {
    this.orders.clear();
    this.customers.clear();
    this.ledgers.clear();
    this.deletedOrders = [];
    this.deletedCustomers = [];
    this.profileChanges = {};
    this.profileUpdatedAt = 0;
    this.#counters = { ...firstIds };
    this.#idByInternal.clear();
    this.#customerByEmail.clear();
  }

  #updated(): JsonObject {
    const now = this.world.now();
    return { updateDate: dateText(now), updateTimestamp: toSeconds(now) };
  }
}
