import { describe, expect, test } from 'vitest';
import { hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';

describe('polling', () => {
  const polled = { every: '5m' };
  const pages = (simulation: Simulation) =>
    simulation.outside.calls.filter((call) => call === 'GET ecwid /orders').length;

  /** Few calls a run: enough to poll, not enough to begin a task. */
  async function reading(flow: object = polled): Promise<Simulation> {
    const simulation = new Simulation();
    simulation.budget = { calls: 7, ms: 60_000 };
    return simulation.configured({ ...flow });
  }

  test('finds what no webhook told of, and books it once', async () => {
    const simulation = await new Simulation().configured(polled);
    await simulation.live(minuteMs);
    for (const id of ['SO-1', 'SO-2', 'SO-3']) simulation.outside.sell(id);
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-2', 'SO-3']);
    expect(simulation.tasks()).toHaveLength(3);
  });

  test('250 orders with one timestamp, over three pages: none missed, none twice', async () => {
    const simulation = await reading();
    await simulation.run();
    for (let number = 0; number < 250; number++) simulation.outside.sell(`SO-${number}`);
    await simulation.clock.advance(5 * minuteMs);
    simulation.outside.calls.length = 0;
    await simulation.run();
    expect(pages(simulation)).toBe(3);
    expect(simulation.tasks()).toHaveLength(250);
    expect(new Set(simulation.tasks().map(({ key }) => key)).size).toBe(250);
    await simulation.clock.advance(5 * minuteMs);
    await simulation.run();
    expect(simulation.tasks()).toHaveLength(250);
  });

  test('rows that leave the window while it is read shift the others: still none is missed', async () => {
    const simulation = await reading();
    const { outside, clock } = simulation;
    await simulation.run();
    for (let number = 0; number < 250; number++) outside.sell(`SO-${number}`);
    await clock.advance(5 * minuteMs);
    let listed = 0;
    outside.interfere = (call) => {
      if (call === 'GET ecwid /orders' && ++listed === 2) {
        // Thirty orders of the first page are changed: they are later than the window's end.
        const later = Math.floor(clock.now() / 1000) + 60;
        const first = [...outside.orders.keys()].sort().slice(0, 30);
        for (const id of first) Object.assign(outside.orders.get(id) ?? {}, { updateTimestamp: later });
      }
      return undefined;
    };
    await simulation.run();
    for (let turn = 0; turn < 4; turn++) {
      await clock.advance(5 * minuteMs);
      await simulation.run();
    }
    expect(new Set(simulation.tasks().map(({ key }) => key)).size).toBe(250);
  });

  test.each([-90, 0, 90])(
    'a shop whose clock is %i s off loses nothing and is read twice for nothing',
    async (seconds) => {
      const simulation = await new Simulation().configured(polled);
      const { outside, clock } = simulation;
      // A clock may be this far behind: what is sold right after the start seems to be of before it.
      await simulation.live(2 * minuteMs);
      const expected: string[] = [];
      for (let number = 0; number < 12; number++) {
        const at = Math.floor(clock.now() / 1000) + seconds;
        outside.sell(`SO-${number}`, { createTimestamp: at, updateTimestamp: at });
        expected.push(`SO-${number}`);
        await simulation.live(97_000);
      }
      await simulation.live(hourMs);
      expect(invoices(simulation)).toEqual(expected.sort());
      expect(simulation.tasks()).toHaveLength(12);
    },
  );

  test('an empty page in an empty shop moves the cursor and nothing else', async () => {
    const simulation = await reading();
    await simulation.run();
    const before = simulation.stores.cursors.get('orders:shop:books')?.since ?? 0;
    await simulation.clock.advance(5 * minuteMs);
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')).toMatchObject({
      since: before + 5 * minuteMs,
      until: null,
      page: null,
      problem: null,
    });
    expect(simulation.tasks()).toEqual([]);
  });

  test('a death between two pages goes on at the page, and the cursor has not moved before', async () => {
    const simulation = await reading();
    await simulation.run();
    const { since } = simulation.stores.cursors.get('orders:shop:books') ?? {};
    for (let number = 0; number < 250; number++) simulation.outside.sell(`SO-${number}`);
    await simulation.clock.advance(5 * minuteMs);
    simulation.budget = { calls: 1, ms: 60_000 };
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')).toMatchObject({
      since,
      page: expect.any(String),
    });
    await simulation.open();
    simulation.budget = { calls: 7, ms: 60_000 };
    simulation.outside.calls.length = 0;
    await simulation.run();
    expect(pages(simulation)).toBe(2);
    expect(simulation.tasks()).toHaveLength(250);
  });

  test('a page that fails is asked for again, from the same place', async () => {
    const simulation = await reading();
    await simulation.run();
    simulation.outside.sell('SO-1');
    await simulation.clock.advance(5 * minuteMs);
    simulation.outside.interfere = (call) =>
      call === 'GET ecwid /orders' ? new Response('', { status: 502 }) : undefined;
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')).toMatchObject({ failures: 1 });
    expect(simulation.integration.reports.view().problems).toMatchObject([
      { code: 'server_error', flow: 'orders:shop:books' },
    ]);
    simulation.outside.interfere = () => undefined;
    await simulation.clock.advance(minuteMs);
    await simulation.run();
    expect(simulation.tasks()).toHaveLength(1);
    expect(simulation.integration.reports.view().problems).toEqual([]);
  });

  test('the rate limit is no problem of a poll', async () => {
    const simulation = await reading();
    await simulation.run();
    await simulation.clock.advance(5 * minuteMs);
    simulation.outside.interfere = (call) =>
      call === 'GET ecwid /orders'
        ? Response.json({}, { status: 429, headers: { 'retry-after': '30' } })
        : undefined;
    await simulation.run();
    simulation.outside.interfere = () => undefined;
    await simulation.integration.sync('orders', {});
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')).toMatchObject({ failures: 0, problem: null });
    await simulation.clock.advance(31_000);
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')?.since).toBe(simulation.clock.now());
  });

  test('a flow with webhooks is read once, from its beginning on, and then not any more', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(3 * hourMs);
    expect(pages(simulation)).toBe(1);
  });
});
