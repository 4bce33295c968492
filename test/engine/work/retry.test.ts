import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probeBackoffMs, retryAfterMs, taskBackoffMs } from '../../../src/engine/work/retry.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const hour = 3_600_000;

describe('Retry-After', () => {
  test.each([
    ['2.0', 2_000],
    ['0', 0],
    ['7', 7_000],
    [' 120 ', 120_000],
    ['Mon, 02 Mar 2026 12:00:30 GMT', 30_000],
    ['Monday, 02-Mar-26 12:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 11:00:00 GMT', 0],
    ['999999', hour],
    ['Wed, 01 Jan 2098 00:00:00 GMT', hour],
    [`1${'0'.repeat(400)}`, null],
  ])('%s', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });

  test.each(['soon', '', '1.5.', 'NaN'])('"%s" says nothing', (header) => {
    expect(retryAfterMs(header, now)).toBeNull();
  });

  test('none says nothing', () => {
    expect(retryAfterMs(null, now)).toBeNull();
  });

  test('whatever stands there is between now and an hour', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (header) => {
          const ms = retryAfterMs(header, now) ?? 0;
          expect(ms >= 0 && ms <= hour).toBe(true);
        },
      ),
    );
  });
});

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
