import { describe, expect, test } from 'vitest';
import { type Health, HealthMonitor } from '../../../src/engine/connection/health.ts';
import type { Strain } from '../../../src/engine/connection/strain.ts';
import type { ProblemData, ProblemKind } from '../../../src/records/problem.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

function problem(kind: ProblemKind, fields: Partial<ProblemData> = {}): ProblemData {
  return { kind, code: kind, params: {}, ...fields };
}

function monitor(health: Health | null = null) {
  const clock = new VirtualClock();
  const told: (Health | null)[] = [];
  return { clock, told, health: new HealthMonitor(health, clock, (each) => told.push(each)) };
}

test('refused credentials stop a connection at once, and are told once', async () => {
  const { health, told } = monitor();
  health.failed(problem('auth'));
  health.failed(problem('auth'));
  health.failed(problem('auth'));
  expect(health.current).toMatchObject({ state: 'unauthorised', probes: 1 });
  expect(told).toHaveLength(1);
});

test('one that is away is down after three failures in a row, not before', () => {
  const { health } = monitor();
  health.failed(problem('retry'));
  health.failed(problem('outcome-unknown'));
  expect(health.current).toBeNull();
  health.failed(problem('retry'));
  expect(health.current?.state).toBe('down');
});

test.each(['worked', 'rejected', 'wait'] as const)(
  'an answer in between (%s) starts the count anew',
  (kind) => {
    const { health } = monitor();
    for (let round = 0; round < 3; round++) {
      health.failed(problem('retry'));
      health.failed(problem('retry'));
      if (kind === 'worked') health.worked();
      else health.failed(problem(kind));
    }
    expect(health.current).toBeNull();
  },
);

describe('a trouble that turns into another', () => {
  test('is no reason to ask more often', async () => {
    const { clock, health } = monitor();
    health.broke(problem('auth'));
    for (const kind of ['retry', 'auth', 'retry', 'auth'] as const) {
      await clock.advance((health.current?.probeAt ?? 0) - clock.now());
      health.broke(problem(kind));
    }
    expect(health.current).toMatchObject({ state: 'unauthorised', probes: 5 });
  });

  test('is seen at once where credentials are refused, and puts no probe forward', () => {
    const { health } = monitor();
    health.broke(problem('retry'));
    const probeAt = health.current?.probeAt;
    health.failed(problem('auth'));
    expect(health.current).toMatchObject({ state: 'unauthorised', probes: 1, probeAt });
    health.failed(problem('retry'));
    expect(health.current?.state).toBe('unauthorised');
  });
});

describe('probes', () => {
  test('are due when their time has come, each step later than the one before', async () => {
    const { clock, health } = monitor();
    const waits: number[] = [];
    health.broke(problem('auth'));
    for (let probe = 0; probe < 10; probe++) {
      const { probeAt } = health.current ?? { probeAt: 0 };
      waits.push(probeAt - clock.now());
      expect(probeAt).toBeGreaterThan(clock.now());
      await clock.advance(probeAt - clock.now());
      expect(health.current?.probeAt).toBeLessThanOrEqual(clock.now());
      health.broke(problem('auth'));
    }
    expect(waits.slice(0, 3)).toEqual([5_000, 10_000, 20_000]);
    expect(Math.max(...waits)).toBe(600_000);
  });

  test('keep to what the system asks for', () => {
    const { clock, health } = monitor();
    health.broke(problem('retry', { retryAt: clock.now() + 90_000 }));
    expect(health.current?.probeAt).toBe(clock.now() + 90_000);
  });

  test('late failures of calls that were under way do not push the probe away', async () => {
    const { clock, health } = monitor();
    health.failed(problem('auth'));
    const { probeAt } = health.current ?? {};
    await clock.advance(4_000);
    health.failed(problem('auth'));
    expect(health.current?.probeAt).toBe(probeAt);
  });

  test('remember since when', async () => {
    const { clock, health } = monitor();
    health.broke(problem('retry'));
    const since = clock.now();
    await clock.advance(5_000);
    health.broke(problem('retry'));
    expect(health.current).toMatchObject({ since, probes: 2 });
  });
});

describe('records that fail while the check works', () => {
  const failing = (by: string, calls = 5) => [problem('retry'), { by, calls }] as const;

  test('count once each, however often they fail', () => {
    const { health } = monitor();
    for (let time = 0; time < 10; time++) health.failed(...failing('one', 0));
    health.failed(...failing('two', 0));
    expect(health.current).toBeNull();
    health.failed(...failing('three', 0));
    expect(health.current?.state).toBe('down');
  });

  test('are not ended by a check that works: one of them goes first, and ends the trouble when it is done', async () => {
    const { clock, health } = monitor();
    for (const by of ['one', 'two', 'three']) health.failed(...failing(by, 3));
    expect(health.needsCheck).toBe(true);
    expect(health.triesFrom).toBeNull();
    await clock.advance((health.current?.probeAt ?? 0) - clock.now());
    expect(health.checked(1)).toBeNull();
    expect(health.current).toMatchObject({ state: 'down', awaySince: null, checkedAt: clock.now() });
    expect(health.triesFrom).toBe(clock.now());
    health.failed(...failing('one', 3));
    expect(health.current?.probes).toBe(2);
    expect(health.triesFrom).toBeGreaterThan(clock.now());
    // The check worked just now: what goes first next time needs no other.
    expect(health.needsCheck).toBe(false);
    health.worked(true);
    expect(health.current).toBeNull();
  });

  test('a check that failed and works again tells since when it was away', async () => {
    const { clock, health } = monitor();
    for (const by of ['one', 'two', 'three']) health.failed(...failing(by, 0));
    const since = clock.now();
    await clock.advance(60_000);
    health.broke(problem('retry'));
    await clock.advance(3_600_000);
    expect(health.checked()).toBe(since);
    expect(health.checked()).toBeNull();
    await clock.advance(60_000);
    const again = clock.now();
    health.broke(problem('retry'));
    await clock.advance(60_000);
    expect(health.checked()).toBe(again);
  });

  test('may fail 40 times an hour at most, whatever works in between, also after the object was put out of memory', async () => {
    let kept: Strain | null = null;
    const shelf = {
      load: () => kept,
      save: (strain: Strain) => {
        kept = strain;
      },
    };
    const clock = new VirtualClock();
    let calls = 0;
    for (const until = clock.now() + 3_600_000; clock.now() < until; await clock.advance(1_000)) {
      const health = new HealthMonitor(null, clock, () => undefined, shelf);
      if (health.retriesFrom > clock.now()) continue;
      calls += 4;
      health.failed(problem('retry'), { by: 'poisoned', calls: 4 });
      health.worked();
    }
    expect(calls).toBeGreaterThan(20);
    expect(calls).toBeLessThanOrEqual(40);
  });
});

test('the rate limit says nothing of a connection', () => {
  const { health, told } = monitor();
  health.broke(problem('wait'));
  expect({ current: health.current, told }).toEqual({ current: null, told: [] });
});

test('what works again is told once', () => {
  const { health, told } = monitor();
  health.broke(problem('auth'));
  health.worked();
  health.worked();
  expect(told.map((each) => each?.state ?? 'ok')).toEqual(['unauthorised', 'ok']);
});

test('it goes on from what was stored', () => {
  const stored: Health = { state: 'down', problem: problem('retry'), since: 1, probes: 3, probeAt: 2 };
  expect(monitor(stored).health.current).toEqual(stored);
});
