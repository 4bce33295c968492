/** Records that were written just now: a list may show for a while what stood there before, and only their own addresses tell. */
import type { BatchKey } from '../../bulk.ts';
import type { Endpoint } from '../../contract.ts';
import { isBehind } from '../../lists-behind.ts';

type Told = Pick<BatchKey<unknown>, 'begun' | 'knownAt'>;

/** Also of what a batch that died was about to write: it may be under way until its lease ends. */
export function isJustWritten(
  end: Pick<Endpoint, 'connector'>,
  { begun, knownAt = 0 }: Told,
  now: Date,
): boolean {
  const sent = Object.values(begun?.updates ?? {}).flat();
  return isBehind(end, Math.max(knownAt, ...sent.map((each) => each.at)), now);
}
