import { looksAgainAt } from '../write-once.ts';
import type { Context } from './endpoints.ts';

/** What was begun may still be done, or be found only later: when it is looked for again; null where it is sure. Epoch milliseconds. */
export function openUntil(
  { target: { connector }, now }: Pick<Context, 'target' | 'now'>,
  at: number,
): number | null {
  const { searchDelayMs: settleMs, commitDelayMs } = connector;
  return looksAgainAt(at, { settleMs, commitDelayMs }, now().getTime());
}
