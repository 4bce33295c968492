import { directory } from '../durable-objects/directory-client.ts';
import { integration } from '../durable-objects/integration-client.ts';
import type { Env, WakeMessage } from './env.ts';

/** Well within what one invocation may call on the free plan. */
const atOnce = 20;

/** The cron: wakes every integration; those beyond what one invocation may call go over the queue. */
export async function wakeAll(env: Env): Promise<void> {
  const ids = (await directory(env).list()).map(({ id }) => id);
  const chunks: WakeMessage[] = [];
  for (let start = atOnce; start < ids.length; start += atOnce) {
    chunks.push({ integrations: ids.slice(start, start + atOnce) });
  }
  if (chunks.length > 0) await env.WAKE.sendBatch(chunks.map((body) => ({ body })));
  await wake(env, ids.slice(0, atOnce));
}

/** One that fails does not keep the others asleep; the next minute tries it again. */
export async function wake(env: Env, ids: readonly string[]): Promise<void> {
  const results = await Promise.allSettled(ids.map((id) => integration(env, id).wake()));
  results.forEach((result, index) => {
    if (result.status === 'rejected') {
      console.error(JSON.stringify({ event: 'wake_failed', integration: ids[index] ?? null }));
    }
  });
}
