import { instantOf, localDate } from '../time/local-time.ts';
import { wholeSecond } from '../time/timestamps.ts';

const hourMs = 3_600_000;
const spreadHours = 17;

/** Spreads the sales of a seed over the past weeks; the last one is placed some hours before now. */
export function overPastWeeks<Sale>(
  sales: readonly Sale[],
  now: number,
  place: (sale: Sale, placedAt: number, index: number) => void,
): void {
  const start = wholeSecond(now) - sales.length * spreadHours * hourMs;
  sales.forEach((sale, index) => {
    place(sale, start + index * spreadHours * hourMs, index);
  });
}

/** The last 31st of December at 23:30, local time. */
export function lastNewYearsEve(now: number): number {
  const year = Number(localDate(now).slice(0, 4));
  const thisYear = instantOf(`${year}-12-31T23:30`);
  return thisYear <= now ? thisYear : instantOf(`${year - 1}-12-31T23:30`);
}
