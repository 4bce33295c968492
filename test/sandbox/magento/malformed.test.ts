import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../support/runs.ts';
import { TestShop } from './shop.ts';

const names = [
  ...[
    'entity',
    'customer',
    'items',
    'statusHistory',
    'status_history',
    'arguments',
    'order_item_id',
    'qty',
    'tracks',
  ],
  ...[
    'entity_id',
    'increment_id',
    'store_id',
    'grand_total',
    'base_grand_total',
    'customer_email',
    'state',
    'status',
  ],
  ...[
    'billing_address',
    'payment',
    'method',
    'extension_attributes',
    'shipping_assignments',
    'shipping',
    'address',
  ],
  ...[
    'street',
    'email',
    'firstname',
    'lastname',
    'website_id',
    'group_id',
    'addresses',
    'region',
    'id',
    'sku',
  ],
  ...[
    'shipping_amount',
    'adjustment_positive',
    'comment',
    'additional_information',
    'parent_item',
    'created_at',
  ],
  ...['__proto__', 'constructor', 'username', 'password', 'otp', 'custom_attributes', 'notify', 'total_paid'],
];
const texts = [
  '',
  ' ',
  'x',
  '1',
  '-1',
  '1e9',
  '9'.repeat(400),
  '2026-01-01 00:00:00',
  'new',
  'complete',
  'a@b.nl',
];

const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...texts),
    fc.constantFrom(null, true, false, 0, 1, 101, -1, 1.5, 2 ** 31, 1e300),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
  ),
}));
const anyBody = fc.oneof(
  fc.dictionary(fc.constantFrom(...names), anyValue, { maxKeys: 6 }),
  fc.record({ entity: anyValue }),
  fc.record({ customer: anyValue }),
  fc.record({ items: anyValue, arguments: anyValue }),
);

describe('whatever is sent', () => {
  it('gets an answer of the API, never an internal error, and never breaks the shop', async () => {
    const shop = new TestShop({ seeded: true, settings: { twoFactor: false } });
    const routes = fc.constantFrom(
      ['POST', '/V1/orders'],
      ['PUT', '/V1/orders/create'],
      ['PUT', '/V1/orders/1'],
      ['POST', '/V1/orders/2/comments'],
      ['POST', '/V1/order/10/invoice'],
      ['POST', '/V1/order/2/refund'],
      ['POST', '/V1/order/2/ship'],
      ['POST', '/V1/invoice/1/refund'],
      ['POST', '/V1/shipment/track'],
      ['POST', '/V1/customers'],
      ['PUT', '/V1/customers/1'],
      ['PUT', '/V1/customers/validate'],
      ['POST', '/V1/customers/isEmailAvailable'],
      ['POST', '/V1/integration/admin/token'],
    );
    await fc.assert(
      fc.asyncProperty(routes, anyBody, async ([method, path], body) => {
        const answer = await shop.call(method ?? '', path ?? '', body);
        expect([200, 400, 401, 404], answer.text).toContain(answer.status);
        if (answer.status >= 400) expect(typeof answer.body.message).toBe('string');
      }),
      runs(1500),
    );
    expect((await shop.get('/V1/orders?searchCriteria')).status).toBe(200);
    expect((await shop.get('/V1/customers/search?searchCriteria')).status).toBe(200);
    expect((await shop.control('GET', '/expectations')).status).toBe(200);
    expect(() => JSON.stringify(shop.standIn.snapshot())).not.toThrow();
  });

  it('raw orders of any kind can be acted upon', async () => {
    const amounts = ['qty_ordered', 'price', 'row_total', 'tax_amount', 'discount_amount', 'qty_invoiced'];
    const row = fc
      .tuple(
        fc.dictionary(fc.constantFrom(...amounts), fc.constantFrom(0, 1, 2, 0.5, -1, 3.33)),
        fc.constantFrom(0, 1),
      )
      .map(([given, is_virtual]) => ({ ...given, is_virtual }));
    const header = fc.record({
      state: fc.constantFrom('new', 'processing', 'complete', 'holded', 'nonsense'),
      grand_total: fc.constantFrom(0, 10, -5),
      base_grand_total: fc.constantFrom(0, 10),
      shipping_amount: fc.constantFrom(0, 3),
      total_paid: fc.constantFrom(0, 10),
    });
    const action = fc.constantFrom(
      'order/{id}/invoice',
      'order/{id}/ship',
      'order/{id}/refund',
      'orders/{id}/cancel',
      'orders/{id}/hold',
      'orders/{id}/unhold',
    );
    const shop = new TestShop();
    const address = {
      firstname: 'A',
      lastname: 'B',
      street: ['C 1'],
      city: 'D',
      postcode: '1',
      country_id: 'NL',
      telephone: '1',
      email: 'a@b.nl',
    };
    await fc.assert(
      fc.asyncProperty(
        header,
        fc.array(row, { minLength: 1, maxLength: 3 }),
        fc.array(action, { maxLength: 5 }),
        async (given, rows, actions) => {
          const entity = {
            ...given,
            customer_email: 'a@b.nl',
            items: rows.map((each) => ({ sku: 'X', ...each })),
            billing_address: address,
          };
          const { body, status, text } = await shop.call('POST', '/V1/orders', { entity });
          expect(status, text).toBe(200);
          for (const each of actions) {
            const answer = await shop.call('POST', `/V1/${each.replace('{id}', String(body.entity_id))}`, {});
            expect([200, 400], answer.text).toContain(answer.status);
          }
          expect((await shop.order(body.entity_id)).entity_id).toBe(body.entity_id);
        },
      ),
      runs(200),
    );
  });

  it('as an address gets an answer too', async () => {
    const shop = new TestShop({ seeded: true });
    const segments = fc.array(
      fc.constantFrom(
        'rest',
        'V1',
        'all',
        'default',
        'orders',
        'items',
        '1',
        '%',
        '%00',
        '..',
        'é',
        'x?searchCriteria',
        '?fields=a[',
        'oauth',
        'token',
        'request',
      ),
    );
    const query = fc.array(
      fc.constantFrom(
        'searchCriteria',
        '[',
        ']',
        'filter_groups',
        '0',
        'filters',
        'field',
        '=',
        '&',
        'entity_id',
        'pageSize',
        '__proto__',
        'like',
        '%25',
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(
        segments,
        fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'OPTIONS'),
        async (parts, method) => {
          const answer = await shop.call(method, `/${parts.join('/')}`);
          expect([200, 400, 401, 404, 405], answer.text).toContain(answer.status);
        },
      ),
    );
    await fc.assert(
      fc.asyncProperty(query, async (parts) => {
        const answer = await shop.call('GET', `/rest/V1/orders?${parts.join('')}`);
        expect([200, 400], answer.text).toContain(answer.status);
      }),
      runs(500),
    );
  });

  it('as an Authorization header counts as nobody or is refused', async () => {
    const shop = new TestShop();
    const header = fc.array(
      fc.constantFrom(
        'OAuth ',
        'Bearer ',
        'oauth_nonce',
        'oauth_consumer_key',
        '=',
        '"',
        ',',
        '%',
        '%ZZ',
        'x',
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(header, async (parts) => {
        const answer = await shop.call('GET', '/V1/orders/1', undefined, { Authorization: parts.join('') });
        expect([400, 401], answer.text).toContain(answer.status);
      }),
    );
  });
});
