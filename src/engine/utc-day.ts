export const dayMs = 24 * 3_600_000;

/** The day in UTC of an instant in epoch milliseconds, `yyyy-MM-dd`: counters are kept by it. */
export function utcDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
