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

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows at an instant in a time zone, as the milliseconds that UTC would have then. */
export function wallClock(instant: Date, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en', {
      ...{ timeZone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
    clocks.set(timeZone, clock);
  }
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const ms = ((instant.getTime() % 1_000) + 1_000) % 1_000;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'), ms);
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
