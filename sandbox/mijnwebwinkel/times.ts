import { instantOf, isDate, localDate, localTimestamp } from '../kit/time/local-time.ts';

/** `10:15:00`: a time of the shop's own clock, without a zone (sheet 3). */
export function timeText(ms: number): string {
  return localTimestamp(ms).slice(11, 19);
}

/** Two fields for one moment: `date` and `time`, or with a word before them. */
export function moment(name: string, ms: number): Record<string, string> {
  return { [`${name}date`]: localDate(ms), [`${name}time`]: timeText(ms) };
}

/** `yyyy-mm-dd hh:mm:ss`, local; a date alone means its midnight (sheet 3). Null for anything else. */
export function readLocalTime(text: string): number | null {
  const [date = '', time = '00:00:00', ...more] = text.split(' ');
  const isTime = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time);
  return isDate(date) && isTime && more.length === 0 ? instantOf(`${date}T${time}`) : null;
}
