import { describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { all, inSource, salable, sell, setStock } from '../goods.ts';
import { TestShop } from '../shop.ts';

const row = (sku: string, more: object = {}) => ({
  ...{ sku, source_code: 'default', quantity: 5, status: 1 },
  ...more,
});

function post(shop: TestShop, sourceItems: unknown) {
  return shop.call('POST', '/V1/inventory/source-items', { sourceItems });
}

describe('source items', () => {
  it('are written and read; the status is what was sent, whatever the quantity', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 0);
    expect((await post(shop, [row('a', { quantity: 118 })])).json).toEqual([]);
    expect(await inSource(shop, 'A')).toEqual({ sku: 'A', source_code: 'default', quantity: 118, status: 1 });
    await post(shop, [row('A', { quantity: 118, status: 0 })]);
    expect(await salable(shop, 'A')).toBe(0);
    await post(shop, [row('A', { quantity: 0, status: 1 })]);
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 0, status: 1 });
    expect((await shop.get('/V1/inventory/is-product-salable/A/1')).json).toBe(false);
  });

  it.each([
    ['without a SKU', { sku: '' }, 'Validation Failed: "sku" can not be empty.', 'sku'],
    [
      'with a blank behind the SKU',
      { sku: 'A ' },
      'Validation Failed: "sku" can not contain leading or trailing spaces.',
      'sku',
    ],
    [
      'without a source',
      { source_code: undefined },
      'Validation Failed: "source_code" can not be empty.',
      'source_code',
    ],
    [
      'with a word for a number',
      { quantity: 'many' },
      'Validation Failed: "quantity" should be numeric.',
      'quantity',
    ],
    [
      'without a status',
      { status: undefined },
      'Validation Failed: "status" should a known status.',
      'status',
    ],
  ])('one %s refuses the whole list', async (_, more, message, field) => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    const answer = await post(shop, [row('A'), row('A', more)]);
    expect([answer.status, answer.body.message]).toEqual([400, message]);
    expect(objectsIn(answer.body.errors)).toMatchObject([{ parameters: { field } }]);
    expect(await inSource(shop, 'A')).toMatchObject({ quantity: 1 });
  });

  it('of a source that is not there refuse the list; older versions do not say why in the message', async () => {
    const shop = new TestShop({ settings: { validationSaysWhy: false } });
    const unknown = await post(shop, [row('A'), row('A', { source_code: 'moon' })]);
    expect([unknown.status, unknown.body.message]).toEqual([400, 'Could not save Source Item']);
    expect(await shop.items('/V1/inventory/source-items?searchCriteria')).toEqual([]);
    expect((await post(shop, [row('')])).body.message).toBe('Validation Failed');
  });

  it('of a SKU that no product has are stored or refused, by version', async () => {
    const shop = new TestShop();
    expect((await post(shop, [row('GHOST')])).status).toBe(200);
    shop.standIn.change({ unknownSkus: 'refused' });
    expect((await post(shop, [row('SPOOK')])).body.errors).toMatchObject([{ parameters: ['SPOOK'] }]);
  });

  it('beyond the limit of an array are refused, with the limit', async () => {
    const shop = new TestShop({ settings: { maxItems: 2 } });
    const answer = await post(shop, [row('A'), row('B'), row('C')]);
    expect([answer.status, answer.body.parameters]).toEqual([
      400,
      { type: 'Magento\\InventoryApi\\Api\\Data\\SourceItemInterface', max: 2 },
    ]);
    expect((await post(shop, [row('A'), row('B')])).status).toBe(200);
  });

  it('do not move `updated_at` of the product', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    shop.world.pass(60_000);
    await setStock(shop, 'A', 4);
    expect((await shop.get('/V1/products/A')).body.updated_at).toBe('2026-03-10 12:00:00');
  });

  it('are deleted and assigned', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 3);
    const sourceItems = [{ sku: 'A', source_code: 'default' }];
    await shop.call('POST', '/V1/inventory/source-items-delete', { sourceItems });
    expect(await inSource(shop, 'A')).toBeUndefined();
    const unassigned = await shop.get('/V1/inventory/get-product-salable-quantity/A/1');
    expect(unassigned.body.message).toBe('The requested sku is not assigned to given stock.');
    const assign = { skus: ['A'], sourceCodes: ['default'] };
    expect((await shop.call('POST', '/V1/inventory/bulk-product-source-assign', assign)).json).toBe(1);
    expect(await salable(shop, 'A')).toBe(0);
  });
});

describe('sources and stocks', () => {
  it('a stock is the sum of its enabled sources, for the websites that sell from it', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 4);
    const source = {
      source_code: 'zwolle',
      name: 'Zwolle',
      country_id: 'NL',
      postcode: '8011 AB',
      enabled: true,
    };
    expect((await shop.call('POST', '/V1/inventory/sources', { source })).json).toEqual([]);
    await post(shop, [row('A', { source_code: 'zwolle', quantity: 9 })]);
    expect(await salable(shop, 'A')).toBe(4);
    const links = [{ stock_id: 1, source_code: 'zwolle', priority: 2 }];
    await shop.call('POST', '/V1/inventory/stock-source-links', { links });
    expect(await salable(shop, 'A')).toBe(13);
    await shop.call('PUT', '/V1/inventory/sources/zwolle', { source: { enabled: false } });
    expect(await salable(shop, 'A')).toBe(4);
    const sales_channels = [{ type: 'website', code: 'zakelijk' }];
    const stock = { name: 'Groothandel', extension_attributes: { sales_channels } };
    expect((await shop.call('POST', '/V1/inventory/stocks', { stock })).json).toBe(2);
    expect((await shop.get('/V1/inventory/stock-resolver/website/zakelijk')).body.stock_id).toBe(2);
    expect(await shop.items('/V1/inventory/stocks?searchCriteria')).toMatchObject([
      { stock_id: 1, extension_attributes: { sales_channels: [{ code: 'base' }] } },
      { stock_id: 2 },
    ]);
    const codes = (await shop.items('/V1/inventory/sources?searchCriteria')).map((each) => each.source_code);
    expect(codes).toEqual(['default', 'zwolle']);
  });

  it('the salable quantities of a website are read in pages', async () => {
    const shop = new TestShop();
    for (const sku of ['A', 'B', 'C']) await sell(shop, sku, 2);
    const path =
      '/V1/inventory/export-stock-salable-qty/website/base?searchCriteria[pageSize]=2&searchCriteria[currentPage]=2';
    expect((await shop.get(path)).body).toMatchObject({
      items: [{ sku: 'C', qty: 2, is_salable: true }],
      total_count: 3,
    });
    expect(
      (await shop.get('/V1/inventory/export-stock-salable-qty/website/none?searchCriteria')).status,
    ).toBe(404);
    const are = await shop.get('/V1/inventory/are-products-salable?skus[0]=A&skus[1]=X&stockId=1');
    expect(are.json).toEqual([
      { sku: 'A', stock_id: 1, salable: true },
      { sku: 'X', stock_id: 1, salable: false },
    ]);
    const asked = await shop.get('/V1/inventory/is-product-salable-for-requested-qty/A/1/3');
    expect(asked.body.salable).toBe(false);
  });

  it('configurable products have no quantity of their own', async () => {
    const shop = new TestShop();
    await shop.call('POST', `${all}/products`, {
      product: { sku: 'P', name: 'P', attribute_set_id: 4, type_id: 'configurable' },
    });
    const { status, body } = await shop.get('/V1/inventory/get-product-salable-quantity/P/1');
    expect([status, body.message]).toEqual([
      400,
      "Can't check requested quantity for products without Source Items support.",
    ]);
  });
});
