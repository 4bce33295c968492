/** Three integrations over shared accounts whose orders go in a ring. */
import { expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { RingWorld } from './ring-world.ts';

async function ring(): Promise<RingWorld> {
  const world = new RingWorld();
  await world.add('shop-to-books', [{ from: 'ecwid', to: 'jortt', settings: { state: 'sent' } }]);
  await world.add('books-to-other', [{ from: 'jortt', to: 'magento' }]);
  await world.add('other-to-shop', [{ from: 'magento', to: 'ecwid' }]);
  return world;
}

test('each sale goes one step, wherever it was made', async () => {
  const world = await ring();
  await world.sellInEcwid();
  await world.sellIn('jortt', 2);
  await world.sellIn('magento', 3);
  await world.live(6 * hourMs);
  expect(world.counts).toEqual({ ecwid: 1 + 3, jortt: 2 + 1, magento: 3 + 2 });
});

test('it comes to rest: hours later nobody calls any more than to ask what is new', async () => {
  const world = await ring();
  await world.sellInEcwid();
  await world.sellIn('magento');
  await world.live(3 * hourMs);
  world.calls.length = 0;
  await world.live(3 * hourMs);
  const writes = world.calls.filter((call) => !/ GET | \/oauth-provider\//.test(call));
  expect(writes).toEqual([]);
});

test('an integration that was paused, or whose flow was taken out, still knows what it made', async () => {
  const world = new RingWorld();
  const maker = await world.add('books-to-shop', [{ from: 'jortt', to: 'ecwid' }]);
  await world.sellIn('jortt', 2);
  await world.live(hourMs);
  await maker.integration.configure({
    ...{ name: 'Ring', state: 'paused' },
    connections: { jortt: { connector: 'jortt' }, ecwid: { connector: 'ecwid' } },
    flows: [],
  });
  const reader = await world.add('shop-to-books', [
    { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } },
  ]);
  reader.integration.sync('orders', { since: '2026-01-01' });
  await world.live(hourMs);
  expect(world.counts).toEqual({ ecwid: 2, jortt: 2, magento: 0 });
  // Whoever asks for one by its number is not believed either: it was sold once.
  const [order] = world.documents.ecwid;
  reader.integration.sync('orders', { keys: [order?.id ?? ''] });
  await world.live(hourMs);
  expect(world.counts).toEqual({ ecwid: 2, jortt: 2, magento: 0 });
});
