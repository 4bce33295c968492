import { consumeBatch } from '../durable-objects/batch-consumer.ts';
import type { BatchMessage, Env, WakeMessage } from './env.ts';
import { app } from './routes/app.ts';
import { wake, wakeAll } from './wake-up.ts';

export { DirectoryObject } from '../durable-objects/directory.ts';
export { IntegrationObject } from '../durable-objects/integration.ts';

/** The way in: requests, the cron, the queues. */
export default {
  fetch: app.fetch,
  scheduled: (_controller, env) => wakeAll(env),
  queue: async (batch, env) => {
    for (const { body } of batch.messages) {
      if ('batch' in body) await consumeBatch(env, body);
      else await wake(env, body.integrations);
    }
  },
} satisfies ExportedHandler<Env, WakeMessage | BatchMessage>;
