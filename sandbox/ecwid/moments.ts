/** Ecwid's form of a date: a blank for `T`, the offset without a colon, always UTC (sheet 2.2). */
export function dateText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} +0000`;
}

export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** UNIX seconds, `yyyy-MM-dd HH:mm:ss` with or without an offset, or `yyyy-MM-dd`; null for anything else. */
export function readMoment(text: string): number | null {
  if (/^\d{1,11}$/.test(text)) return Number(text) * 1000;
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?: ?([+-]\d{2}):?(\d{2}))?)?$/.exec(text);
  if (match === null) return null;
  const [, day, time = '00:00:00', hours = '+00', minutes = '00'] = match;
  const instant = Date.parse(`${day}T${time}${hours}:${minutes}`);
  return Number.isNaN(instant) ? null : instant;
}
