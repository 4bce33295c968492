import { describe, expect, test } from 'vitest';
import { magento } from '../../../src/connectors/magento/index.ts';
import { type Call, FakeApi, filtersOf } from './fake-api.ts';
import { row } from './order-payload.ts';

const config = {
  id: 2,
  code: 'nl',
  website_id: 3,
  locale: 'nl_NL',
  base_currency_code: 'EUR',
  timezone: 'Europe/Amsterdam',
  base_url: 'http://shop.example.com/',
  secure_base_url: 'https://shop.example.com/winkel/',
};

function shop(configs: unknown[], rows: unknown[] = []) {
  return new FakeApi(({ path }: Call) => {
    if (path === '/V1/store/storeConfigs') return configs;
    if (path === '/V1/orders') return { items: [{ items: rows }], total_count: 1 };
    return undefined;
  });
}

const address = 'https://shop.example.com';

test('the store view gives currency, time zone, country, ids and whether prices include VAT', async () => {
  const api = shop([config], [row()]);
  expect(await magento.account(api, { address, storeCode: 'nl' })).toEqual({
    name: 'shop.example.com',
    identity: 'shop.example.com nl',
    currency: 'EUR',
    timeZone: 'Europe/Amsterdam',
    traits: { country: 'NL', storeId: '2', websiteId: '3', scope: 'store', pricesIncludeTax: 'true' },
  });
  expect(api.calls[0]?.query).toEqual({ 'storeCodes[0]': 'nl' });
  expect(api.calls[1] && filtersOf(api.calls[1])).toEqual([['store_id eq 2'], ['tax_amount gt 0']]);
});

describe('without a code', () => {
  const others = [
    { ...config, id: 0, code: 'admin' },
    { ...config, id: 7, code: 'be' },
    { ...config, id: 9, code: 'default' },
  ];

  test('the store view called default is taken', async () => {
    expect(await magento.account(shop(others), { address })).toMatchObject({
      traits: { storeId: '9', scope: 'shop' },
    });
  });

  test('else the first, but never the admin’s', async () => {
    expect(await magento.account(shop(others.slice(0, 2)), { address })).toMatchObject({
      traits: { storeId: '7' },
    });
    await expect(magento.account(shop(others.slice(0, 1)), { address })).rejects.toMatchObject({
      code: 'store_view_unknown',
      params: { stores: [] },
    });
  });
});

test('a code that the shop does not have is told, with those it has', async () => {
  await expect(magento.account(shop([config]), { address, storeCode: 'fr' })).rejects.toMatchObject({
    code: 'store_view_unknown',
    params: { stores: ['nl'] },
  });
});

describe('the country', () => {
  test.each([
    ['nl_BE', 'BE'],
    ['de_AT', 'AT'],
    ['sr_Latn_RS', 'RS'],
  ])('follows from the language %s', async (locale, country) => {
    expect(await magento.account(shop([{ ...config, locale }]), { address })).toMatchObject({
      traits: { country },
    });
  });

  test.each(['en_US', undefined, 'nl'])('does not follow from %s, so it is asked for', async (locale) => {
    const api = shop([{ ...config, locale }]);
    await expect(magento.account(api, { address })).rejects.toMatchObject({ code: 'country_unknown' });
    expect(await magento.account(api, { address, country: 'NL' })).toMatchObject({
      traits: { country: 'NL' },
    });
  });
});

describe('whether prices include VAT', () => {
  test.each([
    ['unknown without orders', [], undefined],
    ['true where the catalogue’s price is the one with VAT', [row()], 'true'],
    ['false where it is the one without', [row({ original_price: 10 })], 'false'],
    [
      'true where a discount hid tax',
      [row({ original_price: 15, discount_tax_compensation_amount: 1 })],
      'true',
    ],
    ['unknown where nothing is taxed', [row({ price_incl_tax: 10, original_price: 10 })], undefined],
    ['unknown where it was on sale', [row({ original_price: 15 })], undefined],
    ['unknown where rows differ as often', [row(), row({ original_price: 10 })], undefined],
    ['not told by parts of others', [row({ original_price: 10, parent_item_id: 4 }), row()], 'true'],
    ['not told by bundles', [row({ original_price: 10, product_type: 'bundle' }), row()], 'true'],
  ])('is %s', async (_, rows, expected) => {
    const { traits } = await magento.account(shop([config], rows), { address });
    expect(traits.pricesIncludeTax).toBe(expected);
  });
});

test('the unit of weights and the place of pictures are told where the shop tells them', async () => {
  const media = {
    base_media_url: 'http://shop.example.com/m/',
    secure_base_media_url: 'https://shop.example.com/m/',
  };
  const { traits } = await magento.account(shop([{ ...config, weight_unit: 'kgs', ...media }]), {
    address,
    storeCode: 'nl',
  });
  expect(traits).toMatchObject({ weightUnit: 'kgs', mediaUrl: 'https://shop.example.com/m/' });
});

test('a currency or time zone that cannot be used is named', async () => {
  await expect(magento.account(shop([{ ...config, timezone: 'Mars/Base' }]), { address })).rejects.toThrow(
    /timezone/,
  );
  await expect(magento.account(shop([{ ...config, base_currency_code: '' }]), { address })).rejects.toThrow(
    /base_currency_code/,
  );
});
