import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const list = 'GET magento /rest/V1/orders';

const document = {
  name: 'Mugs',
  connections: {
    shop: { connector: 'magento', credentials: credentials.magento },
    books: { connector: 'jortt', credentials: credentials.jortt },
  },
  flows: [{ flow: 'orders', from: 'shop', to: 'books', every: '5m', settings: { state: 'sent' } }],
};

/** A shop with its books, polled every five minutes, that has been running for a while. */
async function running(settings: Record<string, unknown> = {}): Promise<PlayedSystems> {
  const played = new PlayedSystems(hosts);
  played.sandbox.standIn('magento')?.change(settings);
  await played.configured(document);
  await played.live(minuteMs);
  return played;
}

const placed = z.object({ ids: z.array(z.string()) });
const expectations = z.array(z.object({ id: z.string(), number: z.string(), bookable: z.boolean() }));
const books = z.object({ invoices: z.array(z.object({ reference: z.string() })) });

async function sell(played: PlayedSystems, count: number): Promise<string[]> {
  return placed.parse(await played.control('magento', 'POST', '/orders', { count, profile: 'simple' })).ids;
}

/** Every order is in the books, once. */
async function expectAllOnce(played: PlayedSystems): Promise<void> {
  const sold = expectations.parse(await played.control('magento', 'GET', '/expectations'));
  const { invoices } = books.parse(played.sandbox.standIn('jortt')?.state());
  expect(invoices.map(({ reference }) => reference).sort()).toEqual(sold.map(({ number }) => number).sort());
  expect(played.tasks().filter(({ state }) => state !== 'done' && state !== 'skipped')).toEqual([]);
}

describe('a Magento shop that is polled', () => {
  test.each(['last', 'empty'])(
    'with more orders in one second than a page holds is read whole, whatever follows its last page (%s)',
    async (pageBeyondEnd) => {
      const played = await running({ pageBeyondEnd, shuffleUnsorted: true });
      const ids = await sell(played, 230);
      await played.control('magento', 'POST', '/same-moment', { ids });
      await played.live(hourMs);
      await expectAllOnce(played);
      expect(played.tasks()).toHaveLength(230);
    },
  );

  test('with the limits of its Web API switched on is read whole', async () => {
    const played = await running({ maxPageSize: 300, defaultPageSize: 20 });
    const ids = await sell(played, 170);
    await played.control('magento', 'POST', '/same-moment', { ids: ids.slice(10, 150) });
    await played.live(hourMs);
    await expectAllOnce(played);
  });

  test('whose orders change while they are read, on pages read and to be read, loses none', async () => {
    const played = await running();
    const ids = await sell(played, 230);
    let pages = 0;
    played.interfere = async (call) => {
      if (call !== list || ++pages !== 2) return;
      for (const id of [...ids.slice(0, 30), ...ids.slice(150, 170)]) {
        await played.control('magento', 'PATCH', `/orders/${id}`, { ship: true });
      }
      await sell(played, 5);
    };
    await played.live(hourMs);
    expect(pages).toBeGreaterThan(3);
    await expectAllOnce(played);
  });

  test('with nothing new answers an empty page, which makes no task and moves the cursor', async () => {
    const played = await running();
    const before = played.stores.cursors.get('orders:shop:books')?.since ?? 0;
    await played.live(5 * minuteMs);
    const after = played.stores.cursors.get('orders:shop:books');
    expect(after?.since).toBeGreaterThan(before);
    expect(after).toMatchObject({ page: null, until: null, problem: null });
    expect(played.tasks()).toEqual([]);
  });

  test.each([-90_000, 90_000])(
    'whose clock is %i ms off loses none and has none booked twice',
    async (skew) => {
      const played = await running({ clockSkewMs: skew });
      await played.live(2 * minuteMs);
      for (let turn = 0; turn < 12; turn++) {
        await sell(played, 1);
        await played.live(97_000);
      }
      await played.live(hourMs);
      await expectAllOnce(played);
      expect(played.tasks()).toHaveLength(12);
    },
  );
});
