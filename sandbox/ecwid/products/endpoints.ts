import type { Query } from '../../kit/http/query.ts';
import type { Route } from '../../kit/http/route-table.ts';
import type { Json, JsonObject } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, type Endpoint, page, pageOf, under } from '../endpoint.ts';
import { deletedWithin } from '../orders/endpoints.ts';
import { valueOfType } from './attributes.ts';
import { productOnWire, type View } from './on-wire.ts';
import { categoryIdsOf, productOrder, productsFound } from './search.ts';
import { adjusted } from './stock.ts';
import { createProduct, updateProduct, type WriteTerms } from './writes.ts';

const reading = ['read_catalog'];
const writing = ['update_catalog'];

/** Sheet 4.1. The words come before the ids. */
export function productEndpoints(assortment: Assortment): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}');
  const found = ({ parameters }: Call) => assortment.product(parameters.productId ?? '');
  const listed = (query: Query) => {
    const rows = productsFound(query, assortment);
    const order = productOrder(query);
    return order === null ? rows : rows.sort(order);
  };
  return [
    on('GET', '/products', reading, (call) =>
      pageOf(listed(call.query), call.query, assortment.settings(), (each) =>
        productOnWire(assortment, each, viewOf(call)),
      ),
    ),
    on('POST', '/products', ['create_catalog'], ({ body, query }) => ({
      id: createProduct(assortment, body, termsOf(query)).id,
    })),
    on('DELETE', '/products', ['update_catalog_batch_delete'], () => {
      for (const product of assortment.products.all()) assortment.deleteProduct(product);
      return new Response(null, { status: 202 });
    }),
    on('GET', '/products/deleted', reading, ({ query }) =>
      page(deletedWithin(assortment.deletedProducts.value, query), query, assortment.settings()),
    ),
    // Nobody sorts by hand here: the order in which they were made.
    on('GET', '/products/sort', reading, ({ query }) => {
      const category = query.text('parentCategory') ?? '0';
      const members = assortment.products.all().filter((each) => categoryIdsOf(each).includes(category));
      return { sortedIds: members.map(({ id }) => id) };
    }),
    on('GET', '/products/{productId}', reading, (call) =>
      productOnWire(assortment, found(call), viewOf(call)),
    ),
    on('PUT', '/products/{productId}', writing, (call) => {
      const product = updateProduct(assortment, found(call), call.body, termsOf(call.query));
      const item: JsonObject =
        call.query.flag('returnItem') === true
          ? { item: productOnWire(assortment, product, viewOf(call)) }
          : {};
      return { updateCount: 1, ...item };
    }),
    on('DELETE', '/products/{productId}', writing, (call) => {
      assortment.deleteProduct(found(call));
      return { deleteCount: 1 };
    }),
    on('PUT', '/products/{productId}/inventory', writing, (call) =>
      adjusted(assortment, found(call), undefined, call.body),
    ),
    on('GET', '/brands', ['read_brands'], ({ query }) =>
      page(brandsOf(assortment), query, assortment.settings()),
    ),
  ];
}

export function viewOf({ query, pictures }: Call): View {
  return { pictures, language: query.text('lang') };
}

function termsOf(query: Query): WriteTerms {
  return {
    saveCombinations: query.flag('saveCombinations') === true,
    rebuild: query.flag('rebuildVariationsOnOptionsUpdate') === true,
  };
}

function brandsOf(assortment: Assortment): JsonObject[] {
  const brands = new Set(
    assortment.products.indexed().map(({ values, fields }) => {
      return valueOfType(values, assortment.productClass(String(fields.productClassId ?? 0)), 'BRAND');
    }),
  );
  brands.delete('');
  return [...brands].sort().map(
    (name): Record<string, Json> => ({
      name,
      productsFilteredByBrandUrl: `https://theemeester.example.com/products/search?attribute_Brand=${encodeURIComponent(name)}`,
    }),
  );
}
