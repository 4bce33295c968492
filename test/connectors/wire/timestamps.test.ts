import { describe, expect, test } from 'vitest';
import {
  seconds,
  timestamp,
  toSeconds,
  utcText,
  utcTimestamp,
} from '../../../src/connectors/wire/timestamps.ts';
import { localDate } from '../../../src/records/time-zone.ts';

describe('timestamps', () => {
  test.each([
    ['2025-07-15 12:00:00 +0000', '2025-07-15T12:00:00.000Z'],
    ['2025-07-15 12:00:00 +0330', '2025-07-15T08:30:00.000Z'],
    ['2025-07-15 12:00:00 -0500', '2025-07-15T17:00:00.000Z'],
  ])('%s is %s', (wire, instant) => {
    expect(timestamp.parse(wire)?.toISOString()).toBe(instant);
  });

  test.each(['15-07-2025', '2025-07-15', '2025-13-45 12:00:00 +0000'])('%s is refused', (wire) => {
    expect(timestamp.safeParse(wire).success).toBe(false);
  });

  test.each(['2025-03-11 09:14:52', '2025-03-11T09:14:52', '2025-03-11 09:14:52.000'])(
    '%s without an offset is in UTC',
    (wire) => {
      expect(utcTimestamp.parse(wire)?.toISOString()).toBe('2025-03-11T09:14:52.000Z');
      expect(timestamp.safeParse(wire).success).toBe(false);
    },
  );

  test('are written in UTC, or as seconds, without fractions', () => {
    const instant = new Date('2025-03-11T09:14:52.987Z');
    expect(utcText(instant)).toBe('2025-03-11 09:14:52');
    expect(toSeconds(instant)).toBe(1741684492);
  });

  test('seconds may be a number or text, and absent in three ways', () => {
    expect([1752580800, '1752580800'].map((value) => seconds.parse(value)?.toISOString())).toEqual([
      '2025-07-15T12:00:00.000Z',
      '2025-07-15T12:00:00.000Z',
    ]);
    expect(['', null, undefined].map((value) => seconds.parse(value))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(seconds.safeParse('soon').success).toBe(false);
  });

  test('the day is the day in the shop, on both sides of midnight and of daylight saving', () => {
    expect(localDate(new Date('2026-02-28T22:59:59Z'), 'Europe/Amsterdam')).toBe('2026-02-28');
    expect(localDate(new Date('2026-02-28T23:00:00Z'), 'Europe/Amsterdam')).toBe('2026-03-01');
    expect(localDate(new Date('2026-06-30T22:00:00Z'), 'Europe/Amsterdam')).toBe('2026-07-01');
    expect(localDate(new Date('2026-03-01T00:00:00Z'), 'America/New_York')).toBe('2026-02-28');
  });
});
