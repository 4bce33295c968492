import { describe, expect, test } from 'vitest';
import { hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';

describe('sync', () => {
  test('with keys brings these records, now', async () => {
    const simulation = await new Simulation().configured();
    simulation.outside.sell('SO-1');
    expect(simulation.integration.sync('orders', { keys: ['SO-1', 'SO-1', 'SO-9'] })).toEqual({ queued: 3 });
    await simulation.live(minuteMs);
    expect(simulation.states()).toEqual(['SO-1 done', 'SO-9 skipped']);
  });

  test('answers what it is going to do: how many records, or which stretch of which system', async () => {
    const simulation = await new Simulation().configured({ every: '5m' });
    const { outside, clock, integration } = simulation;
    await simulation.live(minuteMs);
    const since = new Date(clock.now() - 48 * hourMs).toISOString();
    const until = new Date(clock.now()).toISOString();
    const window = { from: 'shop', system: 'Ecwid by Lightspeed', since, until };
    expect(integration.sync('orders', { keys: ['SO-1'] })).toEqual({ queued: 1 });
    expect(integration.sync('orders', { since })).toEqual({
      queued: 0,
      window: { ...window, pending: false },
    });
    const updated = Math.floor(clock.now() / 1000) - 3600;
    for (let number = 0; number < 250; number++) outside.sell(`SO-${number}`, { updateTimestamp: updated });
    simulation.budget = { calls: 1, ms: 60_000 };
    await simulation.run();
    const later = new Date(clock.now()).toISOString();
    expect(integration.sync('orders', { since: later, keys: ['SO-1'] })).toEqual({
      queued: 1,
      window: { ...window, until: later, pending: true },
    });
  });

  test('since a moment reads everything changed since, over its pages, also over a death', async () => {
    const simulation = new Simulation();
    const { outside, clock } = simulation;
    const old = Math.floor(clock.now() / 1000) - 30 * 24 * 3600;
    for (let number = 0; number < 130; number++) {
      outside.sell(`SO-${number}`, { createTimestamp: old + number, updateTimestamp: old + number });
    }
    outside.sell('SO-OLDER', { createTimestamp: old - 86_400, updateTimestamp: old - 86_400 });
    await simulation.configured();
    await simulation.live(minuteMs);
    expect(simulation.tasks()).toEqual([]);
    simulation.integration.sync('orders', { since: new Date(old * 1000).toISOString() });
    simulation.budget = { calls: 1, ms: 60_000 };
    await simulation.run();
    expect(simulation.integration.reports.view().progress).toMatchObject([{ reading: true }]);
    await simulation.open();
    simulation.budget = { calls: 7, ms: 60_000 };
    await simulation.run();
    expect(simulation.tasks()).toHaveLength(130);
    expect(simulation.integration.reports.view().progress).toMatchObject([{ reading: false }]);
  });

  test('of years lets new orders through while it reads', async () => {
    const simulation = await new Simulation().configured();
    simulation.budget = { calls: 21, ms: 60_000 };
    const { outside, clock } = simulation;
    await simulation.run();
    const old = Math.floor(clock.now() / 1000) - 30 * 24 * 3600;
    const placed = { paymentStatus: 'INCOMPLETE', createTimestamp: old, updateTimestamp: old };
    for (let number = 0; number < 5_000; number++) outside.sell(`SO-${number}`, placed);
    simulation.integration.sync('orders', { since: new Date(old * 1000).toISOString() });
    outside.sell('SO-NEW');
    await simulation.hook('SO-NEW');
    await simulation.run();
    await simulation.run();
    expect(simulation.integration.reports.view().progress).toMatchObject([{ reading: true }]);
    expect(invoices(simulation)).toEqual([outside.orders.get('SO-NEW')?.id]);
  });

  test('asked for while a page is read is not forgotten, whether the page succeeds or fails', async () => {
    for (const status of [200, 502]) {
      const simulation = await new Simulation().configured({ every: '5m' });
      simulation.budget = { calls: 7, ms: 60_000 };
      const { outside, clock } = simulation;
      await simulation.run();
      const old = Math.floor(clock.now() / 1000) - 10 * 24 * 3600;
      outside.sell('SO-OLD', { createTimestamp: old, updateTimestamp: old });
      await clock.advance(5 * minuteMs);
      let asked = false;
      outside.interfere = (call) => {
        if (call !== 'GET ecwid /orders' || asked) return undefined;
        asked = true;
        simulation.integration.sync('orders', { since: new Date(old * 1000).toISOString() });
        return status === 200 ? undefined : Response.json({}, { status: 422 });
      };
      await simulation.live(minuteMs);
      expect(simulation.tasks().map(({ key }) => key)).toContain('SO-OLD');
    }
  });

  test('of a day does not pass over what trouble has kept from being polled for longer', async () => {
    const simulation = await new Simulation().configured({ every: '5m' });
    simulation.budget = { calls: 7, ms: 60_000 };
    const { outside, clock } = simulation;
    await simulation.live(minuteMs);
    outside.down.add('ecwid');
    await simulation.live(hourMs);
    outside.sell('SO-1');
    await simulation.live(72 * hourMs);
    outside.down.clear();
    simulation.integration.sync('orders', { since: new Date(clock.now() - 24 * hourMs).toISOString() });
    await simulation.live(15 * minuteMs);
    expect(simulation.tasks().map(({ key }) => key)).toEqual(['SO-1']);
  });

  test('of a flow that is not there is told so', async () => {
    const simulation = await new Simulation().configured();
    expect(() => simulation.integration.sync('stock', {})).toThrow('no such flow');
  });
});
