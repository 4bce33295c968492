export const dayMs = 24 * 3_600_000;

/** The day in UTC of an instant in epoch milliseconds, `yyyy-MM-dd`. */
export function utcDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The day so many days before another. */
export function dayBefore(day: string, days: number): string {
  return utcDay(Date.parse(day) - days * dayMs);
}
