import { readDateTime } from '../kit/time/timestamps.ts';

/** `2026-01-05T09:30:00Z` (sheet 3.3). */
export function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** As the filters take it: UTC, or with an offset. Null for anything else, as for a day alone (which forms are taken is not known). */
export function readTime(text: string): number | null {
  // A plus that was not encoded arrives as a blank.
  const spelled = text.replace(/Z$/, '+00:00').replace(/ (\d{2}:?\d{2})$/, '+$1');
  if (!/^\S+T\S+[+-]\d{2}:?\d{2}$/.test(spelled)) return null;
  return readDateTime(spelled, 'with offset')?.ms ?? null;
}
