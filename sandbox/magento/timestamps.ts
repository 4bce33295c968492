import { readDateTime } from '../kit/time/timestamps.ts';

/** `2026-03-02 09:15:00`, always UTC and without saying so (sheet 3). */
export function isTimestamp(text: string): boolean {
  return readDateTime(text, 'always UTC') !== null;
}

/** As MySQL compares it with a column: a day is its midnight. Anything else stays as it is. */
export function comparableTimestamp(text: string): string {
  const read = readDateTime(text, 'always UTC');
  return read === null ? text : `${read.day} ${read.time}`;
}
