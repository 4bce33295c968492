import { problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import { timeoutMs } from '../http/within-time.ts';

/**
 * Throws a `wait` problem instead of making a call that may end after the lease: from then on somebody else works on the batch, and what
 * a consumer that stood still had read is older than what that one writes. `until` is in epoch milliseconds.
 */
export function withinLease(
  fetch: typeof globalThis.fetch,
  clock: Clock,
  until: number,
): typeof globalThis.fetch {
  return ((...call: Parameters<typeof fetch>) =>
    clock.now() + timeoutMs > until
      ? Promise.reject(problem('wait', 'run_spent', {}))
      : fetch(...call)) as typeof globalThis.fetch;
}
