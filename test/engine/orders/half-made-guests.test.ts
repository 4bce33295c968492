/** A buyer without an account, whom an order makes a customer of by two calls, when only the first of them was done. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const shop = z.object({ customers: z.array(z.unknown()) });
const follower = z.object({
  customers: z.array(z.object({ addresses: z.array(z.looseObject({})) })),
  orders: z.array(z.unknown()),
});

const there = { from: 'shop', to: 'follower' };
const back = { flow: 'customers', from: 'follower', to: 'shop' };

test.each([
  ['one way', [{ flow: 'orders', ...there }, back]],
  ['both ways', [{ flow: 'orders', ...there }, { flow: 'customers', ...there }, back]],
])(
  'a company is not carried back as the person that it looks like by then, customers %s',
  async (_how, flows) => {
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
    let isAway = true;
    played.interfere = (call) => {
      if (isAway && /^POST mijnwebwinkel .*addresses$/.test(call)) throw new TypeError('away');
    };
    await played.control('ecwid', 'POST', '/purchases', {
      name: 'Noor de Wit',
      company: 'De Zon B.V.',
      email: 'inkoop@zon.example',
      phone: '+31 6 1',
      address: { street: 'Plein 9', city: 'Amsterdam', postalCode: '1011 AB', country: 'NL' },
      account: false,
      amount: '12.10',
    });
    await played.live(20 * minuteMs);
    expect(follower.parse(played.sandbox.standIn('mijnwebwinkel')?.state()).customers).toMatchObject([
      { addresses: [] },
    ]);
    expect(shop.parse(played.sandbox.standIn('ecwid')?.state()).customers).toEqual([]);
    isAway = false;
    await played.live(6 * hourMs);
    const { customers, orders } = follower.parse(played.sandbox.standIn('mijnwebwinkel')?.state());
    expect(customers).toMatchObject([{ addresses: [{ company: 'De Zon B.V.', street: 'Plein' }] }]);
    expect(orders).toHaveLength(1);
    expect(shop.parse(played.sandbox.standIn('ecwid')?.state()).customers).toEqual([]);
    expect(played.tasks().filter(({ state }) => state !== 'done' && state !== 'skipped')).toEqual([]);
    expect(played.sql.exec('SELECT name FROM steps')).toEqual([]);
  },
);
