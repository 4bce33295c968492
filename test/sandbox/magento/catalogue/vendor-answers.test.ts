/** What the stand-in answers of the catalogue, held against the vendor's own description, where VENDOR_SPECS names its folder. */
import { describe, expect, it } from 'vitest';
import { all, entry, simple } from '../goods.ts';
import { TestShop } from '../shop.ts';
import { folder, validator } from '../vendor-description.ts';

const reads: readonly (readonly [described: string, asked: string])[] = [
  ['/V1/products', '/V1/products?searchCriteria'],
  ['/V1/products/{sku}', '/V1/products/MOK-EM'],
  ['/V1/products/{sku}', '/V1/products/ZEEF'],
  ['/V1/products/types', '/V1/products/types'],
  ['/V1/products/{sku}/media', '/V1/products/MOK-EM/media'],
  ['/V1/products/{sku}/media/{entryId}', '/V1/products/MOK-EM/media/81'],
  ['/V1/products/attributes', '/V1/products/attributes?searchCriteria'],
  ['/V1/products/attributes/{attributeCode}', '/V1/products/attributes/color'],
  ['/V1/products/attributes/{attributeCode}/options', '/V1/products/attributes/color/options'],
  ['/V1/products/attribute-sets/sets/list', '/V1/products/attribute-sets/sets/list?searchCriteria'],
  ['/V1/products/attribute-sets/{attributeSetId}', '/V1/products/attribute-sets/4'],
  ['/V1/products/attribute-sets/{attributeSetId}/attributes', '/V1/products/attribute-sets/4/attributes'],
  ['/V1/configurable-products/{sku}/children', '/V1/configurable-products/MOK-EM/children'],
  ['/V1/configurable-products/{sku}/options/all', '/V1/configurable-products/MOK-EM/options/all'],
  ['/V1/categories', '/V1/categories'],
  ['/V1/categories/list', '/V1/categories/list?searchCriteria'],
  ['/V1/categories/{categoryId}', '/V1/categories/12'],
  ['/V1/categories/{categoryId}/products', '/V1/categories/12/products'],
  ['/V1/stockItems/{productSku}', '/V1/stockItems/ZEEF'],
  ['/V1/stockStatuses/{productSku}', '/V1/stockStatuses/ZEEF'],
  ['/V1/stockItems/lowStock/', '/V1/stockItems/lowStock/?scopeId=0&qty=5'],
  ['/V1/inventory/source-items', '/V1/inventory/source-items?searchCriteria'],
  ['/V1/inventory/sources', '/V1/inventory/sources?searchCriteria'],
  ['/V1/inventory/sources/{sourceCode}', '/V1/inventory/sources/default'],
  ['/V1/inventory/stocks', '/V1/inventory/stocks?searchCriteria'],
  ['/V1/inventory/stocks/{stockId}', '/V1/inventory/stocks/1'],
  ['/V1/inventory/stock-source-links', '/V1/inventory/stock-source-links?searchCriteria'],
  ['/V1/inventory/stock-resolver/{type}/{code}', '/V1/inventory/stock-resolver/website/base'],
  ['/V1/inventory/is-product-salable/{sku}/{stockId}', '/V1/inventory/is-product-salable/ZEEF/1'],
  [
    '/V1/inventory/get-product-salable-quantity/{sku}/{stockId}',
    '/V1/inventory/get-product-salable-quantity/ZEEF/1',
  ],
  [
    '/V1/inventory/is-product-salable-for-requested-qty/{sku}/{stockId}/{requestedQty}',
    '/V1/inventory/is-product-salable-for-requested-qty/ZEEF/1/2',
  ],
  ['/V1/inventory/are-products-salable', '/V1/inventory/are-products-salable?skus[0]=ZEEF&stockId=1'],
  [
    '/V1/inventory/export-stock-salable-qty/{salesChannelType}/{salesChannelCode}',
    '/V1/inventory/export-stock-salable-qty/website/base?searchCriteria',
  ],
  ['/V1/bulk', '/V1/bulk?searchCriteria'],
];

async function filled() {
  const shop = new TestShop();
  await shop.control('POST', '/catalogue', { kind: 'seed' });
  return shop;
}

describe.skipIf(!folder)('by the description of the vendor', () => {
  it.each(reads)('GET %s is answered rightly', async (path, asked) => {
    const { json, status, text } = await (await filled()).get(asked);
    expect(status, text).toBe(200);
    const validate = validator('get', path);
    validate(json);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('writes are answered rightly', async () => {
    const shop = await filled();
    const check = async (method: string, path: string, asked: string, body: unknown) => {
      const { json, text, status } = await shop.call(method.toUpperCase(), asked, body);
      expect(status, `${path} ${text}`).toBe(200);
      const validate = validator(method, path);
      validate(json);
      expect(validate.errors ?? [], `${path} ${text}`).toEqual([]);
    };
    const product = `${all}/products`;
    await check('post', '/V1/products', product, simple('NEW'));
    await check('put', '/V1/products/{sku}', `${product}/NEW`, { product: { price: 2 } });
    // The id of a new picture comes as text, whatever the description says (sheet 10.1).
    await shop.call('POST', `${product}/NEW/media`, entry('a.png'));
    const changed = { id: 382, media_type: 'image', label: 'A', position: 1, disabled: false, types: [] };
    const media = '/V1/products/{sku}/media/{entryId}';
    await check('put', media, `${product}/NEW/media/382`, { entry: changed });
    const prices = [{ sku: 'NONE', price: 1, store_id: 0 }];
    await check('post', '/V1/products/special-price', `${product}/special-price`, { prices });
    await check('post', '/V1/products/base-prices', `${product}/base-prices`, { prices });
    const skus = { skus: ['NEW'] };
    await check('post', '/V1/products/base-prices-information', `${product}/base-prices-information`, skus);
    await check('post', '/V1/categories', `${all}/categories`, {
      category: { name: 'Nieuw', is_active: true },
    });
    await check('put', '/V1/categories/{id}', `${all}/categories/3`, { category: { name: 'Anders' } });
    await check('put', '/V1/categories/{categoryId}/move', `${all}/categories/3/move`, { parentId: 11 });
    const option = { label: 'Oker' };
    const options = '/V1/products/attributes/{attributeCode}/options';
    await check('post', options, `${product}/attributes/color/options`, { option });
    const attribute = { attribute_code: 'stof', frontend_input: 'select', default_frontend_label: 'Stof' };
    await check('post', '/V1/products/attributes', `${product}/attributes`, { attribute });
    const stockItem = { qty: 3, is_in_stock: true };
    const path = '/V1/products/{productSku}/stockItems/{itemId}';
    await check('put', path, `${product}/NEW/stockItems/1`, { stockItem });
  });
});
