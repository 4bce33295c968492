import { type JsonObject, numberIn, textIn } from '../kit/json.ts';
import type { Ledger } from '../kit/shop/expectation.ts';
import type { World } from '../kit/stand-in.ts';
import type { Collection } from '../kit/store/collection.ts';
import { Store } from '../kit/store/store.ts';
import { utcText } from '../kit/time/timestamps.ts';
import { Catalogue } from './catalogue/catalogue.ts';
import { Inventory } from './inventory/inventory.ts';
import { settle } from './orders/state.ts';
import type { Product } from './products/product.ts';
import { noEntity, noSuchEntity, refusal } from './refusal.ts';
import type { Basket } from './sales/basket.ts';
import type { MagentoSettings } from './settings.ts';
import { viewById } from './stores/stores.ts';

export type DocumentKind = 'invoices' | 'creditmemos' | 'shipments';

const firstIds = { item: 100, address: 100, quote: 200 };
type Id =
  | keyof typeof firstIds
  | DocumentKind
  | 'order'
  | 'history'
  | 'documentItem'
  | 'documentComment'
  | 'mail'
  | 'track'
  | 'customer'
  | 'customerAddress';

interface Mail {
  readonly about: 'welcome' | 'comment' | DocumentKind;
  /** Of the customer, the order or the document. */
  readonly id: number;
}

/**
 * What the shop's database holds. Orders are kept as rows of the database, which the API shows in another form.
 * Entities are replaced, never changed in place: whoever changes one does so with a draft of its own.
 */
export class Shop extends Store {
  readonly orders = this.collection<JsonObject>('orders');
  readonly customers = this.collection<JsonObject>('customers');
  readonly invoices = this.collection<JsonObject>('invoices');
  readonly creditmemos = this.collection<JsonObject>('creditmemos');
  readonly shipments = this.collection<JsonObject>('shipments');
  /** By order id, for the orders that the sandbox made itself. */
  readonly ledgers = this.records<Ledger<Basket>>('ledgers');
  /** What the shop sent to customers, in order; who deletes and makes an account again welcomes somebody twice. */
  readonly mails = this.records<Mail>('mails');
  readonly ids = this.counters<Id>('ids', firstIds);
  /** By kind and store view: the numbers that people see. */
  readonly #numbers = this.counters('numbers');
  readonly #customersByEmail = this.customers.findBy((each) => textIn(each, 'email').toLowerCase());
  readonly catalogue: Catalogue;
  readonly inventory: Inventory;
  readonly settings: () => MagentoSettings;
  #asOf: { at: number; seeded: boolean } | null = null;

  constructor(world: World, settings: () => MagentoSettings) {
    super(world, () => settings().searchLagMs);
    this.settings = settings;
    this.catalogue = this.keep('catalogue', new Catalogue(world, settings, () => this.now()));
    this.inventory = this.keep('inventory', new Inventory(world, this.catalogue, settings));
  }

  /** The time of the shop's own clock, which may be wrong. */
  now(): string {
    return utcText((this.#asOf?.at ?? this.world.now()) + this.settings().clockSkewMs);
  }

  /** Runs work as if it were another time. With `seeded` its results have always been there. */
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
    return this.#customersByEmail(email.trim().toLowerCase()).find(
      (customer) => !customersPerWebsite || numberIn(customer, 'website_id') === websiteId,
    );
  }

  /** Every save moves `updated_at` and may move the state (sheet 7.2, 7.6). */
  saveOrder(draft: JsonObject): JsonObject {
    settle(draft);
    draft.updated_at = this.now();
    this.#put(this.orders, draft, 'entity_id');
    return draft;
  }

  /** Replaces an order as third-party SQL does: `updated_at` stays as given. */
  replaceOrder(order: JsonObject): void {
    this.#put(this.orders, order, 'entity_id');
  }

  saveDocument(kind: DocumentKind, document: JsonObject): void {
    this.#put(this[kind], document, 'entity_id');
  }

  saveCustomer(draft: JsonObject): JsonObject {
    draft.updated_at = this.now();
    this.#put(this.customers, draft, 'id');
    return draft;
  }

  /** With its goods; orders keep what was sold. */
  deleteProduct(product: Product): void {
    for (const { sourceCode } of this.inventory.itemsOf(product.sku)) {
      this.inventory.deleteItem(product.sku, sourceCode);
    }
    this.inventory.stockSettings.delete(String(product.id));
    this.catalogue.deleteProduct(product);
  }

  mail(about: Mail['about'], id: number): void {
    // Nobody was mailed in what has always been there.
    if (this.#asOf?.seeded) return;
    this.mails.set(String(this.ids.next('mail')), { about, id });
  }

  /** Orders of the account stay, and belong to nobody; their `updated_at` does not move (inferred). */
  deleteCustomer(id: string): boolean {
    for (const order of this.orders.all())
      if (String(order.customer_id) === id) this.replaceOrder({ ...order, customer_id: null });
    return this.customers.delete(id);
  }

  /** Per store view, with its prefix: `000000058` (sheet 7.2). */
  nextNumber(kind: 'orders' | DocumentKind, storeId: number): string {
    const next = this.#numbers.next(`${kind} ${storeId}`);
    return `${viewById(storeId)?.prefix ?? ''}${String(next).padStart(9, '0')}`;
  }

  requireFreeNumber(number: string, storeId: number, except: number | null): void {
    const taken = this.orders
      .all()
      .some(
        (order) => order.increment_id === number && order.store_id === storeId && order.entity_id !== except,
      );
    if (taken) throw refusal(400, 'Unique constraint violation found');
  }

  #put(collection: Collection<JsonObject>, entity: JsonObject, key: string): void {
    const id = String(entity[key]);
    if (this.#asOf?.seeded) collection.seed(id, entity);
    else collection.put(id, entity, this.#asOf?.at ?? this.world.now());
  }
}
