import { readDateTime, utcText } from '../kit/time/timestamps.ts';

/** Ecwid's form of a date: a blank for `T`, the offset without a colon, always UTC (sheet 2.2). */
export function dateText(ms: number): string {
  return `${utcText(ms)} +0000`;
}

/** UNIX seconds, `yyyy-MM-dd HH:mm:ss` with or without an offset, or `yyyy-MM-dd`; null for anything else. */
export function readTimestamp(text: string): number | null {
  if (/^\d{1,11}$/.test(text)) return Number(text) * 1000;
  return readDateTime(text, 'with offset')?.ms ?? null;
}
