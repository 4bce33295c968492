import { describe, expect, test } from 'vitest';
import { customerSource } from '../../../src/connectors/jortt/customers/source.ts';
import { FakeApi, listOf } from '../../connectors/jortt/fake-api.ts';
import { document, hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';
import { Polling } from './polling.ts';

describe('a window that a person asked for', () => {
  const onlyPaid = { every: '10m', settings: { paymentStatuses: ['PAID'] } };
  const openToo = { every: '10m', settings: { paymentStatuses: ['PAID', 'AWAITING_PAYMENT'] } };

  async function leftOut(): Promise<Simulation> {
    const simulation = await new Simulation().configured(onlyPaid);
    await simulation.live(minuteMs);
    simulation.outside.sell('W-8', { paymentStatus: 'AWAITING_PAYMENT' });
    await simulation.live(2 * hourMs);
    expect(simulation.states()).toContain('W-8 skipped');
    return simulation;
  }

  test('takes what the filter of before left out, though it has not changed', async () => {
    const simulation = await leftOut();
    await simulation.integration.configure(document(openToo));
    simulation.integration.sync('orders', { since: '2025-11-01' });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['W-8']);
  });

  test('a poll does not: what was left out is not looked at again for nothing', async () => {
    const simulation = await leftOut();
    const before = simulation.tasks().length;
    await simulation.integration.configure(document(openToo));
    await simulation.live(hourMs);
    expect(simulation.tasks()).toHaveLength(before);
    expect(invoices(simulation)).toEqual([]);
  });

  test('leaves what was booked, and what a person skipped', async () => {
    const simulation = await new Simulation().configured(openToo);
    const { outside } = simulation;
    await simulation.live(minuteMs);
    outside.sell('W-1');
    // Its total is none.
    outside.sell('W-2', { total: 'much' });
    await simulation.live(hourMs);
    const parked = simulation.tasks().find(({ state }) => state === 'parked');
    expect(parked?.key).toBe('W-2');
    simulation.integration.skip(parked?.id ?? 0);
    const before = simulation.tasks().length;
    simulation.integration.sync('orders', { since: '2025-11-01' });
    await simulation.live(hourMs);
    expect(simulation.tasks()).toHaveLength(before);
  });

  test('takes of a list that is compared what was left out, and no poll does', async () => {
    const people = ['c1', 'c2', 'c3'].map((id) => ({ id, customer_name: 'Ann' }));
    const polling = new Polling(new FakeApi((call) => listOf([people], call)), customerSource, 'customers');
    await polling.poll();
    expect(await polling.keys(0)).toEqual(['c1', 'c2', 'c3']);
    polling.sql.exec("UPDATE tasks SET state = 'skipped' WHERE key = 'c2'");
    expect(await polling.keys()).toEqual([]);
    expect(await polling.keys(0)).toEqual(['c2']);
  });
});

describe('since a day', () => {
  const midnight = Date.parse('2026-01-10T00:00:00+01:00');

  /** An order that was placed and last changed then. */
  function sellAt(simulation: Simulation, id: string, at: number): void {
    const seconds = Math.floor(at / 1000);
    const createDate = `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} +0000`;
    simulation.outside.sell(id, { createTimestamp: seconds, updateTimestamp: seconds, createDate });
  }

  test('begins at midnight in the shop, to the second', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(minuteMs);
    sellAt(simulation, 'DAY-BEFORE', midnight - 1_000);
    sellAt(simulation, 'MIDNIGHT', midnight);
    sellAt(simulation, 'EARLY', midnight + 20 * minuteMs);
    simulation.integration.sync('orders', { since: '2026-01-10' });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['EARLY', 'MIDNIGHT']);
  });

  test('leaves what was placed before it, and before the beginning, though it changed since', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(minuteMs);
    sellAt(simulation, 'DAY-BEFORE', midnight - hourMs);
    sellAt(simulation, 'THAT-DAY', midnight + hourMs);
    const shipped = { updateTimestamp: Math.floor(midnight / 1_000) + 7_200 };
    for (const order of simulation.outside.orders.values()) Object.assign(order, shipped);
    simulation.integration.sync('orders', { since: '2026-01-10' });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['THAT-DAY']);
    simulation.integration.sync('orders', { keys: ['DAY-BEFORE'] });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['DAY-BEFORE', 'THAT-DAY']);
  });

  test('leaves nothing of what was placed since the beginning', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(minuteMs);
    simulation.outside.sell('FIRST');
    await simulation.live(30 * 24 * hourMs);
    const shipped = { updateTimestamp: Math.floor(simulation.clock.now() / 1_000) };
    Object.assign(simulation.outside.orders.get('FIRST') ?? {}, shipped);
    const today = new Date(simulation.clock.now()).toISOString().slice(0, 10);
    simulation.integration.sync('orders', { since: today });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['FIRST']);
  });

  test('a moment is that moment, whatever the zone', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(minuteMs);
    sellAt(simulation, 'BEFORE', midnight + 59_000);
    sellAt(simulation, 'AFTER', midnight + 60_000);
    simulation.integration.sync('orders', { since: '2026-01-10T00:01:00+01:00' });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['AFTER']);
  });

  test('leaves nothing out while the zone of the shop is not known yet', async () => {
    const simulation = await new Simulation().configured();
    sellAt(simulation, 'MIDNIGHT', midnight);
    simulation.integration.sync('orders', { since: '2026-01-10' });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['MIDNIGHT']);
  });

  test('after trouble reads also what was still unread', async () => {
    const simulation = await new Simulation().configured({ every: '10m' });
    await simulation.live(minuteMs);
    simulation.outside.down.add('ecwid');
    await simulation.live(hourMs);
    simulation.outside.sell('UNREAD');
    await simulation.live(26 * hourMs);
    simulation.outside.down.delete('ecwid');
    const today = new Date(simulation.clock.now()).toISOString();
    simulation.integration.sync('orders', { since: today });
    await simulation.live(2 * hourMs);
    expect(invoices(simulation)).toEqual(['UNREAD']);
  });
});
