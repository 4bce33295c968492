import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concurrent, type Limit } from '../../../src/connectors/contract/limits.ts';
import { maxWaitMs } from '../../../src/engine/connection/limits/gate.ts';
import { RateLimiter } from '../../../src/engine/connection/limits/rate-limiter.ts';
import { Permits } from '../../../src/engine/connection/permits.ts';
import { Problem } from '../../../src/records/problem.ts';
import { permitsOf } from '../../support/fake-connection.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

interface Sent {
  readonly from: number;
  readonly to: number;
}

interface Limits {
  readonly requests: number;
  readonly perMs: number;
  readonly concurrent: number;
}

function limitsOf({ requests, perMs, concurrent: calls }: Limits): readonly Limit[] {
  return [{ kind: 'window', requests, perMs }, concurrent(calls)];
}

const anyCall = { method: 'GET', path: '/x', cost: 1, flow: null };

/** The limiter, with calls that are made when it lets them. */
function limited(limits: readonly Limit[], clock: VirtualClock, afterCrash = false) {
  const limiter = new RateLimiter(limits, clock, afterCrash);
  const permits = new Permits(permitsOf(limiter), limits, clock);
  const run = <T>(work: () => Promise<T>) => permits.run(anyCall, work);
  return { run, readyAt: () => limiter.readyAt(), pauseUntil: (at: number) => limiter.pauseUntil(at) };
}

/** Makes calls as fast as the limiter lets them; a `wait` problem is waited out, as the runner does. */
async function flood(limits: Limits, calls: number, latencyMs: (call: number) => number, afterCrash = false) {
  const clock = new VirtualClock(1_000_000);
  const limiter = limited(limitsOf(limits), clock, afterCrash);
  const sent: Sent[] = [];
  let together = 0;
  let most = 0;
  const one = async (call: number): Promise<void> => {
    try {
      await limiter.run(async () => {
        const from = clock.now();
        most = Math.max(most, ++together);
        await clock.sleep(latencyMs(call));
        together--;
        sent.push({ from, to: clock.now() });
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'wait') throw error;
      await clock.sleep((error.retryAt ?? 0) - clock.now());
      await one(call);
    }
  };
  await clock.settle(Promise.all(Array.from({ length: calls }, (_, call) => one(call))));
  return { sent, most, tookMs: clock.now() - 1_000_000 };
}

/** The most calls that can have arrived within any window, wherever between sending and answer each arrived. */
function mostInWindow(sent: readonly Sent[], perMs: number): number {
  return Math.max(
    ...sent.map(({ to }) => sent.filter(({ from, to: end }) => from <= to + perMs && end >= to).length),
  );
}

const limits = fc.record({
  requests: fc.integer({ min: 1, max: 12 }),
  perMs: fc.integer({ min: 50, max: 3_000 }),
  concurrent: fc.integer({ min: 1, max: 6 }),
});

test('never more than the limit in any window, and never more at once, whatever the latency', async () => {
  await fc.assert(
    fc.asyncProperty(
      limits,
      fc.array(fc.nat(400), { minLength: 1, maxLength: 8 }),
      async (given, latencies) => {
        const { sent, most } = await flood(given, 25, (call) => latencies[call % latencies.length] ?? 0);
        expect(sent).toHaveLength(25);
        expect(most).toBeLessThanOrEqual(given.concurrent);
        expect(mostInWindow(sent, given.perMs)).toBeLessThanOrEqual(given.requests);
      },
    ),
    { numRuns: 25 },
  );
});

test('nor when many ask in the same breath, with the window half used', async () => {
  const clock = new VirtualClock();
  const limiter = limited(limitsOf({ requests: 10, perMs: 1_000, concurrent: 4 }), clock);
  for (let call = 0; call < 8; call++) await limiter.run(async () => undefined);
  const start = clock.now();
  const moments: number[] = [];
  await clock.settle(
    Promise.all([1, 2, 3, 4].map(() => limiter.run(async () => void moments.push(clock.now() - start)))),
  );
  expect(moments.filter((moment) => moment < 1_000)).toHaveLength(2);
});

test('a target that answers at once is used to 0.95 of its rate', async () => {
  const given = { requests: 10, perMs: 1_000, concurrent: 4 };
  const { sent, tookMs } = await flood(given, 205, () => 0);
  const permitted = given.requests * (tookMs / given.perMs + 1);
  expect(sent.length / permitted).toBeGreaterThanOrEqual(0.95);
});

test('a permit that is far away is not waited for: a `wait` problem says when', async () => {
  const clock = new VirtualClock();
  const limiter = limited(limitsOf({ requests: 1, perMs: 60_000, concurrent: 1 }), clock);
  await limiter.run(async () => undefined);
  let called = false;
  const thrown = await limiter
    .run(async () => {
      called = true;
    })
    .catch((error: unknown) => error);
  expect(thrown).toMatchObject({ kind: 'wait', code: 'rate_limited', retryAt: limiter.readyAt() });
  expect(called).toBe(false);
  await clock.advance(limiter.readyAt() - clock.now());
  expect(await limiter.run(async () => 'through')).toBe('through');
});

test('a permit that is near is waited for', async () => {
  const clock = new VirtualClock();
  const limiter = limited(limitsOf({ requests: 1, perMs: maxWaitMs / 2, concurrent: 1 }), clock);
  await limiter.run(async () => undefined);
  const start = clock.now();
  await clock.settle(limiter.run(async () => undefined));
  expect(clock.now() - start).toBeGreaterThanOrEqual(maxWaitMs / 2);
});

test('a call that fails gives its place back, and counts', async () => {
  const clock = new VirtualClock();
  const limiter = limited(limitsOf({ requests: 2, perMs: 1_000, concurrent: 1 }), clock);
  const failing = () => limiter.run(() => Promise.reject(new Error('down')));
  await expect(failing()).rejects.toThrow('down');
  await expect(failing()).rejects.toThrow('down');
  expect(limiter.readyAt()).toBeGreaterThanOrEqual(clock.now() + 1_000);
});

test('places are handed on in the order in which they were asked for', async () => {
  const clock = new VirtualClock();
  const limiter = limited(limitsOf({ requests: 100, perMs: 1_000, concurrent: 1 }), clock);
  const order: number[] = [];
  await clock.settle(
    Promise.all([1, 2, 3, 4].map((number) => limiter.run(async () => void order.push(number)))),
  );
  expect(order).toEqual([1, 2, 3, 4]);
});

describe('after a crash', () => {
  test('a short window counts as used whole', async () => {
    const { sent } = await flood({ requests: 5, perMs: 1_000, concurrent: 5 }, 1, () => 0, true);
    expect(sent[0]?.from).toBeGreaterThanOrEqual(1_001_000);
  });

  test('of a long one half is left', async () => {
    const { sent } = await flood({ requests: 6, perMs: 60_000, concurrent: 6 }, 4, () => 0, true);
    expect(sent.map(({ from }) => from < 1_001_000)).toEqual([true, true, true, false]);
  });
});

test('a pause that the system asks for is kept, and never shortened', () => {
  const clock = new VirtualClock();
  const limiter = limited(limitsOf({ requests: 5, perMs: 1_000, concurrent: 5 }), clock);
  limiter.pauseUntil(clock.now() + 9_000);
  limiter.pauseUntil(clock.now() + 1_000);
  expect(limiter.readyAt()).toBe(clock.now() + 9_000);
});
