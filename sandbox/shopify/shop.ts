import type { Ledger } from '../kit/shop/expectation.ts';
import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import type { Company, Customer } from './customers/customer.ts';
import { Idempotency } from './graphql/idempotency.ts';
import type { Definition, Metafield } from './metafields/metafield.ts';
import type { Order } from './orders/order.ts';
import { stockOfChange } from './products/order-stock.ts';
import type { Level, Product, ProductCollection, Variant } from './products/product.ts';
import type { Basket } from './sales/basket.ts';
import type { ShopifySettings } from './settings.ts';
import type { Happenings } from './webhooks/happenings.ts';
import type { Subscription } from './webhooks/subscription.ts';

/** The numbers begin where those of the sheet's examples do. */
const firstIds = {
  order: 5_512_345_678_900,
  number: 1000,
  customer: 7_712_345_678_900,
  address: 8_112_345_678_900,
  company: 412_345_678_900,
  product: 8_612_345_678_900,
  variant: 44_812_345_678_900,
  item: 46_912_345_678_900,
  collection: 312_345_678_900,
  media: 33_412_345_678_900,
  /** Of lines, transactions, refunds and all other parts. */
  part: 13_912_345_678_900,
  group: 910,
};

export const locations = [
  { id: '87012345678', name: 'Magazijn Zwolle', address1: 'Industrieweg 9', city: 'Zwolle', zip: '8013 AA' },
  { id: '87012345679', name: 'Winkel Deventer', address1: 'Brink 21', city: 'Deventer', zip: '7411 BT' },
] as const;
/** Online orders are sent from there. */
export const mainLocation = locations[0].id;
export const publications = [
  { id: '15012345678', name: 'Online Store', autoPublish: false },
  { id: '15012345679', name: 'Point of Sale', autoPublish: false },
] as const;
export const currency = 'EUR';

/** Something that is finished later: a job, an operation. */
export interface Job {
  readonly doneAt: number;
  /** The product that came of it, and what was refused. */
  readonly productId: string | null;
  readonly errors: readonly {
    readonly field: readonly string[] | null;
    readonly message: string;
    readonly code?: string;
  }[];
}

/** What the shop holds. Entities are replaced, never changed in place; a change tells the listeners. */
export class Shop extends Store {
  readonly orders = this.collection<Order>('orders');
  readonly customers = this.collection<Customer>('customers');
  readonly companies = this.collection<Company>('companies');
  readonly products = this.collection<Product>('products');
  readonly collections = this.collection<ProductCollection>('collections');
  readonly subscriptions = this.records<Subscription>('subscriptions');
  /** By the gid of their owner. */
  readonly metafields = this.records<readonly Metafield[]>('metafields');
  readonly definitions = this.records<Definition>('definitions');
  readonly jobs = this.records<Job>('jobs');
  readonly ledgers = this.records<Ledger<Basket>>('ledgers');
  readonly deletedProducts = this.cell<readonly string[]>('deletedProducts', []);
  /** When orders came over the API, of the last minute. */
  readonly newOrders = this.cell<readonly number[]>('newOrders', []);
  readonly ids = this.counters<keyof typeof firstIds>('ids', firstIds);
  readonly idempotency: Idempotency;
  readonly customersByEmail = this.customers.findBy(({ email }) => email?.toLowerCase() ?? '');
  readonly customersByPhone = this.customers.findBy(({ phone }) => phone ?? '');
  readonly productsByVariant = this.products.findByAny(({ variants }) => variants.map(({ id }) => id));
  readonly productsByItem = this.products.findByAny(({ variants }) => variants.map(({ itemId }) => itemId));
  readonly productsByMedia = this.products.findByAny(({ media }) => media.map(({ id }) => id));
  readonly productsBySku = this.products.findByAny(({ variants }) =>
    variants.flatMap(({ sku }) => sku ?? []),
  );
  readonly productsByHandle = this.products.findBy(({ handle }) => handle);
  readonly settings: () => ShopifySettings;
  readonly happenings: Happenings;
  /** Where pictures of the shop lie. */
  readonly pictures: () => string;

