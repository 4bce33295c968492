import { unwrap } from '../../durable-objects/answer.ts';
import type { IntegrationClient } from '../../durable-objects/integration-client.ts';
import type { CheckView } from '../engine/reporting/views.ts';
import type { By } from '../engine/storage/trail.ts';

/**
 * Tries a connection of a draft. Whichever account it opens, it starts afresh with that; where something was carried over before the link
 * became a draft, a person says first whether it is another account.
 */
export async function tryIt(object: IntegrationClient, connection: string, by: By): Promise<void> {
  const [check]: CheckView[] = unwrap(await object.check(undefined, connection));
  if (check?.problem?.code === 'account_changed') unwrap(await object.startAfresh(connection, by));
}
