import { describe, expect, test } from 'vitest';
import type { DocumentTarget } from '../../../../src/connectors/contract/target.ts';
import { ecwid } from '../../../../src/connectors/ecwid/index.ts';
import { orderTarget } from '../../../../src/connectors/ecwid/orders/target.ts';
import { TestShop } from '../../../sandbox/ecwid/shop.ts';
import { articleIds, findDocument } from '../../../support/fake-api.ts';
import { line, shopOrder } from '../documents.ts';
import { account, FakeApi } from '../fake-api.ts';
import { ShopApi } from '../shop-api.ts';

const placed = new Date('2026-03-01T09:15:00Z');

function place(api: ShopApi, reference: string, fields: Parameters<typeof shopOrder>[0] = {}) {
  return orderTarget.create(api, orderTarget.toWire(shopOrder({ reference, ...fields }), account));
}

test('orders of guests are taken, in the currency of the shop', () => {
  const target: DocumentTarget | undefined = ecwid.orders?.target;
  expect(target).toMatchObject({ kinds: ['order'], guests: true });
  const { currencies } = orderTarget;
  expect(typeof currencies === 'function' && currencies({ ...account, currency: 'CHF' })).toEqual(['CHF']);
  expect(orderTarget.vatCode('9.00')).toBe('BTW 9%');
});

describe('an order in the shop', () => {
  test.each(['orderId', 'orderid'])('is made and found, its id spelt %s', async (orderIdKey) => {
    const shop = new TestShop();
    shop.standIn.change({ orderIdKey });
    const api = new ShopApi(shop);
    const { id, number } = await place(api, '10042');
    expect(number).toBe(id);
    const found = {
      id,
      number,
      gross: '24.20',
      vat: '4.20',
      currency: 'EUR',
      date: '2026-03-01',
      reference: '10042',
      draft: false,
      customerId: null,
      buyer: { email: 'noor@example.com', name: 'Noor de Wit' },
    };
    expect(id).not.toMatch(/^\d{9}$/);
    expect(await findDocument(orderTarget, api, ' 10042 ', placed)).toEqual(found);
    expect(await orderTarget.get(api, id)).toEqual(found);
  });

  test('is found by exactly its reference among all that contain it', async () => {
    const api = new ShopApi(new TestShop());
    for (let number = 0; number < 120; number++) await place(api, `10042-${number}`);
    expect(await findDocument(orderTarget, api, '10042', placed)).toBeNull();
    const { id } = await place(api, '10042', { placedAt: '2026-03-01T09:14:00.000Z' });
    expect(await findDocument(orderTarget, api, '10042', new Date('2026-03-01T09:14:00Z'))).toMatchObject({
      id,
    });
  });

  test('is found with what the merchant noted beside the reference', async () => {
    const api = new ShopApi(new TestShop());
    const { id } = await place(api, '77', { fields: { privateAdminNotes: 'Customer called' } });
    await ecwid.orders?.source?.writeBack?.(api, id, { note: 'Sent on' });
    expect(await findDocument(orderTarget, api, '77', placed)).toMatchObject({ id });
    expect(await findDocument(orderTarget, api, 'Customer called', placed)).toBeNull();
  });

  test('keeps its gross when a gift card paid for a part', async () => {
    const orders: Record<string, unknown> = {
      A: { id: 'A', total: 20, giftCardRedemption: 4.2 },
      B: { id: 'B', total: 20, totalBeforeGiftCardRedemption: 25, customerId: 330077 },
      C: { id: 'C', total: 20, paymentStatus: 'INCOMPLETE' },
    };
    const api = new FakeApi((path) => orders[path.slice('/orders/'.length)]);
    expect(await orderTarget.get(api, 'A')).toMatchObject({ gross: '24.20', customerId: null });
    expect(await orderTarget.get(api, 'B')).toMatchObject({ gross: '25.00', customerId: '330077' });
    expect(await orderTarget.get(api, 'C')).toBeNull();
    expect(await orderTarget.get(api, 'D')).toBeNull();
    expect(await orderTarget.get(api, '..')).toBeNull();
  });

  test('mails nobody and takes a customer that is known', async () => {
    const shop = new TestShop({ seeded: true });
    const api = new ShopApi(shop);
    const [customerId] = await shop.ids('/customers?limit=1');
    const { id } = await place(api, '5', { customerId: String(customerId) });
    const { body } = await shop.get(`/orders/${id}`);
    expect(body).toMatchObject({ customerId, disableAllCustomerNotifications: true });
  });

  test('of a million yen has no cents', async () => {
    const api = new ShopApi(new TestShop());
    const lines = [line({ quantity: '1', unitPrice: '1000000' })];
    const wire = orderTarget.toWire(
      shopOrder({ lines, currency: 'JPY', vatByRate: [{ rate: '21', vat: '173554' }] }),
      account,
    );
    expect(wire).toMatchObject({ total: 1000000, tax: 173554 });
    expect((await orderTarget.create(api, wire)).id).not.toBe('');
  });
});

test('several references and SKUs are asked for one by one: no search takes more', async () => {
  const api = new FakeApi(() => ({ total: 0, items: [] }));
  await orderTarget.find(api, ['1001', '1002', ' 1001'], placed);
  await articleIds(orderTarget.articles, api, ['MUG', 'POT', 'MUG']);
  expect(api.calls.map(({ query }) => query.keywords ?? query.sku)).toEqual(['1001', '1002', 'MUG', 'POT']);
});

describe('an article', () => {
  const combinations = [{ id: 900201, sku: 'MUG-BLU' }, { id: 900202 }];
  const products = [{ id: 500100, sku: 'MUG', combinations }];
  const api = new FakeApi((path) => (path === '/products' ? { items: products } : undefined));

  test.each([
    ['MUG', '500100'],
    [' MUG-BLU ', '500100:900201'],
    ['mug', null],
    ['MUG-RED', null],
    ['', null],
  ])('with the SKU %j is %s', async (sku, id) => {
    expect(await articleIds(orderTarget.articles, api, [sku])).toEqual(id === null ? {} : { [sku]: id });
  });
});

test.each([
  ['paymentStatus', 'PAID', true],
  ['paymentStatus', 'INCOMPLETE', false],
  ['fulfillmentStatus', 'SHIPPED', true],
  ['fulfillmentStatus', 'PAID', false],
  ['disableAllCustomerNotifications', false, true],
  ['reference', 'A-1', true],
])('a mapping may give %s the value %j: %s', (name, value, success) => {
  expect(orderTarget.fields.partial().safeParse({ [name]: value }).success).toBe(success);
});
