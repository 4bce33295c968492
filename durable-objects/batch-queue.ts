import type { BatchQueue } from '../src/engine/bulk/dispatcher.ts';
import type { Env } from '../src/env.ts';

/** Hands out the batches of an integration over a queue: each is worked on in an invocation of its own. */
export function batchQueue({ BATCHES }: Env, integration: string): BatchQueue {
  return {
    send: async (ids) => {
      await BATCHES.sendBatch(ids.map((batch) => ({ body: { integration, batch } })));
    },
  };
}
