/** The milliseconds of an interval as settings write it: `"5m"`, `"24h"`. */
export function intervalMs(text: string): number {
  return Number.parseInt(text, 10) * (text.endsWith('h') ? 3_600_000 : 60_000);
}
