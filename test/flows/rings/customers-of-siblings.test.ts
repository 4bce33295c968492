/** Orders in one integration, customers in another: what an order makes or says is nobody's news, and no account's. */
import { describe, expect, test } from 'vitest';
import { clientId, clientSecret } from '../../../sandbox/jortt/tokens.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { sahin } from '../../support/shop-deeds.ts';
import { RingWorld } from './ring-world.ts';

const orders = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;
const toShop = { flow: 'customers', from: 'jortt', to: 'ecwid' } as const;
const toBooks = { flow: 'customers', from: 'ecwid', to: 'jortt' } as const;

const elsewhere = { street: 'Dievenlaan 1', postalCode: '1000 AA', city: 'Elders' };

/** As its shopper knows it; the shop counts its orders beside. */
function accounts({ sandbox }: RingWorld): object[] {
  const { customers } = sandbox.systems.ecwid.state() as { customers: Record<string, unknown>[] };
  return customers.map(({ id, email, billingPerson, shippingAddresses, contacts, taxId }) => {
    return { id, email, billingPerson, shippingAddresses, contacts, taxId };
  });
}

/** Somebody corrects a record in the books. */
async function correct({ sandbox }: RingWorld, id: string): Promise<void> {
  const { jortt } = sandbox.systems;
  const send = async (
    url: string,
    method: string,
    headers: Record<string, string>,
    body: URLSearchParams | string,
  ) => {
    const answer = await jortt.handle(new Request(url, { method, headers, body }));
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status}`);
    return answer.text();
  };
  const login = { grant_type: 'client_credentials', scope: 'customers:read customers:write' };
  const basic = { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` };
  const token = JSON.parse(
    await send('https://app.jortt.nl/oauth-provider/oauth/token', 'POST', basic, new URLSearchParams(login)),
  );
  const record: Record<string, unknown> | undefined = jortt.state().customers.find((each) => each.id === id);
  await send(
    `https://api.jortt.nl/v3/customers/${id}`,
    'PUT',
    { Authorization: `Bearer ${token.access_token}`, 'Content-Type': 'application/json' },
    JSON.stringify({ ...record, phonenumber: '010 1234567' }),
  );
}

/** In no order: two sales of one moment are carried side by side. */
function addressees({ sandbox }: RingWorld): Set<string> {
  const { customers } = sandbox.systems.jortt.state();
  return new Set(customers.map(({ customer_name, address_city }) => `${customer_name}, ${address_city}`));
}

/** Others order under Şahin's address, and a guest under one of their own. */
async function guestsOrder(world: RingWorld): Promise<void> {
  await world.sellInEcwid({ buyer: { ...sahin, ...elsewhere } });
  await world.sellInEcwid({ buyer: { ...sahin, ...elsewhere, name: 'Piet Vreemdeling' } });
  await world.live(3 * hourMs);
}

describe.each([
  ['from the books to the shop', [toShop], ['Elders', 'Elders']],
  ['both ways', [toBooks, toShop], ['Rotterdam', 'Elders', 'Elders']],
])('customers are carried %s', (_, flows, cities) => {
  test('a guest’s order changes no account, nor what the customers flow keeps', async () => {
    const world = new RingWorld();
    const shop = await world.add('orders', [orders]);
    const people = await world.add('people', flows);
    await world.sellInEcwid();
    await world.live(2 * hourMs);
    const before = accounts(world);
    await guestsOrder(world);
    expect(accounts(world)).toEqual(before);
    expect(world.sandbox.systems.jortt.state().customers.map(({ address_city }) => address_city)).toEqual(
      cities,
    );
    expect(world.counts).toMatchObject({ ecwid: 3, jortt: 3 });
    expect([...shop.tasks(), ...people.tasks()].filter(({ problem }) => problem !== null)).toEqual([]);
  });
});

