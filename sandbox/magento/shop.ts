import { type JsonObject, numberIn, textIn } from '../json.ts';
import { type CollectionSnapshot, LaggingCollection } from '../lagging-collection.ts';
import type { World } from '../stand-in.ts';
import type { Ledger } from './expectation.ts';
import { momentText } from './moments.ts';
import { settle } from './order-state.ts';
import { noEntity, noSuchEntity, Refusal } from './refusal.ts';
import type { MagentoSettings } from './settings.ts';
import { viewById } from './stores.ts';

export const documentKinds = ['invoices', 'creditmemos', 'shipments'] as const;
export type DocumentKind = (typeof documentKinds)[number];
type Kind = 'orders' | 'customers' | DocumentKind;
const kinds: readonly Kind[] = ['orders', 'customers', ...documentKinds];

const firstIds = {
  order: 0,
  item: 100,
  address: 100,
  quote: 200,
  history: 0,
  invoices: 0,
  creditmemos: 0,
  shipments: 0,
  documentItem: 0,
  track: 0,
  customer: 0,
  customerAddress: 0,
};
export type Counter = keyof typeof firstIds;

export interface ShopSnapshot {
  collections: Record<Kind, CollectionSnapshot<JsonObject>>;
  ledgers: [number, Ledger][];
  counters: Record<Counter, number>;
  /** By kind and store view: the numbers that people see. */
  sequences: [string, number][];
}

/**
 * What the shop's database holds. Orders are kept as rows of the database, which the API shows in another form.
 * Entities are replaced, never changed in place: whoever changes one does so with a draft of its own.
 */
export class Shop {
  readonly orders: LaggingCollection<JsonObject>;
  readonly customers: LaggingCollection<JsonObject>;
  readonly invoices: LaggingCollection<JsonObject>;
  readonly creditmemos: LaggingCollection<JsonObject>;
  readonly shipments: LaggingCollection<JsonObject>;
  /** By order id, for the orders that the sandbox made itself. */
  readonly ledgers = new Map<number, Ledger>();
  readonly world: World;
  readonly settings: () => MagentoSettings;
  #counters: Record<Counter, number> = { ...firstIds };
  #sequences = new Map<string, number>();
  #asOf: { at: number; seeded: boolean } | null = null;
  /** Who may have this address: ids of customers, some of them outdated. */
  readonly #customersByEmail = new Map<string, Set<string>>();

  constructor(world: World, settings: () => MagentoSettings) {
    this.world = world;
    this.settings = settings;
    const collection = () =>
      new LaggingCollection<JsonObject>(
        () => world.now(),
        () => settings().searchLagMs,
      );
    this.orders = collection();
    this.customers = collection();
    this.invoices = collection();
    this.creditmemos = collection();
    this.shipments = collection();
  }

  /** By its own clock, which may be off. */
  now(): string {
    return momentText((this.#asOf?.at ?? this.world.now()) + this.settings().clockSkewMs);
  }

  /** Does something as of another moment; `seeded`: as if it had been so for long. */
  asOf<Result>(at: number, seeded: boolean, work: () => Result): Result {
    const before = this.#asOf;
    this.#asOf = { at, seeded };
    try {
      return work();
    } finally {
      this.#asOf = before;
    }
  }

  order(id: string): JsonObject {
    const order = this.orders.get(id);
    if (order === undefined) throw noEntity();
    return order;
  }

  customer(id: string): JsonObject {
    const customer = this.customers.get(id);
    if (customer === undefined) throw noSuchEntity('customerId', /^\d{1,15}$/.test(id) ? Number(id) : id);
    return customer;
  }

  customerByEmail(email: string, websiteId: number): JsonObject | undefined {
    const { customersPerWebsite } = this.settings();
    const wanted = email.trim().toLowerCase();
    for (const id of this.#customersByEmail.get(wanted) ?? []) {
      const customer = this.customers.get(id);
      if (customer === undefined || textIn(customer, 'email').toLowerCase() !== wanted) continue;
      if (!customersPerWebsite || numberIn(customer, 'website_id') === websiteId) return customer;
    }
    return undefined;
  }

  /** Every save moves `updated_at` and may move the state (sheet 7.2, 7.6). */
  saveOrder(draft: JsonObject): JsonObject {
    settle(draft);
    draft.updated_at = this.now();
    this.#put(this.orders, draft, 'entity_id');
    return draft;
  }

  /** Behind the back of the shop, as third-party SQL does: `updated_at` stays as given. */
  replaceOrder(order: JsonObject): void {
    this.#put(this.orders, order, 'entity_id');
  }

  saveDocument(kind: DocumentKind, document: JsonObject): void {
    this.#put(this[kind], document, 'entity_id');
  }

  saveCustomer(draft: JsonObject): JsonObject {
    draft.updated_at = this.now();
    this.#put(this.customers, draft, 'id');
    this.#remember(draft);
    return draft;
  }

  nextId(kind: Counter): number {
    this.#counters[kind] += 1;
    return this.#counters[kind];
  }

  /** Per store view, with its prefix: `000000058` (sheet 7.2). */
  nextNumber(kind: 'orders' | DocumentKind, storeId: number): string {
    const key = `${kind} ${storeId}`;
    const next = (this.#sequences.get(key) ?? 0) + 1;
    this.#sequences.set(key, next);
    return `${viewById(storeId)?.prefix ?? ''}${String(next).padStart(9, '0')}`;
  }

  requireFreeNumber(number: string, storeId: number, except: number | null): void {
    const taken = this.orders
      .all()
      .some(
        (order) => order.increment_id === number && order.store_id === storeId && order.entity_id !== except,
      );
    if (taken) throw new Refusal(400, 'Unique constraint violation found');
  }

  snapshot(): ShopSnapshot {
    const collections = Object.fromEntries(kinds.map((kind) => [kind, this[kind].snapshot()]));
    return {
      collections: collections as ShopSnapshot['collections'],
      ledgers: [...this.ledgers],
      counters: { ...this.#counters },
      sequences: [...this.#sequences],
    };
  }

  restore({ collections, ledgers, counters, sequences }: ShopSnapshot): void {
    this.clear();
    for (const kind of kinds) this[kind].restore(collections[kind]);
    for (const customer of this.customers.all()) this.#remember(customer);
    for (const [id, ledger] of ledgers) this.ledgers.set(id, ledger);
    this.#counters = { ...firstIds, ...counters };
    this.#sequences = new Map(sequences);
  }

  clear(): void {
    for (const kind of kinds) this[kind].clear();
    this.ledgers.clear();
    this.#customersByEmail.clear();
    this.#counters = { ...firstIds };
    this.#sequences.clear();
  }

  #remember(customer: JsonObject): void {
    const email = textIn(customer, 'email').toLowerCase();
    const ids = this.#customersByEmail.get(email) ?? new Set();
    this.#customersByEmail.set(email, ids.add(String(customer.id)));
  }

  #put(collection: LaggingCollection<JsonObject>, entity: JsonObject, key: string): void {
    const id = String(entity[key]);
    if (this.#asOf?.seeded) collection.seed(id, entity);
    else collection.put(id, entity, this.#asOf?.at ?? this.world.now());
  }
}
