/** What was sold and booked by hand before the integration went live, and is touched afterwards. */
import { expect, test } from 'vitest';
import { dayMs, hourMs } from '../../support/durations.ts';
import { type Life, RingWorld } from './ring-world.ts';

const toBooks = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;
const toShop = { from: 'jortt', to: 'ecwid', settings: { statuses: ['sent'] } } as const;

const writes = (world: RingWorld) =>
  world.calls.filter((call) => !call.includes(' GET ') && !call.includes('/oauth-provider/'));

async function touch(world: RingWorld, id: string): Promise<void> {
  const request = new Request(`https://app.ecwid.com/api/v3/1003/orders/${id}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer secret_sandbox', 'content-type': 'application/json' },
    body: JSON.stringify({ privateAdminNotes: 'Belde over garantie' }),
  });
  const answer = await world.sandbox.systems.ecwid.handle(request);
  expect(answer.status).toBe(200);
}

async function pay(world: RingWorld): Promise<void> {
  const [invoice] = world.sandbox.systems.jortt.state().invoices;
  const control = world.sandbox.systems.jortt.control();
  const paid = await control.request(`/invoices/${invoice?.id}/pay`, { method: 'POST', body: '{}' });
  expect(paid.status).toBe(200);
}

function ended(life: Life): string[] {
  return life.ends().map((end) => end.split(' ').slice(1).join(' '));
}

test('an order of before, on which somebody writes a note today, is not booked today', async () => {
  const world = new RingWorld();
  const id = await world.sellInEcwid();
  await world.clock.advance(2 * dayMs);
  const mugs = await world.add('mugs', [toBooks]);
  await touch(world, id);
  await world.live(2 * hourMs);
  expect(writes(world)).toEqual([]);
  expect(new Set(ended(mugs))).toEqual(new Set(['skipped placed_before']));
});

test('an invoice of before, paid today, makes no order in the shop today', async () => {
  const world = new RingWorld();
  await world.sellIn('jortt');
  await world.clock.advance(2 * dayMs);
  const mugs = await world.add('mugs', [toShop]);
  await pay(world);
  await world.live(2 * hourMs);
  expect(writes(world)).toEqual([]);
  expect(new Set(ended(mugs))).toEqual(new Set(['skipped placed_before']));
});

test('what a person names, or since when, is booked all the same', async () => {
  const world = new RingWorld();
  const id = await world.sellInEcwid();
  await world.clock.advance(2 * dayMs);
  const mugs = await world.add('mugs', [toBooks]);
  mugs.integration.sync('orders', { keys: [id] });
  await world.live(hourMs);
  expect(world.counts).toEqual({ ecwid: 1, jortt: 1, magento: 0 });
});

test('a flow that was taken out and is put back begins at that moment', async () => {
  const world = new RingWorld();
  const mugs = await world.add('mugs', [toBooks, toShop]);
  const document = mugs.integration.reports.view();
  const { name, connections } = document;
  await mugs.integration.configure({ name, connections, flows: [{ flow: 'orders', ...toShop }] });
  const id = await world.sellInEcwid();
  await world.clock.advance(dayMs);
  await mugs.integration.configure({
    ...{ name, connections },
    flows: [
      { flow: 'orders', ...toShop },
      { flow: 'orders', ...toBooks },
    ],
  });
  await touch(world, id);
  await world.live(2 * hourMs);
  expect(world.counts).toEqual({ ecwid: 1, jortt: 0, magento: 0 });
});
