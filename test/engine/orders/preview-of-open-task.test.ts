/** A preview of a record whose task is open shows what that task would do, and not what a notice of today would. */
import { expect, test } from 'vitest';
import { RingWorld } from '../../flows/rings/ring-world.ts';
import { hourMs } from '../../support/durations.ts';

const books = {
  from: 'ecwid',
  to: 'jortt',
  settings: { state: 'sent', customer: { create: false } },
} as const;

test('an old order that a person asked for is not too old', async () => {
  const world = new RingWorld();
  const old = await world.sellInEcwid();
  await world.live(2 * hourMs);
  const mugs = await world.add('mugs', [books]);
  const preview = () => world.clock.settle(mugs.integration.preview('orders', old));
  expect(await preview()).toMatchObject({ skips: { code: 'placed_before' }, problem: null });
  mugs.integration.sync('orders', { keys: [old] });
  await world.live(hourMs);
  expect(mugs.tasks().map(({ problem }) => problem?.code)).toEqual(['customer_missing']);
  expect(await preview()).toMatchObject({ skips: null, problem: { code: 'customer_missing' } });
});

test('one that is too old is left out though its document is found', async () => {
  const world = new RingWorld();
  const old = await world.sellInEcwid();
  const before = await world.add('before', [{ ...books, settings: { state: 'sent' } }], 'alone');
  before.integration.sync('orders', { keys: [old] });
  await world.live(2 * hourMs);
  expect(world.counts.jortt).toBe(1);
  world.remove(before);
  const mugs = await world.add('mugs', [books], 'alone');
  const preview = await world.clock.settle(mugs.integration.preview('orders', old));
  await world.sandbox.systems.ecwid
    .control()
    .request(`/orders/${old}/notify`, { method: 'POST', body: '{}' });
  await world.live(hourMs);
  expect(mugs.ends()).toEqual(['orders:ecwid:jortt skipped placed_before']);
  expect(preview).toMatchObject({ skips: { code: 'placed_before' } });
});
