/** All traffic of this suite goes through the proxy, so it must be shown to find a wrong request. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { VendorProxy } from './vendor-proxy.ts';

let system: Server;
let proxy: VendorProxy;
/** What reached the system: method, path and query, host, body. */
let arrived: string[];

beforeAll(async () => {
  system = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += String(chunk);
    arrived.push(`${incoming.method} ${incoming.url} ${incoming.headers.host} ${body}`);
    response.writeHead(201, { 'x-from': 'system' });
    response.end('{"made":true}');
  });
  await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
});

beforeEach(async () => {
  arrived = [];
  const { port } = system.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/played`;
  proxy = await VendorProxy.open({
    ccv: address,
    jortt: address,
    magento: address,
    mijnwebwinkel: address,
    shopify: address,
  });
});

afterEach(() => {
  proxy.close();
  vi.unstubAllEnvs();
});

afterAll(() => {
  system.closeAllConnections();
  system.close();
});

async function send(connector: string, method: string, path: string, body?: unknown): Promise<Response> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(`${proxy.addresses[connector]}${path}`, { method, ...sent });
}

const name = 'Noor Jansen';
const graphql = '/admin/api/2026-10/graphql.json';
const orderOf =
  'mutation Make($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id } } }';
const customer = { is_private: true, customer_name: name };

describe.skipIf(!process.env.VENDOR_SPECS)('a request that its vendor does not describe', () => {
  it.each([
    ['jortt', 'POST', '/v3/customers', { ...customer, nickname: name }, 'POST /v1/customers: .*nickname'],
    [
      'jortt',
      'POST',
      '/v3/customers',
      { ...customer, email: 12 },
      'POST /v1/customers: /email must be string',
    ],
    ['jortt', 'PATCH', '/v3/customers/noor@example.com', customer, 'PATCH /v3/customers/… is not described'],
    [
      'jortt',
      'GET',
      '/v3/invoices?name=Noor',
      undefined,
      'GET /v2/invoices: the query name is not described',
    ],
    [
      'magento',
      'POST',
      '/rest/V1/orders',
      { entity: { grand_total: name } },
      'POST /V1/orders: /entity/grand_total',
    ],
    [
      'magento',
      'PUT',
      '/rest/all/V1/customers/5',
      { customer: { name } },
      'PUT /V1/customers/{customerId}: /cust',
    ],
    ['ccv', 'PATCH', '/api/rest/v1/users/7/', { nickname: name }, 'PATCH users/{id}: .*nickname'],
    ['ccv', 'GET', '/api/rest/v1/orders/?email=Noor', undefined, 'GET orders: the query email is not desc'],
    ['mijnwebwinkel', 'GET', '/v1/orders?limit=Noor', undefined, 'the query limit: .*must be integer'],
    ['mijnwebwinkel', 'PATCH', '/v1/orders/7', { status: name }, 'PATCH /v{version}/orders/{order_number}: '],
    [
      'shopify',
      'POST',
      graphql,
      { query: '{ shop { owner } }' },
      'Cannot query field "owner" on type "Shop"',
    ],
    [
      'shopify',
      'POST',
      graphql,
      { query: orderOf, variables: { order: { buyer: name } } },
      'Make: .*"buyer"',
    ],
    [
      'shopify',
      'POST',
      graphql,
      { query: orderOf, variables: { order: { test: name } } },
      '\\.test: Boolean cannot',
    ],
    [
      'shopify',
      'POST',
      graphql,
      { query: orderOf, variables: { order: {}, name } },
      '"\\$name" is not declared',
    ],
  ])(
    'of %s, %s %s, goes on, and is told without what it says',
    async (connector, method, path, body, fault) => {
      expect((await send(connector, method, path, body)).status).toBe(201);
      const faults = [...proxy.faults].join('\n');
      expect(faults).toMatch(new RegExp(`^${connector} [^]*${fault.replace(/[{}/]/g, '\\$&')}`));
      expect(faults).not.toMatch(/Noor|Jansen|example\.com/);
    },
  );
});

it('hands everything on as it came, and every answer', async () => {
  const answer = await send('magento', 'PUT', '/rest/V1/orders/5?fields=a%20b', { Naam: 'Şahin' });
  expect([answer.status, answer.headers.get('x-from'), await answer.json()]).toEqual([
    201,
    'system',
    { made: true },
  ]);
  const { host } = new URL(proxy.addresses.magento ?? '');
  expect(arrived).toEqual([`PUT /played/rest/V1/orders/5?fields=a%20b ${host} {"Naam":"Şahin"}`]);
});

it('looks at no picture', async () => {
  await send('ccv', 'GET', '/img/mok.png');
  expect([...proxy.faults]).toEqual([]);
});

it('looks at nothing where nobody has the descriptions', async () => {
  vi.stubEnv('VENDOR_SPECS', '');
  await send('jortt', 'POST', '/v3/customers', { nickname: name });
  expect([...proxy.faults]).toEqual([]);
});

it('hangs up where the system does', async () => {
  system.once('connection', (socket) => socket.destroy());
  await expect(send('jortt', 'GET', '/v3/invoices')).rejects.toThrow();
});
