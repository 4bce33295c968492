import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probeBackoffMs, taskBackoffMs } from '../../src/engine/backoff.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

describe('back-off', () => {
  const clock = new VirtualClock();

  test('doubles from 2 s to 30 min for a task, from 5 s to 10 min for a probe', () => {
    clock.jitter = 0;
    expect([1, 2, 3, 10, 11, 100].map((failures) => taskBackoffMs(failures, clock))).toEqual([
      2_000, 4_000, 8_000, 1_024_000, 1_800_000, 1_800_000,
    ]);
    expect([1, 2, 7, 8, 50].map((failures) => probeBackoffMs(failures, clock))).toEqual([
      5_000, 10_000, 320_000, 600_000, 600_000,
    ]);
  });

  test('with up to a quarter more, whatever the number of failures', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, jitter) => {
        clock.jitter = jitter;
        const ms = taskBackoffMs(failures, clock);
        expect(ms >= 2_000 && ms <= 1_800_000 * 1.25).toBe(true);
      }),
    );
  });
});
