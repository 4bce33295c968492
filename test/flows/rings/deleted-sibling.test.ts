/** The integration that made an order is deleted, with all that it knew. */
import { expect, test } from 'vitest';
import { hourMs, secondMs } from '../../support/durations.ts';
import { shopDeeds } from '../../support/shop-deeds.ts';
import { RingWorld } from './ring-world.ts';

const there = { from: 'jortt', to: 'ecwid' } as const;
const back = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;

test('what it made is nobody’s sale when it is paid later', async () => {
  const world = new RingWorld();
  const maker = await world.add('maker', [back]);
  const reader = await world.add('reader', [there]);
  await world.sellInEcwid();
  await world.live(2 * hourMs);
  expect(reader.ends()).toEqual(['orders:jortt:ecwid skipped made_by_koppel']);
  world.remove(maker);
  const [invoice] = world.sandbox.systems.jortt.state().invoices;
  await shopDeeds(world.sandbox.systems).inBooks('POST', `/invoices/${invoice?.id}/pay`);
  await world.live(2 * hourMs);
  expect(reader.ends()).toEqual(Array(2).fill('orders:jortt:ecwid skipped made_by_koppel'));
  expect(world.counts).toEqual({ ecwid: 1, jortt: 1, magento: 0 });
});

test('what it made just before, and nobody has seen yet, is nobody’s sale either', async () => {
  const world = new RingWorld();
  const maker = await world.add('maker', [back]);
  const reader = await world.add('reader', [there]);
  await world.sellInEcwid();
  await world.live(secondMs);
  expect(world.counts.jortt).toBe(1);
  expect(reader.ends()).toEqual([]);
  world.remove(maker, 'told');
  await world.live(2 * hourMs);
  expect(reader.ends()).toEqual(['orders:jortt:ecwid skipped made_by_koppel']);
  expect(world.counts).toEqual({ ecwid: 1, jortt: 1, magento: 0 });
  // A person's invoice is a sale as ever.
  await world.sellIn('jortt');
  await world.live(hourMs);
  expect(world.counts).toEqual({ ecwid: 2, jortt: 2, magento: 0 });
});
