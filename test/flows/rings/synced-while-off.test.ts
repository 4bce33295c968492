/** A flow that is off has not begun: a sync that a person asks for meanwhile names a moment, and takes no bound away. */
import { expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { documentOf, type Life, RingWorld } from './ring-world.ts';

const toBooks = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;
const dayMs = 24 * hourMs;

/** Switched off before it ever began. `old` was placed three days before. */
async function off(): Promise<{ world: RingWorld; life: Life; old: string }> {
  const world = new RingWorld();
  const old = await world.sellInEcwid();
  await world.live(3 * dayMs);
  const life = await world.add('mugs', [{ ...toBooks, enabled: false }]);
  return { world, life, old };
}

async function switchedOn(world: RingWorld, life: Life): Promise<void> {
  await life.integration.configure(documentOf([toBooks]));
  await world.live(hourMs);
}

/** An old order is touched. */
async function touch(world: RingWorld, id: string): Promise<void> {
  await world.sandbox.systems.ecwid.control().request(`/orders/${id}/notify`, { method: 'POST', body: '{}' });
  await world.live(hourMs);
}

test.each([
  ['of what is new', () => ({})],
  ['since an hour ago', (now: number) => ({ since: new Date(now - hourMs).toISOString() })],
  ['of one order', () => ({ keys: ['NONE'] })],
])('by a sync %s nothing older is booked', async (_, request) => {
  const { world, life, old } = await off();
  life.integration.sync('orders', request(world.clock.now()));
  await world.live(hourMs);
  await switchedOn(world, life);
  await touch(world, old);
  expect(life.ends()).toContain('orders:ecwid:jortt skipped placed_before');
  expect(world.counts.jortt).toBe(0);
  await world.sellInEcwid();
  await world.live(hourMs);
  expect(world.counts.jortt).toBe(1);
});

test('what was asked for is brought across when it is switched on', async () => {
  const { world, life } = await off();
  life.integration.sync('orders', { since: new Date(world.clock.now() - 4 * dayMs).toISOString() });
  await world.live(hourMs);
  await switchedOn(world, life);
  expect(world.counts.jortt).toBe(1);
});
