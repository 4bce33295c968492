import { consumeBatch } from '../durable-objects/batch-consumer.ts';
import type { BatchMessage, Env, WakeMessage } from './env.ts';
import { app } from './routes/app.ts';
import { isUsable } from './routes/readiness.ts';
import { wake, wakeAll } from './wake-up.ts';

export { DirectoryObject } from '../durable-objects/directory.ts';
export { HouseObject } from '../durable-objects/house.ts';
export { IntegrationObject } from '../durable-objects/integration.ts';

/** The way in: requests, the cron, the queues. */
export default {
  fetch: app.fetch,
  scheduled: async (_controller, env) => {
    if (isUsable(env)) await wakeAll(env);
  },
  queue: async (batch, env) => {
    // What was to be done stands in the objects, which hand it out again.
    if (!isUsable(env)) return;
    for (const { body } of batch.messages) {
      if ('batch' in body) await consumeBatch(env, body);
      else await wake(env, body.integrations);
    }
  },
} satisfies ExportedHandler<Env, WakeMessage | BatchMessage>;
