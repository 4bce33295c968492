/** Instants in the forms that systems give and take. */
import { refused, text } from './fields.ts';

/** UNIX seconds, as a number or as text. */
export const seconds = text.transform((value, context) => {
  if (value === undefined) return undefined;
  return /^\d{1,11}$/.test(value) ? new Date(Number(value) * 1000) : refused(context, 'not_a_timestamp');
});

/** `2025-07-15 12:00:00 +0000`, or as ISO 8601 writes it. */
export const timestamp = readerOf(/^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}) ?([+-]\d{2}:?\d{2})$/);

/** `2025-07-15 12:00:00` in UTC, of systems that do not say so. */
export const utcTimestamp = readerOf(/^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/);

function readerOf(form: RegExp) {
  return text.transform((value, context) => {
    if (value === undefined) return undefined;
    const [, day, time, offset = 'Z'] = form.exec(value) ?? [];
    const instant = Date.parse(`${day}T${time}${offset.replace(/^(...)(\d\d)$/, '$1:$2')}`);
    return Number.isNaN(instant) ? refused(context, 'not_a_timestamp') : new Date(instant);
  });
}

/** The instant of `2025-07-15 12:00:00` in UTC; undefined when it is none. */
export function utcInstant(text: string): Date | undefined {
  return utcTimestamp.safeParse(text).data;
}

/** `2025-07-15 12:00:00`, in UTC; fractions of a second are lost. */
export function utcText(instant: Date): string {
  return instant.toISOString().slice(0, 19).replace('T', ' ');
}

export function toSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
