import { localDate, wallClock } from '../records/time-zone.ts';
import type { SummaryTime } from './channels.ts';

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

/** The stretch that a summary is about: from its hour of one day to that of the next, by the clock on the wall. Epoch milliseconds. */
export interface SummaryDay {
  /** On which it ends, `yyyy-MM-dd`. */
  readonly day: string;
  readonly since: number;
  readonly until: number;
}

/** The last one that has ended by now. */
export function lastSummary({ hour, zone }: SummaryTime, now: number): SummaryDay {
  const today = localDate(new Date(now), zone);
  const day = momentOf(today, hour, zone) <= now ? today : dayAfter(today, -1);
  return { day, since: momentOf(dayAfter(day, -1), hour, zone), until: momentOf(day, hour, zone) };
}

/** When the next one ends. */
export function nextSummaryAt(time: SummaryTime, now: number): number {
  return momentOf(dayAfter(lastSummary(time, now).day, 1), time.hour, time.zone);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** When a clock on the wall shows this hour. Where it shows it never, in the night when clocks go forward, an hour earlier. */
function momentOf(day: string, hour: number, zone: string): number {
  const wanted = Date.parse(day) + hour * hourMs;
  const offset = (at: number) => wallClock(new Date(at), zone) - at;
  const near = wanted - offset(wanted);
  return wanted - offset(near);
}