  constructor(world: World, happenings: Happenings, settings: () => ShopifySettings, pictures: () => string) {
    super(world, () => settings().searchLagMs);
    this.settings = settings;
    this.happenings = happenings;
    this.pictures = pictures;
    this.idempotency = this.keep(
      'idempotency',
      new Idempotency(world, () => settings().idempotencyLifetimeMs),
    );
  }

  newId(of: keyof typeof firstIds): string {
    return String(this.ids.next(of));
  }

  /** With `seeded` it has always been there: nobody is told, and the stock knows of it. */
  addOrder(order: Order, claimsStock: boolean, ledger?: Ledger<Basket>, seeded = false): void {
    if (ledger !== undefined) this.ledgers.set(order.id, ledger);
    if (seeded) {
      this.orders.seed(order.id, order);
      return;
    }
    this.orders.put(order.id, order);
    this.happenings.ofOrder(this, null, order);
    if (claimsStock) stockOfChange(this, null, order);
  }

  changeOrder(before: Order, changes: Partial<Order>): Order {
    const order = { ...before, ...changes, updatedAt: this.world.now() };
    this.orders.put(order.id, order);
    this.happenings.ofOrder(this, before, order);
    stockOfChange(this, before, order);
    return order;
  }

  saveCustomer(customer: Customer, seeded = false): Customer {
    const isNew = this.customers.get(customer.id) === undefined;
    if (seeded) this.customers.seed(customer.id, customer);
    else {
      this.customers.put(customer.id, customer);
      this.happenings.ofCustomer(isNew ? 'customers/create' : 'customers/update', customer);
    }
    return customer;
  }

  saveCompany(company: Company, seeded = false): Company {
    if (seeded) this.companies.seed(company.id, company);
    else this.companies.put(company.id, company);
    return company;
  }

  saveProduct(product: Product): Product {
    const isNew = this.products.get(product.id) === undefined;
    const saved = { ...product, updatedAt: this.world.now() };
    this.products.put(product.id, saved);
    this.happenings.ofProduct(isNew ? 'products/create' : 'products/update', this, saved);
    return saved;
  }

  deleteProduct(product: Product): void {
    this.products.delete(product.id);
    this.deletedProducts.value = [...this.deletedProducts.value, product.id];
    this.happenings.ofDeleted('products/delete', product.id);
  }

  saveCollection(given: ProductCollection, isNew: boolean): ProductCollection {
    const saved = { ...given, updatedAt: this.world.now() };
    this.collections.put(saved.id, saved);
    this.happenings.ofCollection(isNew ? 'collections/create' : 'collections/update', saved);
    return saved;
  }

  variant(id: string): { product: Product; variant: Variant } | null {
    const [product] = this.productsByVariant(id);
    const variant = product?.variants.find((each) => each.id === id);
    return product === undefined || variant === undefined ? null : { product, variant };
  }

  item(id: string): { product: Product; variant: Variant } | null {
    const [product] = this.productsByItem(id);
    const variant = product?.variants.find((each) => each.itemId === id);
    return product === undefined || variant === undefined ? null : { product, variant };
  }

  /** Changes what there is of an item at a place. The product moves with it (sheet 7.3). */
  changeLevel(itemId: string, locationId: string, change: (level: Level) => Omit<Level, 'updatedAt'>): void {
    const found = this.item(itemId);
    if (found === null) return;
    const now = this.world.now();
    const before = found.variant.levels[locationId] ?? {
      available: 0,
      committed: 0,
      incoming: 0,
      updatedAt: now,
    };
    const level = { ...change(before), updatedAt: now };
    const variant = { ...found.variant, levels: { ...found.variant.levels, [locationId]: level } };
    const variants = found.product.variants.map((each) => (each.itemId === itemId ? variant : each));
    const saved = { ...found.product, variants, updatedAt: now };
    this.products.put(saved.id, saved);
    this.happenings.ofLevel(itemId, locationId, level);
    this.happenings.ofProduct('products/update', this, saved);
  }
}
