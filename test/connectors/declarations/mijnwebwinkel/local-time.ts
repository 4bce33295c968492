const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as clocks on the wall show it there: `2026-03-02 13:00:00`. */
export function localText(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    // Swedes write dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** The instant of a date and a time on the wall. In the hour that comes twice it is the later one. Null where they are none. */
export function instantOf(date: string, time: string, timeZone: string): Date | null {
  const shown = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(shown)) return null;
  // How much the wall is ahead depends on the moment: the first guess is at most hours off, the second is not.
  const first = shown - aheadMs(shown, timeZone);
  return new Date(shown - aheadMs(first, timeZone));
}

function aheadMs(moment: number, timeZone: string): number {
  return Date.parse(`${localText(new Date(moment), timeZone).replace(' ', 'T')}Z`) - moment;
}
