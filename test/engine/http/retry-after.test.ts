import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retryAfterMs } from '../../../src/engine/http/retry-after.ts';

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
