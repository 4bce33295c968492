/** Another integration of the deployment made it: asleep, silent, or of a deployment that nobody knows. */
import { expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { RingWorld } from './ring-world.ts';

const there = { from: 'jortt', to: 'ecwid' } as const;
const back = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;

test('one that sleeps is woken by the question', async () => {
  const world = new RingWorld();
  const maker = await world.add('maker', [back]);
  const reader = await world.add('reader', [there]);
  await world.sellInEcwid();
  let sleeps = 0;
  world.before = (call) => {
    if (!/^reader GET jortt \/v3\/invoices\/.+/.test(call)) return;
    sleeps++;
    maker.die();
  };
  await world.live(hourMs);
  expect(sleeps).toBeGreaterThan(0);
  expect(world.connected.asked).toContainEqual(expect.stringMatching(/^reader asks maker: ownWork /));
  expect(reader.ends().at(-1)).toBe('orders:jortt:ecwid skipped made_by_koppel');
  expect(world.counts).toEqual({ ecwid: 1, jortt: 1, magento: 0 });
});

test('one that does not answer makes orders wait, seldom asked, and nothing is made in between', async () => {
  const world = new RingWorld();
  await world.add('maker', [there]);
  const reader = await world.add('reader', [back]);
  await world.sellIn('jortt', 5);
  world.connected.reach = (id) => {
    if (id === 'maker') throw new Error('The object is overloaded.');
  };
  await world.live(hourMs);
  const own = await world.sellInEcwid();
  world.calls.length = 0;
  await world.live(3 * hourMs);
  expect(world.counts).toEqual({ ecwid: 6, jortt: 5, magento: 0 });
  expect(reader.tasks().map(({ state, problem }) => [state, problem?.code])).toEqual(
    Array.from({ length: 6 }, () => ['waiting', 'sibling_silent']),
  );
  // Polls aside, it is asked at growing intervals, and no order is read for it.
  expect(world.calls.filter((call) => /^reader GET ecwid .*\/orders\/.+/.test(call))).toEqual([]);
  expect(world.connected.asked.filter((each) => each.startsWith('reader')).length).toBeLessThan(60);
  world.connected.reach = () => undefined;
  await world.live(hourMs);
  expect(world.counts).toEqual({ ecwid: 6, jortt: 6, magento: 0 });
  expect(world.documents.jortt.filter(({ reference }) => reference === own)).toHaveLength(1);
});

test('of another deployment, it is told by the mark in the notes of the staff', async () => {
  const world = new RingWorld();
  await world.add('theirs', [there], 'alone');
  const ours = await world.add('ours', [back], 'alone');
  await world.sellIn('jortt', 2);
  await world.live(6 * hourMs);
  expect(world.counts).toEqual({ ecwid: 2, jortt: 2, magento: 0 });
  expect(new Set(ours.ends())).toEqual(new Set(['orders:ecwid:jortt skipped made_by_koppel']));
});

test('of another deployment, by way of books that have no place for a mark: it ends after one round', async () => {
  const world = new RingWorld();
  await world.add('theirs', [there], 'alone');
  await world.add('ours', [back], 'alone');
  await world.sellInEcwid();
  await world.live(6 * hourMs);
  expect(world.counts).toEqual({ ecwid: 2, jortt: 1, magento: 0 });
});

test('a preview says whose an order is, and makes nothing', async () => {
  const world = new RingWorld();
  await world.add('maker', [there]);
  const reader = await world.add('reader', [back]);
  await world.sellIn('jortt');
  await world.live(hourMs);
  const [order] = world.documents.ecwid;
  const preview = await world.clock.settle(reader.integration.preview('orders', order?.id ?? ''));
  expect(preview).toMatchObject({ skips: { code: 'made_by_koppel' }, writes: [], problem: null });
});
