/** What the stand-in takes and answers, held against the vendor's own description, where VENDOR_SPECS names its folder. */
import { describe, expect, it } from 'vitest';
import { pushedOrder, TestShop } from './shop.ts';
import { folder, validatorOf } from './vendor-description.ts';

const listOf = (schema: object) => ({ type: 'array', items: schema });

const reads: readonly (readonly [described: string, asked: string])[] = [
  ['/orders', '/orders?limit=100'],
  ['/orders', '/orders?archived=true&limit=100'],
  ['/orders', '/orders?test=true&limit=100'],
  ['/orders/count', '/orders/count'],
  ['/orders/{order_number}', '/orders/2016'],
  ['/orders/{order_number}/payments', '/orders/2016/payments?embed=mutations,order,properties'],
  ['/orderstatuses', '/orderstatuses'],
  ['/customers', '/customers?embed=address'],
  ['/customers', '/customers'],
  ['/articles', '/articles?limit=100'],
  ['/articles/count', '/articles/count'],
  ['/articles/{article_id}', '/articles/500101'],
  ['/articlelists/{id}', '/articlelists/41'],
  ['/categories', '/categories?limit=100'],
  ['/categories', '/categories?as_tree=true'],
  ['/categories/{category_id}', '/categories/503'],
  ['/categories/count', '/categories/count'],
  ['/offlinelocations', '/offlinelocations'],
  ['/payment/gateways', '/payment/gateways'],
  ['/payment/stores/{store}/gateways', '/payment/stores/me/gateways'],
  ['/tax-policy/regions/{code}', '/tax-policy/regions/NL'],
  ['/shipping/methods', '/shipping/methods'],
  ['/store', '/store'],
];

describe.skipIf(!folder)('by the description of the vendor', () => {
  it.each(reads)('GET %s is answered rightly: %s', async (path, asked) => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/orders', { count: 20 });
    const { json, status, text } = await shop.get(asked);
    expect(status, text).toBe(200);
    expect(Array.isArray(json) ? json.length : 1, asked).toBeGreaterThan(0);
    const validate = validatorOf('get', path, '200');
    validate(json);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('what the description knows in another wrapper is answered as it is in life', async () => {
    const shop = new TestShop({ seeded: true });
    const wrapped = (schema: object) => ({
      type: 'object',
      properties: { regions: schema },
      required: ['regions'],
    });
    const regions = validatorOf('get', '/tax-policy/regions', '200', wrapped);
    regions((await shop.get('/tax-policy/regions')).json);
    expect(regions.errors ?? []).toEqual([]);
    const articles = validatorOf('get', '/categories/{category_id}/articles', '200', listOf);
    articles((await shop.get('/categories/503/articles')).json);
    expect(articles.errors ?? []).toEqual([]);
  });

  it('writes are taken and answered rightly', async () => {
    const shop = new TestShop({ seeded: true });
    shop.standIn.change({ fetchesPictures: false });
    const check = async (
      method: string,
      path: string,
      asked: string,
      body: unknown,
      status: '200' | '201' | '422' = '200',
    ) => {
      const request = validatorOf(method, path, 'request');
      if (status !== '422') {
        request(body);
        expect(request.errors ?? [], `${method} ${path} request`).toEqual([]);
      }
      const answer = await shop.call(method, asked, body);
      expect(String(answer.status), answer.text).toBe(status);
      const validate = validatorOf(method, path, status);
      validate(answer.json);
      expect(validate.errors ?? [], `${method} ${path} ${answer.text}`).toEqual([]);
      return answer.body;
    };
    const { number } = await check('POST', '/orders', '/orders', pushedOrder());
    await check('PATCH', '/orders/{order_number}', `/orders/${number}`, {
      status: 2,
      comments: { internal: 'x' },
    });
    const line = { type: 'custom', quantity: 1, description: 'Mok' };
    const credit = { credited_order_number: number, status: 10, orderlines: [line] };
    await check('POST', '/orders/credit', '/orders/credit', credit);
    const payment = { gateway: 'basic', method: 'cash' };
    await check('POST', '/orders/{order_number}/payments', `/orders/${number}/payments`, payment, '201');
    await check('POST', '/orders/{order_number}/payments', `/orders/${number}/payments`, {}, '422');

    const person = { email: 'new@example.com', firstName: 'Ada', lastName: 'Vis' };
    const { customer } = await check('POST', '/customers', '/customers', person);
    const at = `/customers/${(customer as { id: string }).id}`;
    await check('PATCH', '/customers/{customerId}', at, { dateOfBirth: '1990-12-31', description: null });
    await check('PATCH', '/customers/{customerId}', at, { dateOfBirth: '31-12-1990' }, '422');
    const place = {
      street: 'Kade',
      streetNumber: '1',
      zipCode: '9711AA',
      city: 'Groningen',
      countryCode: 'NL',
    };
    const address = { firstName: 'Ada', lastName: 'Vis', ...place };
    await check('POST', '/customers/{customerId}/addresses', `${at}/addresses`, address);

    const options = [{ id: 71, image_ids: [] }];
    const article = {
      name: 'Thee',
      sku: 'T',
      price: { default: '5.45', action: null },
      stock: 3,
      categories: [{ category_id: 503, is_main: true }],
      lists: [{ id: 41, options }],
      images: [{ url: 'https://img.example.com/thee.png', position: 1 }],
    };
    const { id, variants } = await check('POST', '/articles', '/articles', article);
    const [variant] = variants as { id: number }[];
    await check('PATCH', '/articles/{article_id}', `/articles/${id}`, {
      variants: [{ id: variant?.id, stock: 4 }],
    });
    await check('POST', '/articlelistoptions/{articlelist_id}', '/articlelistoptions/41', [
      { name: 'Roze', price: '1.00' },
    ]);
    await check('POST', '/articlelists/{id}', `/articlelists/${id}`, [41]);
    const category = { title: 'Nieuw', parent_category_id: 503, sorting: { first: true } };
    const page = await check('POST', '/categories', '/categories', category);
    await check('PATCH', '/categories/{category_id}', `/categories/${page.id}`, { hidden: true });
  });
});
