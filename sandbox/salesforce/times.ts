import { isDate } from '../kit/time/local-time.ts';
import { wholeSecond } from '../kit/time/timestamps.ts';

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:?\d{2})$/;

/** `2026-05-01T07:25:37.000+0000`: no colon in the offset, whole seconds (sheet 3.1). */
export function stampText(ms: number): string {
  return new Date(wholeSecond(ms)).toISOString().replace('Z', '+0000');
}

/** Milliseconds; null for what is no date-time with an offset. */
export function readStamp(text: string): number | null {
  if (!dateTime.test(text) || !isDate(text.slice(0, 10))) return null;
  const ms = Date.parse(text.replace(/([+-]\d{2}):?(\d{2})$/, '$1:$2'));
  return Number.isNaN(ms) ? null : ms;
}
