import { describe, expect, test } from 'vitest';
import { businessDay, dayAfter, startOfBusinessDay } from '../../src/records/business-day.ts';

const amsterdam = 'Europe/Amsterdam';
const hourMs = 3_600_000;

function hoursOf(day: string, end: string): number {
  const [from, until] = [day, dayAfter(day)].map((each) =>
    startOfBusinessDay(each, end, amsterdam).getTime(),
  );
  return (Number(until) - Number(from)) / hourMs;
}

describe('a business day', () => {
  test('takes the small hours with it', () => {
    const day = (at: string) => businessDay(new Date(at), '04:00', amsterdam);
    expect(day('2026-12-31T22:50:00Z')).toBe('2026-12-31');
    expect(day('2027-01-01T00:30:00Z')).toBe('2026-12-31');
    expect(day('2027-01-01T02:59:59.999Z')).toBe('2026-12-31');
    expect(day('2027-01-01T03:00:00Z')).toBe('2027-01-01');
  });

  test('that ends at midnight is the day on the wall', () => {
    const day = (at: string) => businessDay(new Date(at), '00:00', amsterdam);
    expect(day('2026-12-31T22:59:59Z')).toBe('2026-12-31');
    expect(day('2026-12-31T23:00:00Z')).toBe('2027-01-01');
  });

  test.each(['00:00', '01:30', '02:00', '03:00', '04:00'])(
    'has 23 or 25 hours where the clock changes, once, and ends at %s',
    (end) => {
      const around = (day: string) => [-1, 0, 1].map((days) => hoursOf(dayAfter(day, days), end));
      expect(around('2026-03-29').toSorted()).toEqual(expect.arrayContaining([23, 24, 24]));
      expect(around('2026-10-25').toSorted()).toEqual([24, 24, 25]);
    },
  );

  test.each(['00:00', '02:30', '04:00'])(
    'that ends at %s leaves no moment out and counts none twice',
    (end) => {
      for (const around of ['2026-03-29', '2026-10-25']) {
        let before = '';
        for (
          let at = Date.parse(around) - 30 * hourMs;
          at < Date.parse(around) + 54 * hourMs;
          at += 600_000
        ) {
          const day = businessDay(new Date(at), end, amsterdam);
          expect(day >= before).toBe(true);
          expect(startOfBusinessDay(day, end, amsterdam).getTime()).toBeLessThanOrEqual(at);
          expect(startOfBusinessDay(dayAfter(day), end, amsterdam).getTime()).toBeGreaterThan(at);
          before = day;
        }
      }
    },
  );

  test('begins behind what the clock leaves out, and at the first of what it shows twice', () => {
    expect(startOfBusinessDay('2026-03-29', '02:30', amsterdam).toISOString()).toBe(
      '2026-03-29T01:00:00.000Z',
    );
    expect(startOfBusinessDay('2026-10-25', '02:30', amsterdam).toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });
});
