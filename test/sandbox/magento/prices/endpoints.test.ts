import { describe, expect, it } from 'vitest';
import { all, custom, sell } from '../goods.ts';
import { TestShop } from '../shop.ts';

const dates = { price_from: '2025-04-01 00:00:00', price_to: '2027-04-30 23:59:59' };

function post(shop: TestShop, what: string, prices: unknown[]) {
  return shop.call('POST', `${all}/products/${what}`, { prices });
}

describe('base prices', () => {
  it('are saved row by row; what fails is listed', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    const answer = await post(shop, 'base-prices', [
      { sku: 'A', price: 9.95, store_id: 0 },
      { sku: 'NONE', price: 1, store_id: 0 },
      { sku: 'A', price: -1, store_id: 0 },
      { sku: 'A', price: 1, store_id: 77 },
      { sku: 'A', price: 1, store_id: 1 },
    ]);
    expect([answer.status, answer.json]).toEqual([
      200,
      [
        { message: 'Invalid attribute %fieldName = %fieldValue.', parameters: ['SKU', 'NONE'] },
        { message: 'Invalid attribute %fieldName = %fieldValue.', parameters: ['Price', '-1'] },
        {
          message: 'Requested store is not found. Row ID: SKU = %SKU, Store ID: %storeId.',
          parameters: ['A', '77'],
        },
        { message: 'Could not change non global Price when price scope is global.', parameters: ['A', '1'] },
      ],
    ]);
    expect((await shop.get('/V1/products/A')).body.price).toBe(9.95);
  });

  it('of one view leave the others of its website behind', async () => {
    const shop = new TestShop({ settings: { priceScope: 'website' } });
    await sell(shop, 'A', 1);
    expect((await post(shop, 'base-prices', [{ sku: 'A', price: 13.5, store_id: 1 }])).json).toEqual([]);
    const price = async (view: string) => (await shop.get(`/rest/${view}/V1/products/A`)).body.price;
    expect([await price('default'), await price('vlaams')]).toEqual([13.5, 12.1]);
    const information = await shop.call('POST', `${all}/products/base-prices-information`, { skus: ['A'] });
    expect(information.json).toEqual([
      { price: 12.1, store_id: 0, sku: 'A' },
      { price: 13.5, store_id: 1, sku: 'A' },
    ]);
  });

  it('may leave `updated_at` alone, and are limited in number by setting', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    shop.world.pass(60_000);
    const rows = [1, 2].map((price) => ({ sku: 'A', price, store_id: 0 }));
    await post(shop, 'base-prices', rows);
    expect((await shop.get('/V1/products/A')).body.updated_at).toBe('2026-03-10 12:00:00');
    shop.standIn.change({ maxItems: 1, pricesMoveUpdatedAt: true });
    expect((await post(shop, 'base-prices', rows)).body).toMatchObject({
      message: 'Maximum items of type "%type" is %max',
      parameters: { max: 1 },
    });
    await post(shop, 'base-prices', rows.slice(0, 1));
    expect((await shop.get('/V1/products/A')).body.updated_at).toBe('2026-03-10 12:01:00');
  });
});

describe('decimals', () => {
  it.each([
    [6, 24.785124, '12.355372'],
    [4, 24.7851, '12.3554'],
  ])('%i of them are kept', async (decimals, price, special) => {
    const shop = new TestShop({ settings: { decimals } });
    await sell(shop, 'A', 1, { price: 24.785124 });
    const { body } = await shop.call('PUT', `${all}/products/A`, {
      product: { custom_attributes: [{ attribute_code: 'special_price', value: '12.355372' }] },
    });
    expect([body.price, custom(body, 'special_price')]).toEqual([price, special]);
    await post(shop, 'base-prices', [{ sku: 'A', price: 24.785124, store_id: 0 }]);
    expect((await shop.get('/V1/products/A')).body.price).toBe(price);
  });
});

describe('special prices', () => {
  it('are set, read, and taken away only by their own dates', async () => {
    const shop = new TestShop();
    await sell(shop, 'A', 1);
    const row = { sku: 'A', price: 9.95, store_id: 0, ...dates };
    const information = async () =>
      (await shop.call('POST', `${all}/products/special-price-information`, { skus: ['A'] })).json;
    expect((await post(shop, 'special-price', [row])).json).toEqual([]);
    expect(await information()).toEqual([row]);
    expect(custom((await shop.get('/V1/products/A')).body, 'special_price')).toBe('9.950000');
    expect(
      (await post(shop, 'special-price-delete', [{ ...row, price_to: '2027-01-01 00:00:00' }])).json,
    ).toEqual([]);
    expect(await information()).toEqual([row]);
    await post(shop, 'special-price-delete', [row]);
    expect(await information()).toEqual([]);
    expect(custom((await shop.get('/V1/products/A')).body, 'special_from_date')).toBeUndefined();
  });

  it('name what is wrong with a row', async () => {
    const shop = new TestShop();
    const { json } = await post(shop, 'special-price', [{ sku: 'NONE', price: 1, store_id: 0, ...dates }]);
    expect(json).toEqual([
      {
        message:
          "The product that was requested doesn't exist. Verify the product and try again. Row ID: SKU = %SKU, Store ID: %storeId, Price From: %priceFrom, Price To: %priceTo.",
        parameters: ['NONE', '0', dates.price_from, dates.price_to],
      },
    ]);
    const unknown = await shop.call('POST', `${all}/products/special-price-information`, { skus: ['NONE'] });
    expect(unknown.status).toBe(404);
  });
});
