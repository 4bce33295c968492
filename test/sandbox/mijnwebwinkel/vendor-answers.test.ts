/**
 * What the stand-in takes and answers, held against the vendor's own description, where VENDOR_SPECS names its folder.
 * `TestShop` does so with every call of every test.
 */
import { describe, expect, it } from 'vitest';
import { pushedOrder, TestShop } from './shop.ts';
import { faultsOf, folder, validatorOf } from './vendor-description.ts';

const reads = [
  '/orders?limit=100',
  '/orders?archived=true&limit=100',
  '/orders?test=true&limit=100',
  '/orders/count',
  '/orders/2016',
  '/orders/2016/payments?embed=mutations,order,properties',
  '/orderstatuses',
  '/customers?embed=address',
  '/customers',
  '/articles?limit=100',
  '/articles/count',
  '/articles/500101',
  '/articlelists/41',
  '/categories?limit=100',
  '/categories?as_tree=true',
  '/categories/503',
  '/categories/503/articles',
  '/categories/count',
  '/offlinelocations',
  '/payment/gateways',
  '/payment/stores/me/gateways',
  '/tax-policy/regions',
  '/tax-policy/regions/NL',
  '/shipping/methods',
  '/store',
];

describe.skipIf(!folder)('by the description of the vendor', () => {
  it.each(reads)('GET %s is described, and answered rightly', async (asked) => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/orders', { count: 20 });
    const { json, status, text } = await shop.get(asked);
    expect(status, text).toBe(200);
    expect(Array.isArray(json) ? json.length : 1, asked).toBeGreaterThan(0);
    expect(validatorOf('GET', described(asked), '200'), asked).not.toBeNull();
  });

  it('an answer that is wrong is found out', async () => {
    const shop = new TestShop({ seeded: true });
    const { json } = await shop.get('/orders/2016');
    const faults = (changes: object) =>
      faultsOf('GET', '/v1/orders/2016', undefined, {
        status: 200,
        json: { ...(json as object), ...changes },
      });
    expect(faults({})).toEqual([]);
    for (const wrong of [{ status: '3' }, { debtor: null }, { order_id: 7 }, { price: { total: 1 } }]) {
      expect(faults(wrong).length, JSON.stringify(wrong)).toBeGreaterThan(0);
    }
    expect(faultsOf('GET', '/v1/webhooks', undefined, { status: 200, json: {} })).toHaveLength(1);
  });

  it('a body that is wrong is found out, though the shop may take it', async () => {
    const shop = new TestShop({ seeded: true, validated: false, settings: { unknownFields: 'ignored' } });
    const body = pushedOrder({ order_reference: 'x' });
    const answer = await shop.call('POST', '/orders', body);
    expect(answer.status).toBe(200);
    expect(faultsOf('POST', '/v1/orders', body, answer)).toMatchObject([
      { part: 'request', params: { additionalProperty: 'order_reference' } },
    ]);
  });
});

/** In the names of the description. */
function described(asked: string): string {
  return (asked.split('?')[0] ?? '')
    .replace(/^(\/orders)\/\d+/, '$1/{order_number}')
    .replace(/^(\/articles)\/\d+/, '$1/{article_id}')
    .replace(/^(\/categories)\/\d+/, '$1/{category_id}')
    .replace(/^(\/articlelists)\/\d+/, '$1/{id}')
    .replace('/me/', '/{store}/')
    .replace('/NL', '/{code}');
}
