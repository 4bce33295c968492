import type { Hook } from '../../connectors/contract/connector.ts';
import { type Change, maxKeyLength } from '../../connectors/contract/source.ts';
import type { Clock } from '../clock.ts';
import { hooksLiveMs } from '../storage/hooks.ts';
import type { Stores } from '../storage/stores.ts';
import type { Runtime } from './runtime.ts';

export type HookOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** It is older than deliveries are remembered: somebody may be repeating it. */
  | { readonly kind: 'outdated' };

/** Verifies a webhook and stores its changes as tasks, once per delivery. Stores nothing of a webhook that it refuses. */
export async function acceptHook(
  runtime: Runtime,
  stores: Stores,
  clock: Clock,
  connectionName: string,
  hook: Hook,
): Promise<HookOutcome> {
  const connection = runtime.connections.find(({ name }) => name === connectionName);
  const webhook = connection?.connector.webhook;
  if (!connection || !webhook) return { kind: 'unknown' };
  const received = await webhook.receive(await connection.credentials(), hook);
  if (received.kind !== 'changes') return received;
  const now = clock.now();
  if (received.at !== undefined && received.at < now - hooksLiveMs) return { kind: 'outdated' };
  const tooLong = fieldTooLong(received);
  if (tooLong !== null)
    return { kind: 'unreadable', reason: `${tooLong}: is longer than ${maxKeyLength} characters` };
  const delivery = received.id === null ? null : `${connectionName}:${received.id}`;
  stores.sql.transaction(() => {
    if (delivery !== null && !stores.hooks.take(delivery, now)) return;
    for (const [id, { from, definition, flow }] of runtime.flows) {
      if (from !== connection || !flow.enabled) continue;
      for (const change of received.changes) {
        if (change.flow === definition.name) stores.tasks.add(id, change.key, change.version ?? null, now);
      }
    }
  });
  return { kind: 'stored' };
}

/** Names what is too long to be stored: nothing that a system names its records by is. */
function fieldTooLong({ id, changes }: { readonly id: string | null; readonly changes: readonly Change[] }) {
  if ((id?.length ?? 0) > maxKeyLength) return 'the id of the event';
  const change = changes.find(({ key }) => key.length > maxKeyLength);
  return change === undefined ? null : `the id of the record (${change.flow})`;
}
