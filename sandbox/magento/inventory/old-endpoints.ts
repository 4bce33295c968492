/** The old stock items, which are there with and without MSI (sheet 12.3). */
import { numberedPage } from '../../kit/http/paging.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, numberIn } from '../../kit/json.ts';
import { stockItemShape } from '../catalogue/shapes.ts';
import { type Call, type Endpoint, under } from '../endpoint.ts';
import { shaped } from '../fields.ts';
import type { Product } from '../products/product.ts';
import { refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { defaultStock } from './rows.ts';
import { saveStockItem, stockItemOf } from './stock-items.ts';

const resource = 'Magento_CatalogInventory::cataloginventory';
/** Of the time before all lists had the same. */
const oldCriteria = {
  mapper_interface_name:
    'Magento\\CatalogInventory\\Model\\ResourceModel\\Stock\\Item\\StockItemCriteriaMapper',
  criteria_list: [],
  filters: [],
  orders: [],
  limit: [],
};

export function oldStockEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1');
  return [
    on('GET', '/stockItems/lowStock', resource, (call) => lowStock(shop, call)),
    on('GET', '/stockItems/{productSku}', resource, (call) => stockItemOf(shop, stocked(shop, call))),
    // The item's own id in the path is not looked at.
    on('PUT', '/products/{productSku}/stockItems/{itemId}', resource, (call) => {
      const product = stocked(shop, call);
      if (!isObject(call.body.stock_item)) throw required('stockItem');
      saveStockItem(shop, product, shaped(call.body.stock_item, stockItemShape));
      return product.id;
    }),
    on('GET', '/stockStatuses/{productSku}', resource, (call) => {
      const product = stocked(shop, call);
      const item = stockItemOf(shop, product);
      return {
        product_id: product.id,
        stock_id: defaultStock,
        qty: item.qty ?? 0,
        stock_status: item.is_in_stock === true ? 1 : 0,
        stock_item: item,
      };
    }),
  ];
}

function stocked({ catalogue }: Shop, { parameters }: Call): Product {
  const sku = parameters.productSku ?? '';
  const product = catalogue.findProduct(sku);
  if (product === undefined) throw refusal(404, 'The Product with the "%1" SKU doesn\'t exist.', [sku]);
  return product;
}

function lowStock(shop: Shop, { query }: Call) {
  const limit = query.get('qty');
  if (limit === null) throw required('qty');
  const found = shop.catalogue.products
    .all()
    .map((product) => stockItemOf(shop, product))
    .filter((item) => numberIn(item, 'qty') <= Number(limit));
  const size = Number(query.get('pageSize') ?? '0') || found.length || 1;
  const { rows } = numberedPage(found, Number(query.get('currentPage') ?? '1'), size);
  return { items: rows, search_criteria: oldCriteria, total_count: found.length };
}
