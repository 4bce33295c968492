import { unwrap } from '../../../durable-objects/answer.ts';
import type { IntegrationClient } from '../../../durable-objects/integration-client.ts';
import type { CheckView } from '../../engine/reporting/views.ts';
import type { By } from '../../engine/storage/trail.ts';

/** Tries a connection of a draft. Nothing was carried over yet: whichever account it opens, it starts afresh with that. */
export async function tryIt(object: IntegrationClient, connection: string, by: By): Promise<void> {
  const [check]: CheckView[] = unwrap(await object.check(undefined, connection));
  if (check?.problem?.code === 'account_changed')
    unwrap(await object.acceptAccount(connection, 'another', by));
}
