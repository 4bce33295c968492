/** Searching products: by any attribute, as the scope of the call shows it (sheet 1.1, 4.4). */
import type { Json } from '../../kit/json.ts';
import { readView } from '../catalogue/scope.ts';
import type { Call } from '../endpoint.ts';
import { readCriteria } from '../search/criteria.ts';
import type { SearchedRows } from '../search/search.ts';
import type { Shop } from '../shop.ts';
import { storeViews } from '../stores/stores.ts';
import { listedProduct } from './on-wire.ts';
import { type Product, valueIn } from './product.ts';

const columns =
  'entity_id sku type_id attribute_set_id created_at updated_at category_id website_id store store_id';

export function searchedProducts(shop: Shop, call: Call): SearchedRows<Product> {
  const { catalogue } = shop;
  const storeId = readView(call);
  const isOfWebsite = ({ websiteIds }: Product) =>
    call.names !== 'view' || websiteIds.includes(call.store.websiteId);
  return {
    rows: candidates(shop, call).filter(isOfWebsite),
    columns: new Set([...columns.split(' '), ...catalogue.attributes.all().map(({ code }) => code)]),
    read: (product, field) => columnOf(product, field, storeId),
    show: (product) => listedProduct(shop, product, storeId),
  };
}

/** A search for SKUs goes by the index, which is as fresh as reading; where searches lag, all are looked at. */
function candidates({ catalogue }: Shop, { query }: Call): Product[] {
  const skus = skusAsked(query);
  if (skus === null || catalogue.products.isBehind()) return catalogue.products.indexed();
  const found = new Map(
    skus.flatMap((sku) => catalogue.findProduct(sku) ?? []).map((each) => [each.id, each]),
  );
  return [...found.values()].toSorted((one, other) => one.id - other.id);
}

/** The SKUs that a search is limited to; null where it is not. */
export function skusAsked(query: URLSearchParams): string[] | null {
  for (const group of readCriteria(query).groups) {
    const [only, ...others] = group;
    if (only === undefined || others.length > 0 || only.field !== 'sku') continue;
    if (only.condition === 'eq') return [only.value];
    if (only.condition === 'in') return only.value.split(',');
  }
  return null;
}

function columnOf(product: Product, field: string, storeId: number): Json | undefined {
  switch (field) {
    case 'entity_id':
      return product.id;
    case 'sku':
      return product.sku;
    case 'type_id':
      return product.type;
    case 'attribute_set_id':
      return product.attributeSetId;
    case 'created_at':
      return product.createdAt;
    case 'updated_at':
      return product.updatedAt;
    case 'category_id':
      return product.categories.map(({ id }) => id);
    case 'website_id':
      return [...product.websiteIds];
    case 'store':
    case 'store_id':
      return storeViews.filter(({ websiteId }) => product.websiteIds.includes(websiteId)).map(({ id }) => id);
    default:
      return valueIn(product.values, field, storeId);
  }
}
