import { describe, expect, test } from 'vitest';
import { dayMs, minuteMs, secondMs } from '../../support/durations.ts';
import { invoices, Simulation } from '../../support/simulation.ts';

const flow = 'orders:shop:books';

interface Backfill {
  readonly orders: number;
  /** So many old orders change while a page is read. */
  readonly changesPerPage: number;
  readonly settings?: Record<string, unknown>;
}

/** A shop with years behind it, on the free plan: everything of it is asked for while it goes on selling. */
async function backfill({ orders, changesPerPage, settings = {} }: Backfill) {
  const simulation = new Simulation();
  simulation.budget = { calls: 45, ms: minuteMs };
  await simulation.configured({ every: '10m', settings });
  const { outside, clock } = simulation;
  await simulation.run();
  const first = Math.floor((clock.now() - 45 * dayMs) / 1000);
  for (let number = 0; number < orders; number++) {
    const at = first + 7 * number;
    outside.sell(`Y${number}`, { createTimestamp: at, updateTimestamp: at });
  }
  let changes = 0;
  let pages = 0;
  outside.interfere = (call) => {
    if (call !== 'GET ecwid /orders') return undefined;
    pages++;
    for (let number = 0; number < changesPerPage; number++) {
      // The newest first, as they are shipped: those that were read already.
      const order = outside.orders.get(`Y${orders - 1 - changes++}`);
      if (order) order.updateTimestamp = Math.floor(clock.now() / 1000) + 1;
    }
    return undefined;
  };
  simulation.integration.sync('orders', { since: new Date(clock.now() - 60 * dayMs).toISOString() });
  /** Returns how long it took until the whole window was read; null when that is not within this time. */
  const read = async (withinMs: number): Promise<number | null> => {
    const began = clock.now();
    while (clock.now() - began < withinMs) {
      await simulation.run();
      await clock.advance(secondMs);
      const cursor = simulation.stores.cursors.get(flow);
      if (cursor?.until === null && cursor.page === null) return clock.now() - began;
    }
    return null;
  };
  return { simulation, outside, read, pages: () => pages };
}

describe('a backfill', () => {
  test.each([0, 1, 30])(
    'ends in a shop where %i orders change with every page, and misses none',
    async (changesPerPage) => {
      const { simulation, read, pages } = await backfill({ orders: 2_200, changesPerPage });
      expect(await read(20 * minuteMs)).not.toBeNull();
      expect(pages()).toBeLessThan(60);
      simulation.outside.interfere = () => undefined;
      // What changed meanwhile is in the next window.
      await simulation.clock.advance(10 * minuteMs);
      expect(await read(minuteMs)).not.toBeNull();
      const [found] = simulation.sql.exec('SELECT count(DISTINCT key) AS keys FROM tasks');
      expect(found).toEqual({ keys: 2_200 });
    },
  );

  test('leaves half of every run to tasks while some are due', async () => {
    const { simulation, outside } = await backfill({ orders: 6_000, changesPerPage: 0 });
    await simulation.run();
    for (let run = 0; run < 2; run++) {
      outside.calls.length = 0;
      await simulation.run();
      const lists = outside.calls.filter((call) => call === 'GET ecwid /orders').length;
      expect(lists).toBeGreaterThan(0);
      expect(lists).toBeLessThanOrEqual(23);
      expect(outside.calls.length - lists).toBeGreaterThan(10);
    }
  });

  test('does not keep an order of today waiting', async () => {
    const { simulation, outside, read } = await backfill({ orders: 1_500, changesPerPage: 2 });
    outside.sell('TODAY');
    await simulation.hook('TODAY');
    await simulation.run();
    await simulation.run();
    expect(invoices(simulation)).toContain('TODAY');
    expect(await read(20 * minuteMs)).not.toBeNull();
  });

  test('lets what is noticed meanwhile go before all that waits of it, in its own order', async () => {
    const { simulation, outside, read } = await backfill({ orders: 1_500, changesPerPage: 0 });
    expect(await read(20 * minuteMs)).not.toBeNull();
    const waiting = () => simulation.stores.openTasks.byState().queued;
    expect(waiting()).toBeGreaterThan(1_000);
    // One of those that wait is changed, two are new.
    const old = simulation.tasks().findLast(({ state }) => state === 'queued')?.key ?? '';
    for (const id of [old, 'FIRST', 'SECOND']) {
      if (id !== old) outside.sell(id);
      await simulation.hook(id);
      await simulation.clock.advance(secondMs);
    }
    const queue = simulation.tasks().filter(({ state }) => state === 'queued');
    const ordered = queue.toSorted((a, b) => a.dueAt - b.dueAt || a.id - b.id).map(({ key }) => key);
    expect(ordered.slice(0, 3)).toEqual([old, 'FIRST', 'SECOND']);
    const before = invoices(simulation).length;
    for (let run = 0; run < 2; run++) await simulation.run();
    expect(invoices(simulation)).toEqual(expect.arrayContaining([old, 'FIRST', 'SECOND']));
    expect(invoices(simulation).length - before).toBeLessThan(40);
    expect(waiting()).toBeGreaterThan(1_000);
  });
});
