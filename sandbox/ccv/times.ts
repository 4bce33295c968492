import { readDateTime } from '../kit/time/timestamps.ts';

/** `2026-01-05T09:30:00Z` (sheet 3.3). */
export function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** As the filters take it: UTC, or with an offset. A day alone is its midnight. Null for anything else. */
export function readTime(text: string): number | null {
  // A plus that was not encoded arrives as a blank.
  const spelled = text.replace(/Z$/, '+00:00').replace(/ (\d{2}:?\d{2})$/, '+$1');
  return readDateTime(spelled, 'with offset')?.ms ?? null;
}
