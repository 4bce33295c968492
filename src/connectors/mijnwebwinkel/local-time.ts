/** Dates and times as the shop's clock shows them: no field tells its zone, and the platform is Dutch (sheet 3). */
export const timeZone = 'Europe/Amsterdam';

const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });

/** An instant as clocks on the wall show it there: `2026-03-02 13:00:00`. Swedes write dates as ISO 8601 does. */
export function localText(instant: Date): string {
  return format.format(instant);
}

/** The instant of a date and a time on the wall. In the hour that comes twice it is the later one. Null where they are none. */
export function instantOf(date = '', time = ''): Date | null {
  const shown = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(shown)) return null;
  // How much the wall is ahead depends on the moment: the first guess is at most hours off, the second is not.
  const first = shown - aheadMs(shown);
  return new Date(shown - aheadMs(first));
}

function aheadMs(moment: number): number {
  return Date.parse(`${localText(new Date(moment)).replace(' ', 'T')}Z`) - moment;
}
