const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, `yyyy-MM-dd`. */
export function localDate(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** No zone is further from UTC than this. */
const maxOffsetMs = 15 * 3_600_000;

/**
 * The instant at which a day (`yyyy-MM-dd`) begins in a time zone. Where clocks leave midnight out, it is the first instant
 * that the day has.
 */
export function startOfDay(day: string, timeZone: string): Date {
  let before = Date.parse(day) - maxOffsetMs;
  let within = Date.parse(day) + maxOffsetMs;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (localDate(new Date(middle), timeZone) < day) before = middle;
    else within = middle;
  }
  return new Date(within);
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
