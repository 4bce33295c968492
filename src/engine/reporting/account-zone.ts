import { localDate } from '../../records/time-zone.ts';
import { utcDay } from '../utc-day.ts';
import type { Runtime } from '../work/runtime.ts';

/**
 * The time zone in which an integration's days are told: that of the account which its orders leave from, as their days are of that one; else
 * of the first account of its flows that is known. Null before any was read.
 */
export function accountZone({ flows, connections }: Pick<Runtime, 'flows' | 'connections'>): string | null {
  const all = [...flows.values()];
  const orders = all.filter(({ flow }) => flow.flow === 'orders');
  const ends = [...orders, ...all].flatMap(({ from, to }) => [from, to]);
  const known = [...ends, ...connections].find(({ account }) => account !== null);
  return known?.account?.timeZone ?? null;
}

/** The day that it is there at an instant in epoch milliseconds, `yyyy-MM-dd`; in UTC while no zone is known. */
export function accountDay(runtime: Pick<Runtime, 'flows' | 'connections'>, instant: number): string {
  const zone = accountZone(runtime);
  return zone === null ? utcDay(instant) : localDate(new Date(instant), zone);
}
