import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { clientSecret } from '../../../../sandbox/shopify/settings.ts';
import { at, TestShop } from '../shop.ts';

const subscribe = `mutation ($t: WebhookSubscriptionTopic!, $w: WebhookSubscriptionInput!) { webhookSubscriptionCreate(topic: $t, webhookSubscription: $w) {
  webhookSubscription { id topic uri } userErrors { field message } } }`;
const uri = 'https://koppel.example.com/hooks';

async function listening(...topics: string[]): Promise<TestShop> {
  const shop = new TestShop();
  for (const t of topics) await shop.done(subscribe, { t, w: { uri, format: 'JSON' } });
  return shop;
}

const topicsOf = (shop: TestShop) => shop.received.map(({ headers }) => headers.get('X-Shopify-Topic'));
const buyer = {
  name: 'Piet Jansen',
  email: 'piet@example.com',
  street: 'Kerkstraat 1',
  postalCode: '1017 GA',
  city: 'Amsterdam',
  country: 'NL',
};

it('signs the bytes that it sends, and tells who and what in its headers', async () => {
  const shop = await listening('ORDERS_CREATE');
  await shop.control('POST', '/sales', {
    buyer,
    basket: { lines: [{ sku: 'KAAS', name: 'Kaas – 日本', price: '30.25' }] },
  });
  await shop.standIn.runDue();
  const [delivery] = shop.received;
  if (delivery === undefined) throw new Error('Nothing was delivered.');
  const { headers, body } = delivery;
  expect(headers.get('X-Shopify-Hmac-Sha256')).toBe(
    createHmac('sha256', clientSecret).update(body, 'utf8').digest('base64'),
  );
  expect(headers.get('X-Shopify-Topic')).toBe('orders/create');
  expect(headers.get('X-Shopify-Shop-Domain')).toBe('demo-winkel.myshopify.com');
  expect(headers.get('X-Shopify-API-Version')).toBe('2026-10');
  expect(headers.get('X-Shopify-Webhook-Id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.parse(body)).toMatchObject({
    name: '#1001',
    total_price: '30.25',
    total_tax: '5.25',
    financial_status: 'paid',
    line_items: [
      {
        title: 'Kaas – 日本',
        price: '30.25',
        total_discount: '0.00',
        tax_lines: [{ rate: 0.21, price: '5.25' }],
      },
    ],
  });
});

it('ids are numbers in the body, digit by digit, also above 2^53', async () => {
  const shop = await listening('ORDERS_CREATE');
  await shop.control('POST', '/sales', {
    id: '820982911946154508',
    buyer,
    basket: { lines: [{ name: 'Kaas', price: '1.00' }] },
  });
  await shop.standIn.runDue();
  expect(shop.received[0]?.body).toMatch(
    /^\{"id":820982911946154508,"admin_graphql_api_id":"gid:\/\/shopify\/Order\/820982911946154508"/,
  );
});

it('doubles have ids of their own and one event; a repeated attempt keeps its id', async () => {
  const shop = await listening('ORDERS_CREATE');
  shop.standIn.change({ webhookRepeats: 2 });
  shop.respond = async () => new Response(null, { status: 500 });
  await shop.control('POST', '/sales', { buyer, basket: { lines: [{ name: 'Kaas', price: '1.00' }] } });
  await shop.standIn.runDue();
  const ids = () => shop.received.map(({ headers }) => headers.get('X-Shopify-Webhook-Id'));
  expect(new Set(ids()).size).toBe(2);
  expect(new Set(shop.received.map(({ headers }) => headers.get('X-Shopify-Event-Id'))).size).toBe(1);
  shop.respond = async () => new Response(null, { status: 200 });
  shop.world.pass(60_000);
  await shop.standIn.runDue();
  expect(shop.received).toHaveLength(4);
  expect(new Set(ids()).size).toBe(2);
});

it('a subscription goes after eight repeats that failed', async () => {
  const shop = await listening('ORDERS_CREATE');
  shop.respond = async () =>
    new Response(null, { status: 302, headers: { Location: 'https://elsewhere.example.com' } });
  await shop.control('POST', '/sales', { buyer, basket: { lines: [{ name: 'Kaas', price: '1.00' }] } });
  const list = async () =>
    at(
      await shop.data('{ webhookSubscriptions(first: 9) { nodes { topic } } }'),
      'webhookSubscriptions',
      'nodes',
    );
  for (let attempt = 0; attempt < 9; attempt += 1) {
    expect(await list()).toHaveLength(1);
    await shop.standIn.runDue();
    shop.world.pass(2 * 3_600_000);
  }
  expect(shop.received).toHaveLength(9);
  expect(await list()).toEqual([]);
});

it('tells of refunds, cancellations, stock and what is deleted', async () => {
  const shop = await listening(
    'ORDERS_UPDATED',
    'ORDERS_CANCELLED',
    'REFUNDS_CREATE',
    'PRODUCTS_DELETE',
    'INVENTORY_LEVELS_UPDATE',
    'PRODUCTS_UPDATE',
  );
  const product = await shop.control('POST', '/products', {
    name: 'Mok',
    sku: 'MOK',
    price: '12.10',
    pieces: 5,
  });
  const { id } = await shop.control('POST', '/sales', { buyer, basket: { lines: [{ sku: 'MOK' }] } });
  await shop.standIn.runDue();
  expect(topicsOf(shop)).toEqual(['inventory_levels/update', 'products/update']);
  expect(shop.received[0]?.body).toMatch(/"inventory_item_id":\d+,"location_id":87012345678,"available":4,/);
  shop.received.length = 0;
  await shop.control('POST', `/sales/${id}/cancel`);
  await shop.control('DELETE', `/products/${product.id}`);
  await shop.standIn.runDue();
  expect(topicsOf(shop)).toEqual([
    'orders/updated',
    'orders/cancelled',
    'refunds/create',
    'inventory_levels/update',
    'products/update',
    'products/delete',
  ]);
  expect(JSON.parse(shop.received[2]?.body ?? '')).toMatchObject({
    refund_line_items: [{ quantity: 1, subtotal: 12.1, total_tax: 2.1 }],
    transactions: [{ kind: 'refund', amount: '12.10' }],
  });
  expect(shop.received.at(-1)?.body).toBe(`{"id":${product.id}}`);
});

it('refuses a second subscription of the same, and an address that is none', async () => {
  const shop = await listening('ORDERS_CREATE');
  expect(await shop.refused(subscribe, { t: 'ORDERS_CREATE', w: { uri } })).toHaveLength(1);
  expect(
    await shop.refused(subscribe, { t: 'ORDERS_PAID', w: { uri: 'http://koppel.example.com' } }),
  ).toHaveLength(1);
});

it('sends the fields that a subscription asks for', async () => {
  const shop = new TestShop();
  await shop.done(subscribe, { t: 'ORDERS_CREATE', w: { uri, includeFields: ['id', 'updated_at'] } });
  await shop.control('POST', '/sales', { buyer, basket: { lines: [{ name: 'Kaas', price: '1.00' }] } });
  await shop.standIn.runDue();
  expect(Object.keys(JSON.parse(shop.received[0]?.body ?? ''))).toEqual(['id', 'updated_at']);
});
