/** Orders both ways in one integration: what Koppel made itself is not carried back. */
import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { RingWorld } from './ring-world.ts';

const bothWays = [
  ['final, sent only', { state: 'sent' }, { statuses: ['sent'] }],
  ['with no settings at all', {}, {}],
] as const;

test.each(bothWays)('%s: a sale in the shop is one order and one invoice', async (_, there, back) => {
  const world = new RingWorld();
  await world.add('mugs', [
    { from: 'ecwid', to: 'jortt', settings: there },
    { from: 'jortt', to: 'ecwid', settings: back },
  ]);
  await world.sellInEcwid();
  await world.live(6 * hourMs);
  expect(world.counts).toEqual({ ecwid: 1, jortt: 1, magento: 0 });
});

test.each(bothWays)('%s: an invoice of the books is one invoice and one order', async (_, there, back) => {
  const world = new RingWorld();
  const mugs = await world.add('mugs', [
    { from: 'ecwid', to: 'jortt', settings: there },
    { from: 'jortt', to: 'ecwid', settings: back },
  ]);
  await world.sellIn('jortt');
  await world.live(6 * hourMs);
  expect(world.counts).toEqual({ ecwid: 1, jortt: 1, magento: 0 });
  expect(mugs.ends()).toContain('orders:ecwid:jortt skipped made_by_koppel');
});

test('between two shops, sales on both sides', async () => {
  const world = new RingWorld();
  await world.add('mugs', [
    { from: 'ecwid', to: 'magento' },
    { from: 'magento', to: 'ecwid' },
  ]);
  await world.sellInEcwid();
  await world.sellIn('magento', 2);
  await world.live(6 * hourMs);
  expect(world.counts).toEqual({ ecwid: 3, jortt: 0, magento: 3 });
});

test('between two shops, each sale counts once, and is apart from nothing', async () => {
  const world = new RingWorld();
  const mugs = await world.add('mugs', [
    { from: 'ecwid', to: 'magento' },
    { from: 'magento', to: 'ecwid' },
  ]);
  await world.sellInEcwid();
  await world.sellIn('magento', 2);
  await world.live(6 * hourMs);
  const { insights, orders } = mugs.integration.reports;
  const { days } = insights.period({});
  expect(days.reduce((all, { count }) => all + count, 0)).toBe(3);
  const [month] = insights.reconciliation({ month: '2026-03' }).currencies;
  expect(month).toMatchObject({ shop: { count: 3 }, leftOut: { count: 0 }, books: { count: 3 } });
  expect(insights.apart({ month: '2026-03' }, undefined, 99).items).toEqual([]);
  // They can be looked up.
  expect(orders.list({ state: 'skipped' }, 99).items).toHaveLength(3);
});

test('a credit that Koppel made is not carried back, nor what it credits', async () => {
  const world = new RingWorld();
  await world.add('mugs', [
    { from: 'ecwid', to: 'jortt', settings: { state: 'sent', refunds: 'credit' } },
    { from: 'jortt', to: 'ecwid' },
  ]);
  const id = await world.sellInEcwid();
  await world.live(hourMs);
  const control = world.sandbox.systems.ecwid.control();
  await control.request(`/orders/${id}`, { method: 'PATCH', body: JSON.stringify({ refund: {} }) });
  await world.live(6 * hourMs);
  expect(world.counts).toEqual({ ecwid: 1, jortt: 2, magento: 0 });
});

test('what was booked by hand and adopted stands for its order: it is not carried back either', async () => {
  const world = new RingWorld();
  const id = await world.sellInEcwid();
  // Koppel of before booked it; what it knew is lost.
  const first = await world.add(
    'first',
    [{ from: 'ecwid', to: 'jortt', settings: { state: 'sent' } }],
    'alone',
  );
  first.integration.sync('orders', { keys: [id] });
  await world.live(10 * minuteMs);
  expect(world.counts).toEqual({ ecwid: 1, jortt: 1, magento: 0 });
  await first.integration.setState('paused');
  const second = await world.add(
    'second',
    [
      { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } },
      { from: 'jortt', to: 'ecwid' },
    ],
    'alone',
  );
  second.integration.sync('orders:ecwid:jortt', { keys: [id] });
  await world.live(10 * minuteMs);
  expect(second.ends()).toContain('orders:ecwid:jortt skipped found');
  second.integration.sync('orders:jortt:ecwid', { since: '2026-03-01' });
  await world.live(2 * hourMs);
  expect(second.ends()).toContain('orders:jortt:ecwid skipped made_by_koppel');
  expect(world.counts).toEqual({ ecwid: 1, jortt: 1, magento: 0 });
});
