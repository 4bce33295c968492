import { expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { at, TestShop } from '../shop.ts';

async function names(shop: TestShop, query: string, more = 'sortKey: ORDER_NUMBER'): Promise<unknown[]> {
  const data = await shop.data(
    `query ($q: String) { orders(first: 100, query: $q, ${more}) { nodes { name } } }`,
    { q: query },
  );
  return objectsIn(at(data, 'orders', 'nodes') as JsonObject[]).map(({ name }) => name);
}

async function shopWith(count: number): Promise<TestShop> {
  const shop = new TestShop();
  for (let each = 0; each < count; each += 1) {
    await shop.control('POST', '/orders', { count: 1, profile: 'simple' });
    shop.world.pass(60_000);
  }
  return shop;
}

it('finds by time, by name, by status, and by several of them', async () => {
  const shop = await shopWith(4);
  expect(await names(shop, "updated_at:>='2026-03-10T12:02:00Z'")).toEqual(['#1003', '#1004']);
  expect(await names(shop, "created_at:<'2026-03-10T12:01:00Z'")).toEqual(['#1001']);
  expect(await names(shop, 'name:"#1002"')).toEqual(['#1002']);
  expect(await names(shop, 'name:#1002 OR name:1003')).toEqual(['#1002', '#1003']);
  expect(await names(shop, "status:open AND -name:#1001 updated_at:<'2026-03-10T12:03:00Z'")).toEqual([
    '#1002',
    '#1003',
  ]);
  expect(await names(shop, '(name:#1001 OR name:#1004) NOT name:#1004')).toEqual(['#1001']);
  expect(await names(shop, 'financial_status:paid fulfillment_status:unfulfilled')).toHaveLength(4);
});

it('cuts an e-mail address into words: others are found as well (sheet 6)', async () => {
  const shop = new TestShop();
  for (const email of ['piet@example.com', 'piet@example.com.example.nl']) {
    await shop.control('POST', '/people', { email, name: 'Piet Jansen' });
  }
  const found = async (q: string) =>
    at(
      await shop.data('query ($q: String) { customers(first: 9, query: $q) { nodes { email } } }', { q }),
      'customers',
      'nodes',
    );
  expect(await found('email:"piet@example.com"')).toHaveLength(2);
  const exact = await shop.data(
    '{ customerByIdentifier(identifier: { emailAddress: "piet@example.com" }) { email } }',
  );
  expect(exact).toEqual({ customerByIdentifier: { email: 'piet@example.com' } });
});

it('refuses a search field that does not exist, and a page that is too large or of no size', async () => {
  const shop = await shopWith(1);
  const code = async (query: string) => at(await shop.ask(query), 'errors', 0, 'extensions', 'code');
  expect(await code('{ orders(first: 1, query: "reference:1") { nodes { id } } }')).toBe('BAD_REQUEST');
  expect(await code('{ orders(first: 251) { nodes { id } } }')).toBe('BAD_REQUEST');
  expect(await code('{ orders { nodes { id } } }')).toBe('BAD_REQUEST');
});

it('a row that changes during a walk comes again at its end, and none is lost', async () => {
  const shop = await shopWith(4);
  const page = (after: unknown) =>
    shop.data(
      'query ($after: String) { orders(first: 2, after: $after, sortKey: UPDATED_AT) { nodes { id name } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
  const first = await page(null);
  const id = String(at(first, 'orders', 'nodes', 0, 'id'))
    .split('/')
    .at(-1);
  await shop.control('PATCH', `/orders/${id}`, { note: 'Gezien.' });
  const second = await page(at(first, 'orders', 'pageInfo', 'endCursor'));
  expect(at(second, 'orders', 'nodes')).toMatchObject([{ name: '#1003' }, { name: '#1004' }]);
  const third = await page(at(second, 'orders', 'pageInfo', 'endCursor'));
  expect(at(third, 'orders')).toMatchObject({ nodes: [{ name: '#1001' }], pageInfo: { hasNextPage: false } });
});

it('the search index lags, reading by id does not', async () => {
  const shop = new TestShop();
  shop.standIn.change({ searchLagMs: 5000 });
  const { ids } = await shop.control('POST', '/orders', { count: 1, profile: 'simple' });
  expect(await names(shop, '')).toEqual([]);
  const found = await shop.data(`{ order(id: "gid://shopify/Order/${at(ids, 0)}") { name } }`);
  expect(found).toEqual({ order: { name: '#1001' } });
  shop.world.pass(5000);
  expect(await names(shop, '')).toEqual(['#1001']);
});

it('orders older than sixty days are absent without `read_all_orders`', async () => {
  const shop = await shopWith(1);
  shop.world.pass(61 * 24 * 3_600_000);
  expect(await names(shop, '')).toEqual(['#1001']);
  shop.standIn.change({ scopes: ['read_orders'] });
  expect(await names(shop, '')).toEqual([]);
});