test('what was made for an order is nobody’s account when the orders’ integration is deleted', async () => {
  const world = new RingWorld();
  const shop = await world.add('orders', [orders]);
  const people = await world.add('people', [toShop]);
  await world.sellInEcwid();
  await world.live(2 * hourMs);
  world.remove(shop);
  const before = accounts(world);
  const made = world.sandbox.systems.jortt.state().customers;
  for (const { id } of made) await correct(world, id);
  await world.live(2 * hourMs);
  expect(new Set(people.ends())).toEqual(new Set(['customers:jortt:ecwid skipped made_for_an_order']));
  expect(people.ends().length).toBeGreaterThan(made.length);
  expect(accounts(world)).toEqual(before);
});

test('a record that a person has brought across is written to by no order', async () => {
  const world = new RingWorld();
  const both = await world.add('both', [orders, toShop]);
  await world.sellInEcwid();
  await world.live(2 * hourMs);
  const [record] = world.sandbox.systems.jortt.state().customers;
  both.integration.sync('customers', { keys: [record?.id ?? ''] });
  await world.live(hourMs);
  const before = accounts(world);
  await guestsOrder(world);
  expect(accounts(world)).toEqual(before);
  expect(addressees(world)).toEqual(
    new Set(['Şahin Yıldız-Öztürk, Rotterdam', 'Şahin Yıldız-Öztürk, Elders', 'Piet Vreemdeling, Elders']),
  );
  expect(world.sandbox.systems.jortt.state().customers).toHaveLength(3);
});

describe.each([
  ['is done, and not answered', 1],
  ['is done minutes after it was given up', 4 * minuteMs],
])('a record for an order whose create %s', (_, delayMs) => {
  test('is no news for another integration, whatever that sees of it first', async () => {
    const world = new RingWorld();
    await world.add('orders', [orders]);
    const people = await world.add('people', [toShop]);
    let late = 0;
    world.during = async (call, work) => {
      if (!/POST jortt \/v3\/customers$/.test(call) || late > 0) return work();
      late++;
      world.clock.timer(delayMs, () => {
        void work().then(() => {
          people.integration.sync('customers', {});
          return people.begin();
        });
      });
      return new Promise(() => undefined);
    };
    await world.sellInEcwid();
    const before = accounts(world);
    await world.live(3 * hourMs);
    expect(late).toBe(1);
    expect(world.counts).toMatchObject({ jortt: 1 });
    expect(world.sandbox.systems.jortt.state().customers).toHaveLength(1);
    expect(people.ends()).toContain('customers:jortt:ecwid waiting outcome_unknown');
    expect(people.ends().at(-1)).toBe('customers:jortt:ecwid skipped made_for_an_order');
    expect(accounts(world)).toEqual(before);
  });
});

test('a record for an order whose maker cannot find out for hours that it was made is no news, and is asked about the more seldom', async () => {
  const world = new RingWorld();
  await world.add('orders', [orders]);
  const people = await world.add('people', [toShop]);
  let backAt = 0;
  // The books do what they are told and hang up, and are away for the orders after that.
  world.during = async (call, work) => {
    if (!call.startsWith('orders ') || !call.includes(' jortt ')) return work();
    if (world.clock.now() < backAt) throw new TypeError('fetch failed');
    if (backAt > 0 || !/POST jortt \/v3\/customers$/.test(call)) return work();
    await work();
    backAt = world.clock.now() + 5 * hourMs;
    throw new TypeError('fetch failed');
  };
  await world.sellInEcwid();
  const before = accounts(world);
  await world.live(4 * hourMs);
  expect(world.sandbox.systems.jortt.state().customers).toHaveLength(1);
  expect(new Set(people.ends())).toEqual(new Set(['customers:jortt:ecwid waiting outcome_unknown']));
  expect(people.ends().length).toBeLessThan(15);
  await world.live(9 * hourMs);
  expect(accounts(world)).toEqual(before);
  expect(people.ends().at(-1)).toBe('customers:jortt:ecwid skipped made_for_an_order');
  expect(world.counts).toMatchObject({ jortt: 1 });
});
