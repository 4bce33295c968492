import type { BatchStanding } from '../storage/batches.ts';

/** How long a holder may work: well within the 15 minutes of a consumer. */
export const leaseMs = 4 * 60_000;

/** When the batch was given to whoever works on it, epoch milliseconds: nothing of it was read before. */
export function claimedAt({ lease, madeAt }: Pick<BatchStanding, 'lease' | 'madeAt'>): number {
  return lease === null ? madeAt : lease.until - leaseMs;
}
