import { describe, expect, test } from 'vitest';
import { type Health, HealthMonitor } from '../../../src/engine/connection/health.ts';
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
      expect(health.probeDue).toBe(false);
      await clock.advance(probeAt - clock.now());
      expect(health.probeDue).toBe(true);
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
  expect(monitor(stored).health.probeDue).toBe(true);
});
