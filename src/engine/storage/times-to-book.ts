import type { Row } from './sql.ts';

const secondMs = 1_000;
/** What is heard of later than so after it was sold was brought in afterwards: how long that took tells nothing of how it goes. */
const maxUnheardMs = 24 * 3_600_000;

/**
 * How long it took from the moment of the sale in the shop until the books had it. Of orders only that were heard of within a day, and
 * neither of tills' days, which are booked when they are over, nor of documents that stood there already.
 */
export function timesOf(rows: readonly Row[]): Record<string, number> {
  const times: Record<string, number> = {};
  for (const { at, booked_at, first_seen, key } of rows) {
    const isTold = booked_at != null && Number(booked_at) > Number(at);
    const isLate = Number(first_seen) - Number(at) > maxUnheardMs;
    if (!isTold || isLate || String(key).startsWith('day:')) continue;
    const seconds = roundedUp((Number(booked_at) - Number(at)) / secondMs);
    times[seconds] = (times[seconds] ?? 0) + 1;
  }
  return times;
}

/** To two digits: a year of times is a few kilobytes, and none is off by more than a tenth. */
function roundedUp(seconds: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(seconds)) - 1);
  return Math.ceil(seconds / step) * step;
}

/** The time within which this share of the orders was booked, in seconds; null where none is known. */
export function timeOfShare(times: Readonly<Record<string, number>>, share: number): number | null {
  const all = Object.entries(times)
    .map(([seconds, count]) => ({ seconds: Number(seconds), count }))
    .sort((a, b) => a.seconds - b.seconds);
  const total = all.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const { seconds, count } of all) {
    seen += count;
    if (seen >= share * total) return seconds;
  }
  return null;
}
