/** Magento writes `2025-03-11 09:14:52`, in UTC and without saying so, in answers and filters alike (sheet 3, 16). */
import { z } from 'zod';
import { text } from './fields.ts';

export const timestamp = text.transform((value, context) => {
  if (value === undefined) return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(value);
  const instant = match ? Date.parse(`${match[1]}T${match[2]}Z`) : Number.NaN;
  if (!Number.isNaN(instant)) return new Date(instant);
  context.addIssue({ code: 'custom', message: 'not_a_timestamp' });
  return z.NEVER;
});

export function timestampText(instant: Date): string {
  return instant.toISOString().slice(0, 19).replace('T', ' ');
}
