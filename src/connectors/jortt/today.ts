import { localDate } from '../../records/time-zone.ts';

/** Jortt has one time zone (sheet 10.18). */
export const timeZone = 'Europe/Amsterdam';

/** `yyyy-MM-dd` there. */
export function today(now: Date): string {
  return localDate(now, timeZone);
}
