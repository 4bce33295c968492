/** A customer of the way back that an order may have made, while nobody knows what became of that order. */
import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { RingWorld } from './ring-world.ts';

test('waits without asking each minute, and goes on as soon as the order is settled', async () => {
  const world = new RingWorld();
  let isBlocked = false;
  world.during = async (call, work) => {
    if (/POST jortt \/v3\/customers$/.test(call)) {
      await work();
      isBlocked = true;
      return new Response(null, { status: 503 });
    }
    return isBlocked && /GET jortt \/v3\/customers$/.test(call)
      ? new Response('{}', { status: 422 })
      : work();
  };
  const both = await world.add('both', [
    { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } },
    { flow: 'customers', from: 'jortt', to: 'ecwid' },
  ]);
  await world.sellInEcwid();
  await world.live(20 * minuteMs);
  const orders = () => both.tasks().filter(({ flow }) => flow === 'orders');
  expect(orders()).toMatchObject([{ state: 'parked' }]);
  isBlocked = false;
  const tries = () => both.ends().filter((end) => end.startsWith('customers:jortt:ecwid'));
  await world.live(10 * hourMs);
  expect(new Set(tries())).toEqual(new Set(['customers:jortt:ecwid waiting outcome_unknown']));
  expect(tries().length).toBeLessThan(12);
  both.integration.retry(Number(orders()[0]?.id));
  await world.live(minuteMs);
  expect(orders()).toMatchObject([{ state: 'done' }]);
  expect(tries().at(-1)).toMatch(/^customers:jortt:ecwid (done|skipped) /);
});
