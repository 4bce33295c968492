// Nothing that goes wrong with one record, or beside the work, may stop an integration.
import { afterEach, expect, test, vi } from 'vitest';
import { Seal } from '../../../src/engine/privacy/sealing.ts';
import type { Alert, AlertChannel } from '../../../src/engine/reporting/alerts.ts';
import type { Row, Sql, SqlValue } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';
import { noEntry, park } from '../reporting/alerted.ts';

const maxRowBytes = 2_000_000;

afterEach(() => {
  vi.restoreAllMocks();
});

/** An integration at rest whose storage refuses what `refuses` says. */
async function onBrokenStorage(refuses: (query: string, bindings: readonly SqlValue[]) => boolean) {
  const simulation = new Simulation();
  const { sql } = simulation;
  const broken: Sql = {
    exec: <R extends Row>(query: string, ...bindings: SqlValue[]) => {
      if (refuses(query, bindings)) throw new Error('SQLITE_TOOBIG');
      return sql.exec<R>(query, ...bindings);
    },
    transaction: (work) => sql.transaction(work),
  };
  simulation.sql = broken;
  simulation.stores = new Stores(broken);
  await simulation.configured();
  await simulation.live(minuteMs);
  return simulation;
}

async function order(simulation: Simulation, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    simulation.outside.sell(id);
    await simulation.hook(id);
  }
}

test('a payload that cannot be sealed is lost, and nothing else: the order is booked, logged and counted', async () => {
  const simulation = await onBrokenStorage(() => false);
  const seal = Seal.prototype.seal;
  vi.spyOn(Seal.prototype, 'seal').mockImplementation(function (this: Seal, place, value) {
    if (place.includes('/activity/')) throw new Error('sealing failed');
    return seal.call(this, place, value);
  });
  await order(simulation, 'SO-1');
  await simulation.live(hourMs);
  expect(simulation.states()).toEqual(['SO-1 done']);
  expect(simulation.stores.activity.list({}, 9)).toMatchObject([
    { key: 'SO-1', outcome: 'done', sealed: null },
  ]);
  expect(simulation.stores.counters.total('done', '2026-03-02')).toBe(1);
  expect(simulation.logged.join()).toContain('payload_lost');
});

test('a row that is too large for the log is kept without its payload', async () => {
  const simulation = await onBrokenStorage(
    (query, bindings) => /INTO activity/.test(query) && String(bindings.at(-1)).length > 1_000,
  );
  await order(simulation, 'SO-1', 'SO-2');
  await simulation.live(hourMs);
  expect(simulation.states()).toEqual(['SO-1 done', 'SO-2 done']);
  expect(simulation.stores.activity.list({}, 9).map(({ sealed }) => sealed)).toEqual([null, null]);
});

test.each(['INTO activity', 'INTO counters'])(
  'state, log and counters are stored together or not at all (%s fails); the task ends in time, others go on',
  async (what) => {
    let isBroken = true;
    let keyOfBroken: SqlValue = null;
    const simulation = await onBrokenStorage((query, bindings) => {
      if (/INTO activity/.test(query)) keyOfBroken = bindings[2] ?? null;
      return isBroken && query.includes(what) && keyOfBroken === 'SO-1';
    });
    await order(simulation, 'SO-1', 'SO-2');
    await simulation.live(10_000);
    expect(simulation.states()).toEqual(['SO-1 waiting', 'SO-2 done']);
    expect(simulation.stores.activity.list({}, 9).map(({ key }) => key)).toEqual(['SO-2']);
    expect(simulation.stores.counters.total('done', '2026-03-02')).toBe(1);
    await simulation.live(hourMs);
    expect(simulation.states()).toEqual(['SO-1 parked', 'SO-2 done']);
    expect(simulation.tasks()[0]?.problem).toMatchObject({ code: 'internal_error' });
    isBroken = false;
    simulation.integration.retryParked();
    await simulation.live(hourMs);
    expect(simulation.states()).toEqual(['SO-1 skipped', 'SO-2 done']);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-2']);
  },
);

test('an order with more text than a row holds is cut in the log, and what is left can be read', async () => {
  const simulation = await onBrokenStorage((_, bindings) =>
    bindings.some((each) => String(each).length > maxRowBytes),
  );
  simulation.outside.sell('SO-1', {
    privateAdminNotes: '字'.repeat(900_000),
    orderComments: '語'.repeat(900_000),
  });
  await simulation.hook('SO-1');
  await simulation.live(hourMs);
  expect(simulation.states()).toEqual(['SO-1 done']);
  const [entry] = simulation.integration.reports.activity({}, 9).items;
  const { payload } = await simulation.integration.reports.transfer(Number(entry?.id));
  expect(JSON.stringify(payload)).toContain('characters)');
});

test('a channel that never answers, or breaks at once, holds up neither the work nor the other channel', async () => {
  const simulation = new Simulation();
  const told: string[] = [];
  const channel = (name: AlertChannel['name'], send: (alert: Alert) => Promise<void>): AlertChannel => ({
    name,
    send,
  });
  let tries = 0;
  const hanging = channel('webhook', () => {
    tries++;
    return new Promise(() => undefined);
  });
  const sound = channel('email', async ({ kind, code }) => void told.push(`${kind} ${code}`));
  simulation.channels = [hanging, sound];
  await simulation.configured(noEntry);
  await park(simulation, 2);
  const startedAt = simulation.clock.now();
  // As the object does it: nobody waits for the telling.
  for (let runs = 0; runs < 200; runs++) {
    await simulation.clock.runUntil(Math.max(simulation.nextRunAt() ?? 0, simulation.clock.now()));
    await simulation.clock.settle(simulation.begin());
    void simulation.integration.tell();
  }
  expect(simulation.clock.now() - startedAt).toBeGreaterThan(6 * hourMs);
  expect(told).toEqual(['problem choice_missing']);
  expect(tries).toBeGreaterThan(2);
  const hours = (simulation.clock.now() - startedAt) / hourMs;
  expect(tries).toBeLessThan(hours + 10);
  await order(simulation, 'SO-9');
  await simulation.clock.settle(simulation.begin());
  expect(simulation.states().at(-1)).toBe('SO-9 parked');
});
