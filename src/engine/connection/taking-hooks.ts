import { connectorById } from '../../connectors/registry.ts';
import type { Seal } from '../privacy/sealing.ts';
import type { Stores } from '../storage/stores.ts';
import { credentialsPlace } from './sealed-secrets.ts';

/**
 * Names the connections whose webhooks can be verified. One whose credentials cannot be opened counts as such: nothing runs
 * over it anyway.
 */
export async function takingHooks({
  id,
  seal,
  stores,
}: {
  readonly id: string;
  readonly seal: Seal;
  readonly stores: Stores;
}): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const { name, connector, credentials } of stores.connections.all()) {
    const webhook = connectorById(connector)?.webhook;
    if (webhook === undefined) continue;
    const opened =
      webhook.takes && (await seal.open(credentialsPlace(id, name), credentials).catch(() => undefined));
    if (opened === undefined || webhook.takes?.(opened as Record<string, string>)) names.add(name);
  }
  return names;
}
