import { Accounts } from '../src/engine/bulk/accounts.ts';
import type { BatchCall, CallObject } from '../src/engine/bulk/claim.ts';
import { workOnBatch } from '../src/engine/bulk/run-batch.ts';
import { systemClock } from '../src/engine/clock.ts';
import { parseCommitDelays } from '../src/engine/connection/commit-delays.ts';
import { parseRateLimits } from '../src/engine/connection/limits/overrides.ts';
import { parseBaseUrls } from '../src/engine/http/base-url.ts';
import { consoleLog } from '../src/engine/log.ts';
import { runCalls } from '../src/engine/work/run-budget.ts';
import type { BatchMessage, Env } from '../src/env.ts';
import { unwrap } from './answer.ts';
import { integration } from './integration-client.ts';
import { kvIdCache } from './kv-id-cache.ts';
import { readOnce } from './read-once.ts';
import { sessionPorts } from './session-ports.ts';

/** They live as long as the Worker's isolate does. */
const accounts = new Accounts();
const baseUrls = readOnce(parseBaseUrls);
const rateLimits = readOnce(parseRateLimits);
const commitDelays = readOnce(parseCommitDelays);

/**
 * Works on a batch: claims it, reads, plans and writes, and reports once. Losing the message, getting it twice and dying in between are
 * all the same case: the object hands the batch out again, and a claim gives nothing of what is done or somebody else's.
 */
export async function consumeBatch(env: Env, { integration: id, batch }: BatchMessage): Promise<void> {
  const log = consoleLog(id);
  const call = (async (each: BatchCall) =>
    unwrap(await integration(env, id).batch(batch, each))) as CallObject;
  try {
    await workOnBatch(call, {
      integration: id,
      clock: systemClock,
      fetch: (input, init) => fetch(input, init),
      baseUrls: baseUrls(env.BASE_URLS),
      rateLimits: rateLimits(env.RATE_LIMITS),
      commitDelays: commitDelays(env.COMMIT_DELAYS),
      idCache: kvIdCache(env.SKUS),
      ports: (connection, beginning) =>
        accounts.over(`${id}/${connection}`, sessionPorts(env, id, connection, beginning)),
      maxCalls: runCalls(env.RUN_CALLS),
    });
  } catch (error) {
    // The object hands it out again when the lease runs out.
    log.error('batch_failed', { batch }, error);
  }
}
