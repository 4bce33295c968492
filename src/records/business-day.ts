/** Days that end when the merchant ends them: what is sold in the small hours belongs to the evening before. */
import { localDate, wallClock } from './time-zone.ts';

const dayMs = 86_400_000;

/** The day (`yyyy-MM-dd`) that an instant belongs to where days begin and end at `end` (`04:00`) in this time zone. */
export function businessDay(instant: Date, end: string, timeZone: string): string {
  const day = localDate(instant, timeZone);
  return instant < startOfBusinessDay(day, end, timeZone) ? dayAfter(day, -1) : day;
}

/**
 * The instant at which a day begins. Nothing is between two days: where clocks are put forward over `end` it is the first instant
 * behind it, and where they show it twice the first of both. Such nights make days of 23 or 25 hours.
 */
export function startOfBusinessDay(day: string, end: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${end}:00Z`);
  const around = [wall - dayMs, wall + dayMs].map((at) => wallClock(new Date(at), timeZone) - at);
  let before = wall - Math.max(...around);
  let behind = wall - Math.min(...around);
  const hasBegun = (at: number) => wallClock(new Date(at), timeZone) >= wall;
  if (hasBegun(before)) return new Date(before);
  while (behind - before > 1) {
    const middle = Math.floor((before + behind) / 2);
    if (hasBegun(middle)) behind = middle;
    else before = middle;
  }
  return new Date(behind);
}

/** The day that is so many days later. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
