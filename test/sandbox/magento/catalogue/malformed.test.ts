import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../support/runs.ts';
import { TestShop } from '../shop.ts';

const names =
  `product sku name price status visibility attribute_set_id type_id weight extension_attributes website_ids
  category_links category_id position stock_item qty is_in_stock manage_stock configurable_product_options
  configurable_product_links attribute_id label values value_index media_gallery_entries entry id types content
  base64_encoded_data type custom_attributes attribute_code value category parent_id is_active parentId afterId
  productLink prices store_id price_from price_to skus sourceItems source_code quantity stock source links stock_id
  stockItem option attribute frontend_input frontend_labels options childSku sourceCodes __proto__`.split(
    /\s+/,
  );
const texts = [
  '',
  ' ',
  'x',
  '1',
  '-1',
  '2',
  'ZEEF',
  'MOK-EM',
  'default',
  'color',
  'simple',
  'configurable',
  'image',
];

const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...texts),
    fc.constantFrom(null, true, false, 0, 1, 2, 4, -1, 1.5, 93, 2 ** 31, 1e300),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
  ),
}));
const wrapped = (name: string) => fc.record({ [name]: fc.dictionary(fc.constantFrom(...names), anyValue) });
const anyBody = fc.oneof(
  fc.dictionary(fc.constantFrom(...names), anyValue, { maxKeys: 6 }),
  ...['product', 'category', 'option', 'entry', 'stockItem', 'attribute', 'source', 'stock'].map(wrapped),
  fc.record({ prices: fc.array(anyValue), sourceItems: fc.array(anyValue), links: fc.array(anyValue) }),
);

describe('whatever is sent', () => {
  it('gets an answer of the API, never an internal error, and never breaks the shop', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/catalogue', { kind: 'generated', products: 20 });
    const routes = fc.constantFrom(
      ...['/products', '/categories', '/products/base-prices', '/products/special-price'].map(
        (path) => `POST ${path}`,
      ),
      'POST /products/special-price-delete',
      'POST /products/special-price-information',
      'PUT /products/MOK-EM',
      'PUT /products/ZEEF',
      'PUT /products/ZEEF/stockItems/1',
      'POST /products/ZEEF/media',
      'PUT /products/ZEEF/media/81',
      'POST /products/ZEEF/websites',
      'POST /products/attributes',
      'PUT /products/attributes/color',
      'POST /products/attributes/color/options',
      'PUT /products/attributes/color/options/52',
      'POST /products/attribute-sets/attributes',
      'POST /configurable-products/MOK-EM/options',
      'PUT /configurable-products/MOK-EM/options/21',
      'POST /configurable-products/MOK-EM/child',
      'PUT /categories/5',
      'PUT /categories/5/move',
      'POST /categories/5/products',
      'POST /inventory/source-items',
      'POST /inventory/source-items-delete',
      'POST /inventory/sources',
      'PUT /inventory/sources/default',
      'POST /inventory/stocks',
      'POST /inventory/stock-source-links',
      'POST /inventory/bulk-product-source-assign',
    );
    await fc.assert(
      fc.asyncProperty(
        routes,
        fc.constantFrom('all', 'default', 'deutsch'),
        anyBody,
        async (route, view, body) => {
          const [method = '', path = ''] = route.split(' ');
          const answer = await shop.call(method, `/rest/${view}/V1${path}`, body);
          expect([200, 400, 404], answer.text).toContain(answer.status);
          if (answer.status >= 400) expect(typeof answer.body.message).toBe('string');
        },
      ),
      runs(2500),
    );
    for (const path of ['products', 'categories/list', 'inventory/source-items', 'inventory/stocks']) {
      expect((await shop.get(`/V1/${path}?searchCriteria`)).status).toBe(200);
    }
    expect((await shop.get('/V1/categories')).status).toBe(200);
    const dump = await shop.get('/V1/inventory/dump-stock-index-data/website/base');
    expect([200, 404]).toContain(dump.status);
    expect(() => JSON.stringify(shop.standIn.snapshot())).not.toThrow();
    expect(() => JSON.stringify(shop.standIn.state())).not.toThrow();
  });
});
