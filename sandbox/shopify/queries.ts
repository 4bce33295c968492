/** The root of queries: look-ups by id, lists with search, and what the shop tells of itself. */
import type { Company, Customer } from './customers/customer.ts';
import { companyFilters, companySorts, customerFilters, customerSorts } from './customers/search.ts';
import { companyView, customerView, nameOf } from './customers/view.ts';
import { connection, exactCount, type PageArguments, type SortValue } from './graphql/connection.ts';
import { badRequest } from './graphql/errors.ts';
import { gid, idIn, typeIn } from './ids.ts';
import { byCustomId, namespaceOf } from './metafields/metafield.ts';
import { refundView } from './orders/refund-view.ts';
import { orderFilters, orderSorts, orderText, visibleOrders } from './orders/search.ts';
import { orderView } from './orders/view.ts';
import type { Product, ProductCollection, Variant } from './products/product.ts';
import {
  collectionFilters,
  collectionSorts,
  itemFilters,
  productFilters,
  productSorts,
  productText,
  type VariantRow,
  variantFilters,
  variantSorts,
} from './products/search.ts';
import { itemView, levelsOf, levelView, placeOf, placeView } from './products/stock-view.ts';
import { collectionView, productView, publicationView, variantView } from './products/view.ts';
import { rowTest } from './search/filter.ts';
import { locations, publications, type Shop } from './shop.ts';
import { operationView, shopView } from './shop-view.ts';
import { subscriptionView } from './webhooks/subscription.ts';

