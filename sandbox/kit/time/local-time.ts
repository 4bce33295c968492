/** The systems of the sandbox belong to a Dutch company. */
export const timeZone = 'Europe/Amsterdam';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `2026-03-02T10:15:00`, without an offset. */
function localTime(ms: number): string {
  const found = Object.fromEntries(parts.formatToParts(ms).map(({ type, value }) => [type, value]));
  return `${found.year}-${found.month}-${found.day}T${found.hour}:${found.minute}:${found.second}`;
}

/** `2026-03-02`: the local day, as a bookkeeping counts days. */
export function localDate(ms: number): string {
  return localTime(ms).slice(0, 10);
}

/** `2026-03-02T10:15:00+01:00` */
export function localTimestamp(ms: number): string {
  const minutes = offsetMinutes(ms);
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${localTime(ms)}+${hours}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The instant of a local time such as `2025-12-31T23:30`. */
export function instantOf(local: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const guess = asUtc - offsetMinutes(asUtc) * 60_000;
  return asUtc - offsetMinutes(guess) * 60_000;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

function offsetMinutes(ms: number): number {
  const whole = Math.floor(ms / 1000) * 1000;
  return Math.round((Date.parse(`${localTime(whole)}Z`) - whole) / 60_000);
}
