/** An account of which the first of two calls was done, when an order of the same buyer comes to it. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const account = { name: 'Noor de Wit', phone: '+31 6 1', street: 'Plein 9' };
const place = { city: 'Amsterdam', postalCode: '1011 AB' };
const email = 'noor@example.com';

const shop = z.object({ customers: z.array(z.object({ billingPerson: z.looseObject({}) })) });
const follower = z.object({
  customers: z.array(z.object({ addresses: z.array(z.looseObject({})) })),
  orders: z.array(z.object({ debtor: z.unknown() })),
});

async function started(flows: readonly object[]): Promise<PlayedSystems> {
  const played = new PlayedSystems(hosts);
  await played.configured({
    name: 'Tea',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      follower: { connector: 'mijnwebwinkel', credentials: credentials.mijnwebwinkel },
    },
    flows: flows.map((flow) => ({ every: '5m', ...flow })),
  });
  await played.live(6 * minuteMs);
  return played;
}

async function register(played: PlayedSystems): Promise<void> {
  const { storeId, token } = credentials.ecwid;
  const request = new Request(`https://app.ecwid.com/api/v3/${storeId}/customers`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, billingPerson: { ...account, ...place, countryCode: 'NL' } }),
  });
  expect((await played.sandbox.handle('ecwid', request)).status).toBe(200);
}

const there = { from: 'shop', to: 'follower' };
const back = { flow: 'customers', from: 'follower', to: 'shop' };
const flows = [
  { flow: 'orders', ...there },
  { flow: 'customers', ...there },
];

describe.each([
  ['one way', flows],
  ['both ways', [...flows, back]],
])('customers %s', (_how, given) => {
  test.each([
    ['the customers flow', true],
    ['the order', false],
  ])('an account that %s has half made has nothing that the order alone says', async (_whose, isFirst) => {
    const played = await started(given);
    let isAway = true;
    played.interfere = (call) => {
      if (isAway && /^POST mijnwebwinkel .*addresses$/.test(call)) throw new TypeError('away');
    };
    await register(played);
    if (isFirst) await played.live(6 * minuteMs);
    await played.control('ecwid', 'POST', '/sales', {
      buyer: {
        ...account,
        ...place,
        email,
        phone: '+31 6 77',
        street: 'Gracht 3',
        country: 'NL',
        account: true,
      },
      basket: { lines: [{ sku: 'MUG', name: 'Mug', price: '12.10', rate: '21' }] },
    });
    await played.live(6 * minuteMs);
    isAway = false;
    await played.live(6 * hourMs);
    const { customers, orders } = follower.parse(played.sandbox.standIn('mijnwebwinkel')?.state());
    const address = { street: 'Plein', streetNumber: '9', phone: account.phone };
    expect(customers).toMatchObject([{ addresses: [address] }]);
    expect(JSON.stringify(orders)).toContain('Gracht');
    expect(shop.parse(played.sandbox.standIn('ecwid')?.state()).customers).toMatchObject([
      { billingPerson: account },
    ]);
    expect(played.tasks().filter(({ state }) => state !== 'done' && state !== 'skipped')).toEqual([]);
    expect(played.sql.exec('SELECT name FROM steps')).toEqual([]);
  });
});
