import type { Env, WakeMessage } from './env.ts';
import { app } from './routes/app.ts';
import { wake, wakeAll } from './wake-up.ts';

export { DirectoryObject } from '../durable-objects/directory.ts';
export { IntegrationObject } from '../durable-objects/integration.ts';

/** The way in: requests, the cron, the queue. */
export default {
  fetch: app.fetch,
  scheduled: (_controller, env) => wakeAll(env),
  queue: async (batch, env) => {
    for (const { body } of batch.messages) await wake(env, body.integrations);
  },
} satisfies ExportedHandler<Env, WakeMessage>;
