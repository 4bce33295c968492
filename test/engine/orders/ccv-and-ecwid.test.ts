/** A CCV till with its web orders, and a shop of Ecwid: sales go both ways. What each comes to the stand-ins work out, apart from the product. */
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const timeoutMs = 300_000;

const figures = z.array(
  z.object({
    id: z.string(),
    number: z.string().optional(),
    about: z.string(),
    gross: z.string(),
    tax: z.string(),
    bookable: z.boolean(),
    why: z.string(),
  }),
);

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const cents = z.union([z.string(), z.number()]).transform((value) => Number(value).toFixed(2));
const till = z.object({
  orders: z.array(
    z.object({ customer: z.object({ reference: text }).nullable(), total_price: cents, total_tax: cents }),
  ),
  users: z.array(z.object({ info: z.object({ email: text }) })),
});
const shop = z.object({
  orders: z.array(z.object({ privateAdminNotes: text, total: cents, tax: cents })),
  customers: z.array(z.object({ email: text })),
});

describe.each([
  ['a shop', false],
  ['a till', true],
])('CCV as %s, and Ecwid', (_, salespos) => {
  const played = new PlayedSystems(hosts);

  beforeAll(async () => {
    played.sandbox.systems.ccv.change({ salespos, vatRounded: 'per rate' });
    const flow = (name: string, from: string, to: string) => ({ flow: name, from, to, every: '15m' });
    await played.configured({
      name: 'Tea',
      connections: {
        till: { connector: 'ccv', credentials: credentials.ccv },
        shop: { connector: 'ecwid', credentials: credentials.ecwid },
      },
      flows: ['orders', 'customers'].flatMap((name) => [
        flow(name, 'till', 'shop'),
        flow(name, 'shop', 'till'),
      ]),
    });
    await played.live(minuteMs);
    for (let turn = 0; turn < 3; turn++) {
      for (const system of ['ccv', 'ecwid']) await played.control(system, 'POST', '/orders', { count: 5 });
      await played.live(20 * minuteMs);
    }
    await played.live(2 * hourMs);
  }, timeoutMs);

  const held = () => ({
    ccv: till.parse(played.sandbox.standIn('ccv')?.state()),
    ecwid: shop.parse(played.sandbox.standIn('ecwid')?.state()),
  });
  const carried = {
    ccv: () =>
      held().ccv.orders.map(({ customer, total_price: gross, total_tax: tax }) => ({
        ...{ reference: /^Koppel (.+)$/.exec(customer?.reference ?? '')?.[1], gross, tax },
      })),
    ecwid: () =>
      held().ecwid.orders.map(({ privateAdminNotes, total: gross, tax }) => ({
        ...{ reference: /^Referentie: (.+)$/m.exec(privateAdminNotes)?.[1], gross, tax },
      })),
  };

  test.each([
    ['ccv', 'ecwid'],
    ['ecwid', 'ccv'],
  ] as const)('every sale of %s is in %s once, to the cent with its VAT', async (from, to) => {
    const sold = figures.parse(await played.control(from, 'GET', '/expectations'));
    expect(sold).toHaveLength(15);
    const wrong = sold.flatMap(({ id, number = id, gross, tax, about, why, bookable }) => {
      const found = carried[to]().filter(({ reference }) => reference === number);
      const is = found.map((each) => [each.gross, each.tax]);
      const should = bookable || (why.startsWith('no e-mail') && found.length > 0) ? [[gross, tax]] : [];
      if (JSON.stringify(is) === JSON.stringify(should)) return [];
      const task = played.tasks().find(({ key }) => key === id);
      return [{ number, about, why, is, should, task: task?.state, problem: task?.problem }];
    });
    expect(wrong).toEqual([]);
  });

  test('nobody is there twice, and what Koppel made goes no further', () => {
    const { ccv, ecwid } = held();
    const emails = [
      ccv.users.map(({ info }) => info.email.toLowerCase()),
      ecwid.customers.map(({ email }) => email.toLowerCase()),
    ];
    for (const all of emails) expect(all.length - new Set(all).size).toBe(0);
    expect([ccv.orders.length, ecwid.orders.length].every((count) => count <= 30)).toBe(true);
  });
});
