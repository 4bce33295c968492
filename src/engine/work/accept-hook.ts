import type { Hook } from '../../connectors/contract/connector.ts';
import type { Clock } from '../clock.ts';
import type { Stores } from '../storage/stores.ts';
import type { Runtime } from './runtime.ts';

export type HookOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'unreadable'; readonly reason: string };

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
