/**
 * What the stand-in takes and answers, held against the vendor's schemas (VENDOR_SPECS) and our examples of them
 * (VENDOR_SAMPLES), where they are there. `TestShop` does so with every call of every test.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isObject, type Json, type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import { TestShop } from './shop.ts';
import { answered, faultsOf, folder } from './vendor-schemas.ts';

const reads = [
  '/orders/?size=100',
  '/orders/?is_completed=false',
  '/orders/700003/',
  '/orders/700003/orderrows/',
  '/orders/700002/ordernotes/',
  '/invoices/',
  '/users/?size=100',
  '/usergroups/',
  '/products/?size=100&expand=attributecombinations,productphotos,producttocategories,productattributesets',
  '/products/500101/attributecombinations/?expand=attributecombinationphotos',
  '/products/500101/productattributevalues/',
  '/products/500101/productphotos/',
  '/products/500101/producttocategories/',
  '/attributes/',
  '/attributes/5/attributevalues/',
  '/categories/?size=100',
  '/categorytree/',
  '/brands/',
  '/packages/',
  '/paymethods/',
  '/productpropertygroups/',
  '/webshops/',
  '/webshops/700/settings/',
  '/webshops/700/geozonecountries/',
  '/webshops/700/merchant/',
  '/webshops/700/domains/',
  '/credentials/',
];

describe.skipIf(!folder)('by the schemas of the vendor', () => {
  it.each(reads)('GET %s is described, and answered rightly', async (path) => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/orders', { count: 20 });
    const { status, text, body } = await shop.get(path);
    expect(status, text).toBe(200);
    if (body.items !== undefined) expect(objectsIn(body.items).length, path).toBeGreaterThan(0);
    expect(answered('GET', path.split('?')[0] ?? '', body.items !== undefined)).not.toBeNull();
  });

  it('an answer that is wrong is found out', async () => {
    const shop = new TestShop({ seeded: true });
    const { body } = await shop.get('/orders/700003/');
    expect(faultsOf('orders', body)).toEqual([]);
    const wrong = [
      { status: '3' },
      { customer: 'Ada' },
      { order_number: 7 },
      { total_price: '12.10' },
      { href: null },
    ];
    for (const each of wrong) {
      expect(faultsOf('orders', { ...body, ...each }).length, JSON.stringify(each)).toBeGreaterThan(0);
    }
    expect(faultsOf('input.orders.post', { customer: {} })).toHaveLength(1);
  });
});

const samples = process.env.VENDOR_SAMPLES;

function sample(name: string): JsonObject {
  const path = join(samples ?? '', 'ccv', `own-example.${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as JsonObject;
}

/** The names of an object and of what is in it; of a list those of its first member. */
function namesIn(value: Json | undefined, above = ''): string[] {
  if (Array.isArray(value)) return namesIn(value[0], `${above}[]`);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    `${above}.${name}`,
    ...namesIn(each, `${above}.${name}`),
  ]);
}

/** The example links to what is not there, and has a list that comes with `expand` only. */
const empty = [
  '.items[].productshippingcosts.collection',
  '.items[].condition.href',
  '.items[].color.href',
  '.items[].supplier.href',
];

describe.skipIf(!samples)('beside our examples', () => {
  it.each([
    ['orders.list', '/orders/'],
    ['orders.700001', '/orders/700002/'],
    ['orders.700001.orderrows', '/orders/700002/orderrows/'],
    ['products.list', '/products/'],
    ['products.9001.attributecombinations', '/products/500101/attributecombinations/'],
    ['products.9001.productattributevalues', '/products/500101/productattributevalues/'],
    ['products.9002.productphotos', '/products/500101/productphotos/'],
    ['products.9002.producttocategories', '/products/500101/producttocategories/'],
    ['attributes.list', '/attributes/'],
    ['attributes.5.attributevalues', '/attributes/5/attributevalues/'],
    ['categories.list', '/categories/'],
    ['categorytree', '/categorytree/'],
    ['packages.list', '/packages/'],
    ['productpropertygroups.list', '/productpropertygroups/'],
    ['users.list', '/users/'],
    ['webshops.list', '/webshops/'],
    ['geozonecountries', '/webshops/700/geozonecountries/'],
    ['invoices.list', '/invoices/'],
  ])('%s: no name of it is missing', async (name, path) => {
    const shop = new TestShop({ seeded: true });
    const { body } = await shop.get(path);
    const ours = new Set(namesIn(body));
    expect(namesIn(sample(name)).filter((each) => !ours.has(each) && !empty.includes(each))).toEqual([]);
  });

  it('bodies of the examples are taken', async () => {
    const shop = new TestShop({ seeded: true });
    const ok = async (method: string, path: string, body: JsonObject) => {
      const { status, text, body: made } = await shop.call(method, path, body);
      expect(status, `${path} ${text}`).toBeLessThan(300);
      return made;
    };
    const [category] = await shop.items('/categories/');
    const made = await ok('POST', '/products/', sample('products.post.request'));
    await ok('POST', '/users/', sample('users.post.request'));
    await ok('POST', '/webhooks/', sample('webhooks.post.request'));
    await ok('POST', '/orders/700002/ordernotes/', sample('ordernotes.post.request'));
    await ok('PATCH', '/orders/700003/', sample('orders.patch.sent.request'));
    await ok('POST', `/products/${made.id}/productphotos/`, sample('productphotos.post.request'));
    const parentcategory_id = category?.id ?? 0;
    await ok('POST', '/categories/', { ...sample('categories.post.request'), parentcategory_id });
    const link = { product_id: made.id ?? 0, category_id: category?.id ?? 0 };
    await ok('POST', '/producttocategories/', { ...sample('producttocategories.post.request'), ...link });
    const [mug] = await shop.items('/products/500101/attributecombinations/');
    const order = sample('orders.post.request');
    const orderrows = objectsIn(order.orderrows).map((row) =>
      row.product_id === undefined
        ? row
        : { ...row, product_id: 500_101, attribute_combination_id: mug?.id ?? 0 },
    );
    await ok('POST', '/orders/', { ...order, orderrows });
    await ok('PATCH', `/attributecombinations/${mug?.id}/`, sample('attributecombinations.patch.request'));
  });

  it('errors and webhooks have the names of the examples', async () => {
    const shop = new TestShop({ seeded: true, limits: true, settings: { callsPerMinute: 2 } });
    await shop.listen('orders.updated.status', 'orders.updated.ispaid');
    const { body } = await shop.get('/orders/');
    expect(Object.keys(body)).toEqual(Object.keys(sample('error.429')));
    await shop.control('PATCH', '/orders/700003', { status: 5, pay: false });
    await shop.standIn.runDue();
    const keys = shop.heard.map((each) => Object.keys(each.body).sort());
    expect(keys).toEqual([
      Object.keys(sample('webhook.orders.updated.ispaid')).sort(),
      Object.keys(sample('webhook.orders.updated.status')).sort(),
    ]);
  });
});
