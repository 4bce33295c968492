/** A system's lists and searches may show for a while what stood there before a write: only a record's own address tells at once. */
import type { Endpoint } from './contract.ts';

/** Whether lists may not show yet what was written at that time, in epoch milliseconds. */
export function isBehind(
  { connector: { searchDelayMs } }: Pick<Endpoint, 'connector'>,
  at: number,
  now: Date,
): boolean {
  return now.getTime() < at + searchDelayMs;
}
