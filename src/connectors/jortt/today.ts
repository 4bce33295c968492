import { localDate } from '../../records/time-zone.ts';

/** `yyyy-MM-dd` in the Netherlands: Jortt has one time zone (sheet 10.18). */
export function today(now: Date): string {
  return localDate(now, 'Europe/Amsterdam');
}
