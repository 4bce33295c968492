import { describe, expect, test } from 'vitest';
import { localDate, startOfDay } from '../../src/records/time-zone.ts';

describe('the beginning of a day', () => {
  test.each([
    ['2026-01-01', 'Europe/Amsterdam', '2025-12-31T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Amsterdam', '2026-06-30T22:00:00.000Z'],
    // The days on which the clocks change begin before they do.
    ['2026-03-29', 'Europe/Amsterdam', '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', 'Europe/Amsterdam', '2026-10-24T22:00:00.000Z'],
    ['2026-02-14', 'UTC', '2026-02-14T00:00:00.000Z'],
    ['2026-02-14', 'America/Curacao', '2026-02-14T04:00:00.000Z'],
    ['2026-02-14', 'Pacific/Kiritimati', '2026-02-13T10:00:00.000Z'],
    ['2026-02-14', 'Asia/Kathmandu', '2026-02-13T18:15:00.000Z'],
    // Clocks go forward at midnight there: the day begins at one o'clock.
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    ['2000-02-29', 'Europe/Istanbul', '2000-02-28T22:00:00.000Z'],
  ])('%s in %s is %s', (day, zone, instant) => {
    const start = startOfDay(day, zone);
    expect(start.toISOString()).toBe(instant);
    expect(localDate(start, zone)).toBe(day);
    expect(localDate(new Date(start.getTime() - 1), zone) < day).toBe(true);
  });
});
