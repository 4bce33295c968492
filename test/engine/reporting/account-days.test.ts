/** Days are those of the shop: half past midnight there is the day after, whatever day it is in UTC. */
import { expect, test } from 'vitest';
import { countToday } from '../../../src/ui/parts/today.ts';
import { document, hourMs, minuteMs, Simulation } from '../../support/simulation.ts';

const polled = { every: '5m', settings: { paymentStatuses: ['PAID'] } };
const unpaid = { paymentStatus: 'AWAITING_PAYMENT' };

/** A link with a shop in this zone, whose account was read, at this moment. */
async function linkAt(timeZone: string, moment: string): Promise<Simulation> {
  const simulation = await new Simulation().open();
  simulation.outside.timeZone = timeZone;
  await simulation.integration.configure(document(polled));
  await simulation.live(minuteMs);
  await simulation.live(Date.parse(moment) - simulation.clock.now());
  return simulation;
}

async function sell(simulation: Simulation, id: string, fields: object = {}): Promise<void> {
  simulation.outside.sell(id, { ...fields });
  await simulation.hook(id);
  await simulation.live(minuteMs);
}

test('at 00:30 in Amsterdam an order is one of today: in what was done today, in amounts, in insights', async () => {
  const simulation = await linkAt('Europe/Amsterdam', '2026-03-02T22:30:00Z');
  await sell(simulation, 'EVENING');
  await simulation.live(Date.parse('2026-03-02T23:30:00Z') - simulation.clock.now());
  await sell(simulation, 'NIGHT-1');
  await sell(simulation, 'NIGHT-2');
  const { reports } = simulation.integration;
  const view = reports.view();
  expect([view.today, countToday(view, 'done')]).toEqual(['2026-03-03', 2]);
  expect(reports.insights.glance(1)).toMatchObject({ today: '2026-03-03', booked: [{ count: 2 }] });
  expect(reports.orders.amounts({ by: 'day' }).map(({ period, count }) => [period, count])).toEqual([
    ['2026-03-02', 1],
    ['2026-03-03', 2],
  ]);
});

test('amounts are of 30 days and today where nobody says otherwise', async () => {
  const simulation = await linkAt('Europe/Amsterdam', '2026-03-02T23:30:00Z');
  await sell(simulation, 'FIRST');
  await simulation.clock.runUntil(simulation.clock.now() + 30 * 24 * hourMs);
  const orders = () => simulation.integration.reports.orders;
  expect(orders().amounts({ by: 'day' })).toMatchObject([{ period: '2026-03-03' }]);
  await simulation.clock.runUntil(simulation.clock.now() + 24 * hourMs);
  expect(orders().amounts({ by: 'day' })).toEqual([]);
  expect(orders().amounts({ by: 'day', to: '2026-03-03' })).toMatchObject([{ period: '2026-03-03' }]);
});

test('a day on which all was left out is told when it is over in New York, and not in London', async () => {
  const simulation = await linkAt('America/New_York', '2026-03-03T15:00:00Z');
  await sell(simulation, 'PAID');
  await simulation.live(Date.parse('2026-03-04T20:00:00Z') - simulation.clock.now());
  await sell(simulation, 'UNPAID', unpaid);
  const codes = () => simulation.integration.reports.view().problems.map(({ code }) => code);
  await simulation.live(Date.parse('2026-03-05T01:00:00Z') - simulation.clock.now());
  expect(codes()).toEqual([]);
  await simulation.live(Date.parse('2026-03-05T05:30:00Z') - simulation.clock.now());
  expect(codes()).toEqual(['all_skipped']);
});