interface ById {
  readonly id: string;
}
interface Custom {
  readonly customId?: { readonly namespace?: string | null; readonly key: string; readonly value: string };
}
interface Search extends PageArguments {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

export function queries(shop: Shop) {
  const order = (id: string | null) => visibleOrders(shop, shop.orders.all()).find((each) => each.id === id);
  const orderOf = (found: ReturnType<typeof order>) => (found === undefined ? null : orderView(shop, found));
  const customerOf = (found: Customer | undefined) =>
    found === undefined ? null : customerView(shop, found);
  const companyOf = (found: Company | undefined) => (found === undefined ? null : companyView(shop, found));
  const productOf = (found: Product | undefined) => (found === undefined ? null : productView(shop, found));
  const variantOf = (found: { product: Product; variant: Variant } | null) =>
    found === null ? null : variantView(shop, found.product, found.variant);
  const itemOf = (found: { product: Product; variant: Variant } | null) =>
    found === null ? null : itemView(shop, found.product, found.variant);
  const collectionOf = (found: ProductCollection | undefined) =>
    found === undefined ? null : collectionView(shop, found);
  const custom = (type: string, { customId }: Custom) =>
    customId === undefined ? null : idIn(type, byCustomId(shop, type.toUpperCase(), customId));
  const variants = (): VariantRow[] =>
    shop.products.indexed().flatMap((product) => product.variants.map((variant) => ({ product, variant })));
  const foundOrders = ({ query }: Search) =>
    visibleOrders(shop, shop.orders.indexed()).filter(rowTest(query, orderFilters(shop), orderText));
  const byType: Readonly<Record<string, (id: string) => unknown>> = {
    Order: (id) => orderOf(order(id)),
    Customer: (id) => customerOf(shop.customers.get(id)),
    Company: (id) => companyOf(shop.companies.get(id)),
    Product: (id) => productOf(shop.products.get(id)),
    ProductVariant: (id) => variantOf(shop.variant(id)),
    InventoryItem: (id) => itemOf(shop.item(id)),
    Collection: (id) => collectionOf(shop.collections.get(id)),
  };
  const node = ({ id }: ById): unknown => {
    const type = typeIn(id);
    if (type === '') throw badRequest(`Invalid global id '${id}'`);
    return byType[type]?.(idIn(type, id) ?? '') ?? null;
  };

  return {
    shop: () => shopView(shop),
    currentAppInstallation: () => ({
      id: gid('AppInstallation', '501234567890'),
      accessScopes: shop
        .settings()
        .scopes.map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
    }),
    node,
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => node({ id })),
    job: ({ id }: ById) => {
      const found = shop.jobs.get(idIn('Job', id) ?? '');
      return found === undefined ? null : { id, done: shop.world.now() >= found.doneAt };
    },

    orders: (args: Search) =>
      page(foundOrders(args), args, orderSorts, 'PROCESSED_AT', (each) => orderView(shop, each)),
    ordersCount: (args: Search) => exactCount(foundOrders(args).length),
    order: ({ id }: ById) => orderOf(order(idIn('Order', id))),
    orderByIdentifier: ({ identifier }: { identifier: Partial<ById> & Custom }) =>
      orderOf(order(idIn('Order', identifier.id) ?? custom('Order', identifier))),
    refund: ({ id }: ById) => {
      const refundId = idIn('Refund', id);
      const given = visibleOrders(shop, shop.orders.all()).flatMap((each) =>
        each.refunds.flatMap((refund) => (refund.id === refundId ? [refundView(shop, each, refund)] : [])),
      );
      return given[0] ?? null;
    },

    customers: (args: Search) =>
      page(
        shop.customers
          .indexed()
          .filter(
            rowTest(args.query, customerFilters(shop), (each) => [nameOf(each), each.email, each.phone]),
          ),
        args,
        customerSorts,
        'ID',
        (each) => customerView(shop, each),
      ),
    customer: ({ id }: ById) => customerOf(shop.customers.get(idIn('Customer', id) ?? '')),
    customerByIdentifier: ({
      identifier,
    }: {
      identifier: Partial<ById> & Custom & { emailAddress?: string; phoneNumber?: string };
    }) => {
      const { id, emailAddress, phoneNumber } = identifier;
      if (emailAddress !== undefined) return customerOf(shop.customersByEmail(emailAddress.toLowerCase())[0]);
      if (phoneNumber !== undefined) return customerOf(shop.customersByPhone(phoneNumber)[0]);
      return customerOf(shop.customers.get(idIn('Customer', id) ?? custom('Customer', identifier) ?? ''));
    },
    companies: (args: Search) =>
      page(
        shop.companies.indexed().filter(rowTest(args.query, companyFilters, ({ name }) => [name])),
        args,
        companySorts,
        'ID',
        (each) => companyView(shop, each),
      ),
    company: ({ id }: ById) => companyOf(shop.companies.get(idIn('Company', id) ?? '')),

    products: (args: Search) =>
      page(
        shop.products.indexed().filter(rowTest(args.query, productFilters(shop), productText)),
        args,
        productSorts,
        'ID',
        (each) => productView(shop, each),
      ),
    product: ({ id }: ById) => productOf(shop.products.get(idIn('Product', id) ?? '')),
    productByIdentifier: ({ identifier }: { identifier: Partial<ById> & Custom & { handle?: string } }) =>
      identifier.handle !== undefined
        ? productOf(shop.productsByHandle(identifier.handle)[0])
        : productOf(shop.products.get(idIn('Product', identifier.id) ?? custom('Product', identifier) ?? '')),
    productVariants: (args: Search) =>
      page(
        variants().filter(
          rowTest(args.query, variantFilters(shop), ({ product, variant }) => [product.title, variant.sku]),
        ),
        args,
        variantSorts,
        'ID',
        ({ product, variant }) => variantView(shop, product, variant),
        ({ variant }) => variant.id,
      ),
    productVariantByIdentifier: ({ identifier }: { identifier: Partial<ById> & Custom }) =>
      variantOf(
        shop.variant(idIn('ProductVariant', identifier.id) ?? custom('ProductVariant', identifier) ?? ''),
      ),
    productOperation: ({ id }: ById) => operationView(shop, id),
    collections: (args: Search) =>
      page(
        shop.collections
          .indexed()
          .filter(rowTest(args.query, collectionFilters(shop), ({ title }) => [title])),
        args,
        collectionSorts,
        'ID',
        (each) => collectionView(shop, each),
      ),
    collection: ({ id }: ById) => collectionOf(shop.collections.get(idIn('Collection', id) ?? '')),
    collectionByIdentifier: ({ identifier }: { identifier: Partial<ById> & Custom & { handle?: string } }) =>
      identifier.handle !== undefined
        ? collectionOf(shop.collections.all().find(({ handle }) => handle === identifier.handle))
        : collectionOf(
            shop.collections.get(idIn('Collection', identifier.id) ?? custom('Collection', identifier) ?? ''),
          ),

    inventoryItems: (args: Search) =>
      page(
        variants().filter(rowTest(args.query, itemFilters, () => [])),
        args,
        {},
        'ID',
        ({ product, variant }) => itemView(shop, product, variant),
        ({ variant }) => variant.itemId,
      ),
    inventoryItem: ({ id }: ById) => itemOf(shop.item(idIn('InventoryItem', id) ?? '')),
    inventoryLevel: ({ id }: ById) => {
      const found = shop.item(/inventory_item_id=(\d+)/.exec(id)?.[1] ?? '');
      const rows =
        found === null ? [] : levelsOf(found.product, found.variant).map((row) => levelView(shop, row));
      return rows.find((row) => row.id === id) ?? null;
    },
    locations: (args: Search) =>
      connection(
        locations,
        args,
        ({ id }) => id,
        ({ name }) => name,
        (each) => placeView(shop, each),
      ),
    location: ({ id }: { id?: string | null }) => {
      const place = id ? placeOf(idIn('Location', id)) : locations[0];
      return place === undefined ? null : placeView(shop, place);
    },
    publications: (args: PageArguments) =>
      connection(publications, args, ({ id }) => id, null, publicationView),
    webhookSubscriptions: (
      args: PageArguments & { topics?: readonly string[] | null; uri?: string | null },
    ) =>
      connection(
        shop.subscriptions
          .all()
          .filter(
            ({ topic, uri }) =>
              (!args.topics || args.topics.includes(topic)) && (!args.uri || args.uri === uri),
          ),
        args,
        ({ id }) => id,
        null,
        subscriptionView,
      ),
    webhookSubscription: ({ id }: ById) => {
      const found = shop.subscriptions.get(idIn('WebhookSubscription', id) ?? '');
      return found === undefined ? null : subscriptionView(found);
    },
    metafieldDefinitions: (
      args: PageArguments & { ownerType: string; namespace?: string | null; key?: string | null },
    ) =>
      connection(
        shop.definitions
          .all()
          .filter(
            ({ ownerType, namespace, key }) =>
              ownerType === args.ownerType &&
              (!args.namespace || namespace === namespaceOf(args.namespace)) &&
              (!args.key || key === args.key),
          ),
        args,
        ({ id }) => id,
        null,
        ({ id, name, namespace, key, ownerType, type, isUnique }) => ({
          ...{ id: gid('MetafieldDefinition', id), name, namespace, key, ownerType },
          type: { name: type, category: type === 'id' ? 'ID' : 'TEXT' },
          capabilities: { uniqueValues: { enabled: isUnique, eligible: true } },
        }),
      ),
  };
}

type Sorts<Row> = Readonly<Record<string, (row: Row) => SortValue>>;

function page<Row>(
  rows: readonly Row[],
  args: Search,
  sorts: Sorts<Row>,
  usual: string,
  view: (row: Row) => unknown,
  idOf: (row: Row) => string = (row) => String((row as { id: string }).id),
): Record<string, unknown> {
  const key = args.sortKey ?? usual;
  if (key !== 'ID' && key !== 'RELEVANCE' && sorts[key] === undefined)
    throw badRequest(`The stand-in does not sort by ${key}.`);
  return connection(rows, args, idOf, sorts[key] ?? null, view);
}
