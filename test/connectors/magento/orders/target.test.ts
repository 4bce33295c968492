import { describe, expect, test } from 'vitest';
import { orderTarget } from '../../../../src/connectors/magento/orders/target.ts';
import { orderToWire } from '../../../../src/connectors/magento/orders/to-wire.ts';
import { articleIds, findDocument } from '../../../support/fake-api.ts';
import { discounted } from '../documents.ts';
import { account, type Call, FakeApi, filtersOf } from '../fake-api.ts';

const stored = {
  entity_id: 8,
  increment_id: '000000008',
  ext_order_id: 'WEB-1',
  customer_id: 27,
  customer_email: 'noor@example.com',
  customer_firstname: 'Noor',
  customer_lastname: 'de Wit',
  created_at: '2026-03-01 23:30:00',
  grand_total: 20,
  tax_amount: 3.47,
  order_currency_code: 'EUR',
};

test('it takes orders in the currency of the books, for guests too', () => {
  expect(orderTarget).toMatchObject({ kinds: ['order'], guests: true });
  expect(typeof orderTarget.currencies === 'function' && orderTarget.currencies(account)).toEqual(['EUR']);
  expect(orderTarget.vatCode('9')).toBe('9');
});

test('what is created goes to the store view of the connection, rows and all', async () => {
  const api = new FakeApi(() => ({ entity_id: 8 }));
  expect(await orderTarget.create(api, orderTarget.toWire(discounted, account))).toEqual({ id: '8' });
  expect(api.calls[0]).toMatchObject({
    method: 'POST',
    path: '/V1/orders',
    body: { entity: { store_id: 2, ext_order_id: '10042', items: [{ store_id: 2, sku: 'MUG' }] } },
  });
  await orderTarget.create(api, orderTarget.toWire(discounted, { ...account, traits: {} }));
  expect(api.calls[1]?.body).toEqual({ entity: orderToWire(discounted) });
});

test('what was made is told with the answer, where that has the whole order', async () => {
  const api = new FakeApi(() => stored);
  const body = orderTarget.toWire(discounted, account);
  expect(await orderTarget.create(api, body)).toEqual({
    id: '8',
    number: '000000008',
    reference: 'WEB-1',
    gross: '20',
    vat: '3.47',
  });
});

describe('an order is found', () => {
  const search = (items: unknown) => new FakeApi(() => ({ items, total_count: 1 }));
  const notBefore = new Date(0);

  test('by exactly its reference', async () => {
    const api = search([{ ...stored, entity_id: 7, ext_order_id: 'web-1' }, stored]);
    expect(await findDocument(orderTarget, api, ' WEB-1 ', notBefore)).toEqual({
      id: '8',
      number: '000000008',
      gross: '20',
      vat: '3.47',
      currency: 'EUR',
      // In Amsterdam.
      date: '2026-03-02',
      reference: 'WEB-1',
      draft: false,
      customerId: '27',
      buyer: { email: 'noor@example.com', name: 'Noor de Wit' },
    });
    expect(api.calls[0] && filtersOf(api.calls[0])).toEqual([['ext_order_id eq WEB-1']]);
  });

  test('or not', async () => {
    expect(
      await findDocument(orderTarget, search([{ ...stored, ext_order_id: 'WEB-10' }]), 'WEB-1', notBefore),
    ).toBeNull();
    expect(await findDocument(orderTarget, search(null), 'WEB-1', notBefore)).toBeNull();
  });

  test('with what it cost before gift cards', async () => {
    const order = { ...stored, customer_id: null, extension_attributes: { gift_cards_amount: 5 } };
    expect(await findDocument(orderTarget, search([order]), 'WEB-1', notBefore)).toMatchObject({
      gross: '25',
      customerId: null,
    });
  });

  test('by its id', async () => {
    const api = new FakeApi(({ path }: Call) => (path === '/V1/orders/8' ? stored : undefined));
    expect(await orderTarget.get(api, '8')).toMatchObject({ id: '8', gross: '20' });
    expect(await orderTarget.get(api, '9')).toBeNull();
    expect(await orderTarget.get(api, '../8')).toBeNull();
    expect(api.calls).toHaveLength(2);
  });
});

describe('an article is found by its SKU', () => {
  const find = (sku: string) => {
    const items = [
      { id: 3, sku: 'mug/blue+' },
      { id: 4, sku: 'MUG/blue+' },
    ];
    const api = new FakeApi(() => ({ items, total_count: 2 }));
    return { api, found: articleIds(orderTarget.articles, api, [sku]) };
  };

  test('to the letter, and never in the path', async () => {
    const { api, found } = find('MUG/blue+');
    expect(await found).toEqual({ 'MUG/blue+': '4' });
    expect(api.calls[0]).toMatchObject({ path: '/V1/products' });
    expect(api.calls[0] && filtersOf(api.calls[0])).toEqual([['sku eq MUG/blue+']]);
  });

  test('or not', async () => {
    expect(await find('MUG').found).toEqual({});
  });
});
