import { directory } from '../durable-objects/directory-client.ts';
import { integration } from '../durable-objects/integration-client.ts';
import type { Env, WakeMessage } from './env.ts';

/** Well within what one invocation may call on the free plan. */
const atOnce = 20;

/** Messages that a queue takes at once. */
const maxMessages = 100;

const minuteMs = 60_000;

/**
 * The cron: wakes every integration; those beyond what one invocation may call go over the queue. Who comes first changes
 * with every minute, so that all have their turn also while the queue takes nothing.
 */
export async function wakeAll(env: Env, now = Date.now()): Promise<void> {
  const ids = turned(
    (await directory(env).list()).map(({ id }) => id),
    Math.floor(now / minuteMs) * atOnce,
  );
  await Promise.all([wake(env, ids.slice(0, atOnce)), handOver(env, ids.slice(atOnce))]);
}

function turned(ids: readonly string[], by: number): string[] {
  const first = ids.length <= atOnce ? 0 : by % ids.length;
  return [...ids.slice(first), ...ids.slice(0, first)];
}

/** A queue that takes nothing keeps nobody asleep for long: they have alarms of their own, and their turn comes. */
async function handOver(env: Env, ids: readonly string[]): Promise<void> {
  const messages = chunks(ids, atOnce).map((integrations) => ({ body: { integrations } }));
  try {
    for (const batch of chunks<{ body: WakeMessage }>(messages, maxMessages)) await env.WAKE.sendBatch(batch);
  } catch (error) {
    console.error(JSON.stringify({ event: 'queue_refused', integrations: ids.length, error: String(error) }));
  }
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
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
