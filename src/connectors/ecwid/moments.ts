/** Ecwid writes `2025-07-15 12:00:00 +0000`, which is not ISO 8601, and often UNIX seconds beside it (sheet 2.2). */
import { z } from 'zod';
import { text } from './wire.ts';

export const seconds = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || value === '') return undefined;
    if (/^\d{1,11}$/.test(String(value))) return new Date(Number(value) * 1000);
    context.addIssue({ code: 'custom', message: 'must be UNIX seconds' });
    return z.NEVER;
  });

export const moment = text.transform((value, context) => {
  if (value === undefined) return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}) ?([+-]\d{2}):?(\d{2})$/.exec(value);
  const instant = match ? Date.parse(`${match[1]}T${match[2]}${match[3]}:${match[4]}`) : Number.NaN;
  if (!Number.isNaN(instant)) return new Date(instant);
  context.addIssue({ code: 'custom', message: 'must be a date such as "2025-07-15 12:00:00 +0000"' });
  return z.NEVER;
});

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, `yyyy-MM-dd`. */
export function localDate(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const calendar = { timeZone, calendar: 'iso8601', numberingSystem: 'latn' } as const;
    format = new Intl.DateTimeFormat('en', {
      ...calendar,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** As Ecwid writes an instant; fractions of a second are lost. */
export function momentText(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace('T', ' ')} +0000`;
}

export function toSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
