/** A shop that tells of every change, also of Koppel's own (case O5): the two must not keep each other awake. */
import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

class Notified extends PlayedSystems {
  constructor() {
    super(hosts);
    this.publicUrl = 'https://koppel.example.com';
  }

  /** How often the shop was asked for something, by the name of the question or the change. */
  asked(name: string): number {
    return this.sent.filter(({ call, body }) => call.includes(' shopify ') && body.includes(` ${name}(`))
      .length;
  }
}

test('orders that are booked and noted, and one that is parked, come to rest', async () => {
  const count = 12;
  const played = new Notified();
  const { shop, token, clientSecret } = credentials.shopify;
  await played.configured({
    name: 'Tea',
    connections: {
      shop: { connector: 'shopify', credentials: { shop, token, clientSecret } },
      books: { connector: 'jortt', credentials: credentials.jortt },
    },
    flows: [
      {
        ...{ flow: 'orders', from: 'shop', to: 'books' },
        settings: {
          state: 'sent',
          writeBack: { note: "'Factuur ' & document.reference", status: 'tag:Geboekt' },
        },
      },
    ],
  });
  await played.live(minuteMs);
  await played.control('shopify', 'POST', '/orders', { count, profile: 'simple' });
  const buyer = { name: 'Wilma Smit', email: '', street: 'Dijk 5', postalCode: '1621 AA', city: 'Hoorn' };
  const sale = {
    buyer: { ...buyer, country: 'NL', account: false },
    basket: { lines: [{ name: 'Tas', price: '121' }] },
  };
  const { id } = await played.control<{ id: string }>('shopify', 'POST', '/sales', sale);
  await played.live(hourMs);

  const parked = () => played.tasks().filter(({ state }) => state === 'parked');
  expect(parked()).toMatchObject([{ key: id, problem: { code: 'email_missing' } }]);
  expect(played.sandbox.systems.jortt.state().invoices).toHaveLength(count);
  expect([played.asked('SetNote'), played.asked('AddTags')]).toEqual([count, count]);
  // The order, its note and its tag are told of, each by itself.
  expect(played.hooks.length).toBeGreaterThanOrEqual(3 * count);
  expect(played.asked('One')).toBeLessThanOrEqual(played.hooks.length);

  // The merchant writes a note too: it is read, and nothing comes of it; the problem stays the one that it is.
  const before = [
    played.asked('SetNote'),
    played.asked('AddTags'),
    played.sandbox.systems.jortt.state().invoices.length,
  ];
  await played.control('shopify', 'PATCH', `/orders/${id}`, { note: 'Bellen' });
  await played.live(hourMs);
  expect(parked()).toMatchObject([{ key: id, problem: { code: 'email_missing' } }]);
  expect([
    played.asked('SetNote'),
    played.asked('AddTags'),
    played.sandbox.systems.jortt.state().invoices.length,
  ]).toEqual(before);
  const reads = played.asked('One');
  await played.live(hourMs);
  expect(played.asked('One')).toBe(reads);
});
