/** Ecwid writes `2025-07-15 12:00:00 +0000`, which is not ISO 8601, and often UNIX seconds beside it (sheet 2.2). */
import { z } from 'zod';
import { text } from './fields.ts';

export const seconds = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || value === '') return undefined;
    if (/^\d{1,11}$/.test(String(value))) return new Date(Number(value) * 1000);
    context.addIssue({ code: 'custom', message: 'not_a_timestamp' });
    return z.NEVER;
  });

export const timestamp = text.transform((value, context) => {
  if (value === undefined) return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}) ?([+-]\d{2}):?(\d{2})$/.exec(value);
  const instant = match ? Date.parse(`${match[1]}T${match[2]}${match[3]}:${match[4]}`) : Number.NaN;
  if (!Number.isNaN(instant)) return new Date(instant);
  context.addIssue({ code: 'custom', message: 'not_a_timestamp' });
  return z.NEVER;
});

/** As Ecwid writes an instant; fractions of a second are lost. */
export function timestampText(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace('T', ' ')} +0000`;
}

export function toSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
