import { describe, expect, test } from 'vitest';
import { healthAt, noteHealth } from '../../../src/engine/reporting/health.ts';
import type { Incident } from '../../../src/engine/storage/incidents.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { document, hourMs, minuteMs, Simulation } from '../../support/simulation.ts';
import { noEntry, park, repair, watched } from './alerted.ts';

const dayMs = 24 * hourMs;
const noon = Date.UTC(2026, 10, 10, 12);

function stores(): Stores {
  const sql = memorySql();
  migrate(sql);
  return new Stores(sql);
}

function incident(id: string, since: number): Incident {
  const problem = { code: 'down', params: {} };
  return {
    ...{ id, state: 'present', problem, count: 0, key: null, reasons: 1 },
    ...{ since, tellAt: since, told: {} },
  };
}

/** What is present from then on. */
function stand(kept: Stores, ids: readonly string[], now: number): void {
  for (const { id } of kept.incidents.all()) kept.incidents.forget(id);
  for (const id of ids) kept.incidents.put(incident(id, now));
  noteHealth(kept, now);
}

function told(kept: Stores, now: number) {
  const current = kept.health.current();
  if (current === null) throw new Error('nothing was noted');
  const { first, since, state } = current;
  const record = {
    since: first,
    days: kept.health.since('0000-00-00'),
    now: state === null ? null : { since, state },
  };
  return healthAt(record, now);
}

describe('the days of an integration', () => {
  test('are in order from the first look on, and nothing is known of those before', () => {
    const kept = stores();
    stand(kept, [], noon);
    expect(told(kept, noon + 3 * dayMs)).toEqual({ since: '2026-11-10', days: [] });
    expect(healthAt(undefined, noon)).toEqual({ since: null, days: [] });
  });

  test('have the minutes of a trouble that is over, each day its own', () => {
    const kept = stores();
    stand(kept, [], noon);
    stand(kept, ['connection:books'], noon + 11 * hourMs);
    stand(kept, [], noon + 38 * hourMs);
    expect(told(kept, noon + 5 * dayMs).days).toEqual([
      { day: '2026-11-10', state: 'interrupted', minutes: 60 },
      { day: '2026-11-11', state: 'interrupted', minutes: 24 * 60 },
      { day: '2026-11-12', state: 'interrupted', minutes: 120 },
    ]);
  });

  test('have one that lasts up to now, and do not count it twice when it ends', () => {
    const kept = stores();
    stand(kept, ['parked:orders:shop:books:choice_missing'], noon);
    const during = { day: '2026-11-10', state: 'attention', minutes: 30 };
    expect(told(kept, noon + 30 * minuteMs).days).toEqual([during]);
    stand(kept, [], noon + 45 * minuteMs);
    stand(kept, [], noon + 50 * minuteMs);
    expect(told(kept, noon + 60 * minuteMs).days).toEqual([{ ...during, minutes: 45 }]);
  });

  test('are as bad as their worst, and as long as all of their troubles', () => {
    const kept = stores();
    stand(kept, ['parked:orders:shop:books:refused'], noon);
    stand(kept, ['parked:orders:shop:books:refused', 'poll:orders:shop:books'], noon + 10 * minuteMs);
    stand(kept, ['parked:orders:shop:books:refused'], noon + 15 * minuteMs);
    stand(kept, [], noon + 40 * minuteMs);
    expect(told(kept, noon + hourMs).days).toEqual([
      { day: '2026-11-10', state: 'interrupted', minutes: 40 },
    ]);
  });

  test('are not spoiled by what passes within a minute', () => {
    const kept = stores();
    stand(kept, ['connection:books'], noon);
    expect(told(kept, noon + 59_000).days).toEqual([]);
    stand(kept, [], noon + 59_000);
    expect(told(kept, noon + hourMs).days).toEqual([]);
  });

  test('go back ninety of them, also for a trouble that is older', () => {
    const kept = stores();
    stand(kept, ['connection:books'], noon);
    const late = noon + 200 * dayMs;
    const before = told(kept, late);
    expect([before.since, before.days.length, before.days[0]?.day]).toEqual(['2027-03-01', 90, '2027-03-01']);
    stand(kept, [], late);
    expect(told(kept, late).days).toHaveLength(90);
    expect(told(kept, late + 30 * dayMs).days).toHaveLength(60);
  });

  test('begin with what was wrong already when they were first looked at', () => {
    const kept = stores();
    kept.incidents.put(incident('connection:books', noon - 2 * dayMs));
    noteHealth(kept, noon);
    expect(told(kept, noon)).toMatchObject({ since: '2026-11-08', days: [{}, {}, {}] });
  });

  test('cost no row while nothing changes', () => {
    const kept = stores();
    stand(kept, ['connection:books'], noon);
    const rows = kept.sql.exec('SELECT * FROM meta');
    noteHealth(kept, noon + hourMs);
    noteHealth(kept, noon + 2 * hourMs);
    expect([kept.sql.exec('SELECT * FROM meta'), kept.health.since('')]).toEqual([rows, []]);
  });
});

describe('an integration at work', () => {
  test('notes that records waited for somebody, and that they do no more', async () => {
    const { simulation } = await watched(noEntry);
    await park(simulation, 1);
    await simulation.live(3 * hourMs);
    await repair(simulation);
    await simulation.live(hourMs);
    const { health } = simulation.integration.reports.summary();
    const { days } = healthAt(health, simulation.clock.now());
    expect(health?.now).toBeNull();
    const minutes = days.reduce((total, day) => total + day.minutes, 0);
    expect(days.map(({ state }) => state)).toContain('attention');
    expect(minutes).toBeGreaterThanOrEqual(179);
    expect(minutes).toBeLessThanOrEqual(182);
  });

  test('of which nothing runs yet is not looked at', async () => {
    const simulation = new Simulation();
    await simulation.open();
    await simulation.integration.configure({ ...document(), state: 'draft' });
    await simulation.live(hourMs);
    expect(simulation.integration.reports.summary().health).toBeUndefined();
    await simulation.integration.setState('active');
    await simulation.live(hourMs);
    expect(simulation.integration.reports.summary().health).toMatchObject({ days: [], now: null });
  });

  test('says whether everybody may know its name', async () => {
    const { simulation } = await watched();
    const isNamed = () => simulation.integration.reports.summary().nameOnStatus;
    expect(isNamed()).toBeUndefined();
    await simulation.integration.configure({ ...document(), nameOnStatus: true });
    expect(isNamed()).toBe(true);
  });
});
