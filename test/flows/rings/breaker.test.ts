/** A loop that nothing tells: no links in common, and somebody takes all marks away. */
import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { RingWorld } from './ring-world.ts';

const toBooks = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;
const toShop = { from: 'jortt', to: 'ecwid' } as const;

test('two deployments whose marks a module of the shop wipes out: it stops by itself, and a person is told', async () => {
  const world = new RingWorld();
  world.after = async (call) => {
    if (!/POST ecwid .*\/orders$/.test(call)) return;
    const { id } = world.documents.ecwid.at(-1) ?? {};
    const request = new Request(`https://app.ecwid.com/api/v3/1003/orders/${id}`, {
      method: 'PUT',
      headers: { authorization: 'Bearer secret_sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({ privateAdminNotes: '' }),
    });
    await world.sandbox.systems.ecwid.handle(request);
  };
  await world.add('theirs', [toShop], 'alone');
  const ours = await world.add('ours', [toBooks], 'alone');
  await world.sellInEcwid();
  await world.live(6 * hourMs);
  expect(world.counts.ecwid).toBeLessThanOrEqual(12);
  const problems = ours.integration.reports.view().problems.map(({ code }) => code);
  expect(problems).toEqual(['looks_like_a_loop']);
});

test('somebody who does order as often is booked when a person retries', async () => {
  const world = new RingWorld();
  const mugs = await world.add('mugs', [toBooks]);
  for (let sale = 0; sale < 11; sale++) {
    await world.sellInEcwid();
    await world.live(minuteMs);
  }
  expect(world.counts).toEqual({ ecwid: 11, jortt: 10, magento: 0 });
  const [parked] = mugs.tasks().filter(({ state }) => state === 'parked');
  mugs.integration.retry(Number(parked?.id));
  await world.live(10 * minuteMs);
  expect(world.counts).toEqual({ ecwid: 11, jortt: 11, magento: 0 });
});
