/** Six hours of one integration that goes both ways with orders and customers, by a clock that is moved on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secretToken, storeId } from '../../sandbox/ecwid/settings.ts';
import { Stack } from './stack.ts';
import { systems } from './systems.ts';

const sales = 50;
const minuteMs = 60_000;
const minutes = 360;

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({
    seeded: false,
    movesClock: true,
    settings: { ecwid: { limits: false }, jortt: { limits: false } },
  });
  await stack.api('PUT', '/integrations/mugs', {
    name: 'Mugs',
    connections: {
      shop: { connector: 'ecwid', credentials: systems.ecwid.credentials },
      books: { connector: 'jortt', credentials: systems.jortt.credentials },
    },
    flows: [
      { flow: 'customers', from: 'shop', to: 'books', every: '5m' },
      { flow: 'customers', from: 'books', to: 'shop', every: '5m' },
      { flow: 'orders', from: 'shop', to: 'books', every: '5m', settings: { state: 'sent' } },
      { flow: 'orders', from: 'books', to: 'shop', every: '5m', settings: { statuses: ['sent'] } },
    ],
  });
  await stack.sandbox.control('POST', '/settings', {
    ecwid: { webhookUrl: `${stack.koppel.url}/hooks/mugs/shop` },
  });
}, 120_000);

afterAll(() => stack.stop());

it('makes as many documents as there are sales, and touches no account that a stranger’s order names', async () => {
  const noor = await inShop('POST', '/customers', {
    email: 'noor@example.com',
    billingPerson: {
      name: 'Noor de Wit',
      street: 'Kade 12',
      city: 'Zwolle',
      postalCode: '8011 AB',
      countryCode: 'NL',
      phone: '+31 38 000000',
    },
  });
  await pass(15);
  const before = await account(noor.id);
  let sold = 0;
  for (let minute = 1; minute <= minutes; minute++) {
    if (minute % 6 === 0 && sold < sales) {
      sold++;
      if (sold % 10 === 0) await inShop('POST', '/orders', strangers);
      else await stack.sandbox.sell({ count: 1, profile: 'simple', customers: 12 });
      await stack.sandbox.control('POST', '/jortt/invoices', { count: 1 });
    }
    await pass(1);
  }
  const { orders, invoices } = await documents();
  expect({ orders, invoices }).toEqual({ orders: 2 * sales, invoices: 2 * sales });
  expect(await account(noor.id)).toBe(before);
  expect((await stack.tasks('mugs')).filter(({ state }) => state === 'parked')).toEqual([]);
}, 900_000);

/** A guest orders under somebody's address. */
const strangers = {
  email: 'noor@example.com',
  paymentStatus: 'PAID',
  fulfillmentStatus: 'AWAITING_PROCESSING',
  pricesIncludeTax: true,
  subtotal: 24.2,
  tax: 4.2,
  total: 24.2,
  items: [
    {
      ...{ sku: 'MUG', name: 'Mug', price: 12.1, productPrice: 12.1, quantity: 2, tax: 4.2 },
      taxes: [{ name: 'BTW 21%', value: 21, total: 4.2, taxOnDiscountedSubtotal: 4.2, includeInPrice: true }],
    },
  ],
  billingPerson: {
    name: 'Piet Bakker',
    companyName: 'Werkgever B.V.',
    street: 'Industrieweg 99',
    city: 'Almere',
    postalCode: '1322 AA',
    countryCode: 'NL',
  },
};

/** Lets minutes go by, one after the other, each with all that is due in it. */
async function pass(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute++) {
    await stack.moveClock(minuteMs);
    await stack.atRest('mugs');
  }
}

async function documents(): Promise<{ orders: number; invoices: number }> {
  const shop = await stack.sandbox.control<{ orders: unknown[] }>('GET', '/state/ecwid');
  const books = await stack.sandbox.invoices();
  return { orders: shop.orders.length, invoices: books.length };
}

async function account(id: unknown): Promise<string> {
  return JSON.stringify(await inShop('GET', `/customers/${id}`));
}

async function inShop(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${stack.sandbox.url}/ecwid/api/v3/${storeId}${path}`, {
    method,
    headers: { authorization: `Bearer ${secretToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
