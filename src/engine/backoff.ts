import type { Clock } from './clock.ts';

const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

/** A record that fails for this long, while its systems work, is parked. */
export const giveUpAfterMs = 24 * hours;

/** The wait before attempt `failures + 1` of one record: doubling from 2 s to 30 min, with up to a quarter of jitter. */
export function taskBackoffMs(failures: number, clock: Clock): number {
  return jitter(Math.min(2 * seconds * 2 ** Math.max(0, failures - 1), 30 * minutes), clock);
}

/** The wait before the next probe of a connection that does not work: doubling from 5 s to 10 min. */
export function probeBackoffMs(failures: number, clock: Clock): number {
  return jitter(Math.min(5 * seconds * 2 ** Math.max(0, failures - 1), 10 * minutes), clock);
}

/** The wait before an alert that could not be delivered is sent again: doubling from 1 min to 1 h. */
export function alertBackoffMs(failures: number, clock: Clock): number {
  return jitter(Math.min(minutes * 2 ** Math.max(0, failures - 1), hours), clock);
}

function jitter(ms: number, clock: Clock): number {
  return Math.round(ms * (1 + clock.random() / 4));
}
