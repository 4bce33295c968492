/** What goes wrong between a shop of MijnWebwinkel and books, as merchants tell it. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { partnerToken, storeToken } from '../../../sandbox/mijnwebwinkel/settings.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const shop = 'mijnwebwinkel';

const sale = {
  buyer: { name: 'Wilma Smit', zipcode: '1621AA', city: 'Hoorn', email: 'wilma@mail.example' },
  lines: [{ name: 'Mok', price: '12.10' }],
};

const placed = z.object({ id: z.string() });
const books = z.object({ invoices: z.array(z.object({ reference: z.string() })) });

/** A shop with its books that has been running for a while. */
async function running({ named = {}, settings = {}, stand = {} }: Record<string, object> = {}) {
  const played = new PlayedSystems(hosts);
  played.sandbox.standIn(shop)?.change(stand);
  await played.open();
  // What settings are picked from is asked for at the shop's pace.
  const configured = played.integration.configure({
    name: 'Mugs',
    connections: {
      shop: { connector: shop, credentials: { ...credentials.mijnwebwinkel, ...named } },
      books: { connector: 'jortt', credentials: credentials.jortt },
    },
    flows: [
      { flow: 'orders', from: 'shop', to: 'books', every: '15m', settings: { state: 'sent', ...settings } },
    ],
  });
  await played.clock.advance(minuteMs);
  await configured;
  await played.live(minuteMs);
  return {
    played,
    sell: async (more: object = {}) =>
      placed.parse(await played.control(shop, 'POST', '/sales', { ...sale, ...more })).id,
    act: (number: string, deed: object) => played.control(shop, 'PATCH', `/orders/${number}`, deed),
    booked: () =>
      books.parse(played.sandbox.standIn('jortt')?.state()).invoices.map(({ reference }) => reference),
    task: (number: string) => played.tasks().find(({ key }) => key === number),
  };
}

const paid = { paymentStatuses: ['captured'] };
const open = { status: 1, became: 'pending' };

describe('an order of a shop that tells nobody of it', () => {
  test.each([true, false])(
    'that is paid, sent and archived between two polls is booked once (archived ones are listed: %j)',
    async (archivedInList) => {
      const { played, sell, act, booked } = await running({ settings: paid, stand: { archivedInList } });
      const number = await sell(open);
      await played.live(16 * minuteMs);
      expect(booked()).toEqual([]);
      await act(number, { pay: true });
      await act(number, { status: 2, archived: true });
      await played.live(hourMs);
      expect(booked()).toEqual([number]);
    },
  );

  test('that is paid without another status, and of which nothing tells that it changed, is booked once', async () => {
    const { played, sell, act, booked } = await running({ settings: paid });
    const number = await sell(open);
    await played.live(16 * minuteMs);
    await act(number, { pay: true });
    await act(number, { status: 1 });
    await played.live(hourMs);
    expect(booked()).toEqual([number]);
  });

  test('that is a test is in no book, nor is a basket', async () => {
    const { played, sell, booked } = await running();
    const number = await sell({ test: true });
    expect(number).toMatch(/^T-/);
    await sell({ unfinished: true });
    await played.live(hourMs);
    expect(booked()).toEqual([]);
    expect(played.tasks()).toEqual([]);
  });

  test('whose status the shop has renamed goes by the number of the status', async () => {
    const { played, sell, booked, task } = await running({ settings: { statuses: ['3'] } });
    const renamed = [
      { status: 1, description: 'Nieuw binnen' },
      { status: 3, description: 'Voldaan, mag weg' },
      { status: 2, description: 'Betaald' },
    ];
    await played.control(shop, 'PUT', '/statuses', renamed);
    const [paid, sent] = [await sell({ status: 3 }), await sell({ status: 2 })];
    await played.live(hourMs);
    expect(booked()).toEqual([paid]);
    expect(task(sent)).toMatchObject({ state: 'skipped' });
  });
});

test('a shop that answers that it is asked too often is asked again later, and loses no order', async () => {
  const { played, sell, booked } = await running({ stand: { callsPerWindow: 3, windowMs: 20_000 } });
  const numbers: string[] = [];
  for (let turn = 0; turn < 6; turn++) {
    numbers.push(await sell());
    await played.live(10 * minuteMs);
  }
  await played.live(2 * hourMs);
  expect(booked().toSorted()).toEqual(numbers.toSorted());
});

test('a status that the shop’s list does not have is refused with the connection, by its number', async () => {
  const { played } = await running({ named: { sentStatus: '77' } });
  expect(JSON.stringify(played.stores.cursors.get('orders:shop:books'))).toContain('77');
});

describe('its tokens', () => {
  test.each(['status', 'html', 'drop', 'truncated', 'empty'] as const)(
    'stand in no table and no log, whatever becomes of a call: %s',
    async (kind) => {
      const { played, sell, booked } = await running();
      const status = {
        ...(kind === 'status' ? { status: 401, body: { message: `token=${storeToken}` } } : {}),
      };
      played.sandbox.faults.add(faultRule.parse({ system: shop, kind, times: 2, ...status }));
      await sell();
      await played.live(hourMs);
      const names = played.sql.exec("SELECT name FROM sqlite_master WHERE type = 'table'");
      const tables = names.map(({ name }) => played.sql.exec(`SELECT * FROM "${String(name)}"`));
      const kept = JSON.stringify([tables, played.logged, played.tasks()]);
      expect(kept).not.toContain(storeToken);
      expect(kept).not.toContain(partnerToken);
      expect(kind === 'status' || booked().length === 1).toBe(true);
    },
  );
});
