/** What may be sold of a product (sheet 12.2). */
import type { Route } from '../../kit/http/route-table.ts';
import type { JsonObject } from '../../kit/json.ts';
import { type Call, type Endpoint, listRows, under } from '../endpoint.ts';
import type { Product } from '../products/product.ts';
import { skusAsked } from '../products/search.ts';
import { noSuchEntity, refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { isCounted, type Stock } from './rows.ts';
import { isSalable, salableQuantity } from './salable.ts';

const resource = 'Magento_InventorySalesApi::stock';

export function salableEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/inventory');
  return [
    on('GET', '/get-product-salable-quantity/{sku}/{stockId}', resource, (call) => {
      const stock = stockOf(shop, call.parameters.stockId);
      return salableQuantity(shop, countedIn(shop, call.parameters.sku ?? '', stock), stock.id);
    }),
    on('GET', '/is-product-salable/{sku}/{stockId}', resource, ({ parameters }) => {
      const stock = stockOf(shop, parameters.stockId);
      return saleOf(shop, parameters.sku ?? '', stock);
    }),
    on('GET', '/is-product-salable-for-requested-qty/{sku}/{stockId}/{qty}', resource, ({ parameters }) => {
      const stock = stockOf(shop, parameters.stockId);
      const product = countedIn(shop, parameters.sku ?? '', stock);
      return forQuantity(shop, product, stock, Number(parameters.qty));
    }),
    on('GET', '/are-products-salable', resource, ({ query }) => {
      const stock = stockOf(shop, query.get('stockId') ?? query.get('stock_id'));
      const skus = [...query].flatMap(([key, value]) => (/^skus\[/.test(key) ? [value] : []));
      if (skus.length === 0) throw required('skus');
      return skus.map((sku) => ({ sku, stock_id: stock.id, salable: saleOf(shop, sku, stock) }));
    }),
    on('GET', '/export-stock-salable-qty/website/{code}', resource, (call) => {
      const stock = stockOfWebsite(shop, call);
      const columns = new Set(['sku', 'qty', 'is_salable', 'entity_id', 'type_id']);
      return listRows(shop, call, {
        rows: countedProducts(shop, call),
        columns,
        read: (product, field) => {
          if (field === 'entity_id') return product.id;
          if (field === 'type_id') return product.type;
          return field === 'sku' ? product.sku : exported(shop, product, stock)[field];
        },
        show: (product) => exported(shop, product, stock),
      });
    }),
    on('GET', '/dump-stock-index-data/website/{code}', resource, (call) => {
      const stock = stockOfWebsite(shop, call);
      return shop.catalogue.products.indexed().map((product) => exported(shop, product, stock));
    }),
  ];
}

function exported(shop: Shop, product: Product, { id }: Stock): JsonObject {
  return {
    sku: product.sku,
    qty: isCounted(product) ? salableQuantity(shop, product, id) : 0,
    is_salable: isSalable(shop, product, id),
  };
}

function countedProducts({ catalogue }: Shop, { query }: Call): Product[] {
  const skus = skusAsked(query);
  if (skus !== null && !catalogue.products.isBehind()) {
    return [...new Set(skus.flatMap((sku) => catalogue.findProduct(sku) ?? []))].filter(isCounted);
  }
  return catalogue.products.indexed().filter(isCounted);
}

function stockOf({ inventory }: Shop, id: string | null | undefined): Stock {
  const stock = inventory.stocks.get(id ?? '');
  if (stock === undefined) throw noSuchEntity('stock_id', Number(id));
  return stock;
}

function stockOfWebsite({ inventory }: Shop, { parameters }: Call): Stock {
  const stock = inventory.stockOfWebsite(parameters.code ?? '');
  if (stock === undefined) throw refusal(404, 'No linked stock found');
  return stock;
}

/** Throws a `Refusal` for what no source can have. The wording for what none has is inferred. */
function countedIn(shop: Shop, sku: string, stock: Stock): Product {
  const product = shop.catalogue.product(sku);
  if (!isCounted(product)) {
    throw refusal(400, "Can't check requested quantity for products without Source Items support.");
  }
  const sources = shop.inventory.sourcesOf(stock.id);
  const isAssigned = shop.inventory.itemsOf(sku).some(({ sourceCode }) => sources.includes(sourceCode));
  if (!isAssigned) throw refusal(400, 'The requested sku is not assigned to given stock.');
  return product;
}

function saleOf(shop: Shop, sku: string, stock: Stock): boolean {
  const product = shop.catalogue.findProduct(sku);
  return product !== undefined && isSalable(shop, product, stock.id);
}

function forQuantity(shop: Shop, product: Product, stock: Stock, quantity: number): JsonObject {
  const isFree = !shop.inventory.isManaged(product) || shop.inventory.allowsBackorders(product);
  if (
    isSalable(shop, product, stock.id) &&
    (isFree || salableQuantity(shop, product, stock.id) >= quantity)
  ) {
    return { salable: true, errors: [] };
  }
  const error = {
    code: 'is_salable_with_reservations-not_enough_qty',
    message: 'The requested qty is not available',
  };
  return { salable: false, errors: [error] };
}
