import type { Hook, ReceivedHook } from '../../connectors/contract/connector.ts';
import { type Change, maxKeyLength } from '../../connectors/contract/source.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { type HookStore, hooksLiveMs } from '../storage/hooks.ts';
import type { Stores } from '../storage/stores.ts';
import { notice } from './notice.ts';
import { placedId, type Runtime } from './runtime.ts';

/** So many deliveries may be the same in all that is signed: of what happens within one second, such as an order that is placed and paid. */
const maxAlike = 10;

type Delivery = Pick<Extract<ReceivedHook, { kind: 'changes' }>, 'id' | 'signed'>;

export type HookOutcome =
  /** `dueAt`: when there is something to do because of it, in epoch milliseconds; null where it brought nothing new. */
  | { readonly kind: 'stored'; readonly dueAt: number | null }
  /** A draft takes no work from it. */
  | { readonly kind: 'seen' }
  /** It is not known yet whose account it is of: the system is to send it again. */
  | { readonly kind: 'unready' }
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
  if (received.at !== undefined && received.at < clock.now() - hooksLiveMs) return { kind: 'outdated' };
  const tooLong = fieldTooLong(received);
  if (tooLong !== null)
    return { kind: 'unreadable', reason: `${tooLong}: is longer than ${maxKeyLength} characters` };
  if (!(await isPlaced(connection, stores))) return { kind: 'unready' };
  connection.heard();
  const now = clock.now();
  const isDraft = runtime.state === 'draft';
  const dueAt = stores.sql.transaction(() => {
    const dues: number[] = [];
    if (!isDraft && !isNew(stores.hooks, connection.place, received, now)) return null;
    for (const parts of runtime.flows.values()) {
      const id = placedId(parts);
      const { enabled } = parts.flow;
      // One that was switched off after it had begun keeps what comes in, as nobody tells of it again.
      if (parts.from !== connection || !(enabled || stores.cursors.get(id) !== null)) continue;
      const changes = received.changes.filter(({ flow }) => flow === parts.definition.name);
      if (isDraft && changes.length > 0) stores.counters.add(id, 'seen', changes.length, now);
      if (isDraft) continue;
      const noticed = changes.map((change) => notice(stores, id, change, now));
      if (enabled) dues.push(...noticed);
    }
    return dues.length === 0 ? null : Math.min(...dues);
  });
  return isDraft ? { kind: 'seen' } : { kind: 'stored', dueAt };
}

/** Notes the delivery. What nobody can tell from a repeated one is new. */
function isNew(hooks: HookStore, place: string, { id, signed }: Delivery, now: number): boolean {
  if (signed === undefined) return id === null || hooks.take(`${place}:${id}`, now);
  const content = `${place}:${signed}`;
  return hooks.countOf(content, maxAlike) < maxAlike && hooks.take(`${content} ${id ?? ''}`, now);
}

/**
 * Whether it is known which account the connection opens. After new credentials that is read first where they do not tell
 * it themselves: a record of another account must not be taken for one of the account before.
 */
async function isPlaced(connection: Connection, stores: Stores): Promise<boolean> {
  const isFirst = stores.accounts.get(connection.place)?.identity === null;
  if (connection.account !== null || connection.connector.identity !== undefined || isFirst) return true;
  return connection.check().then(
    () => true,
    () => false,
  );
}

/** Names what is too long to be stored: nothing that a system names its records by is. */
function fieldTooLong({ id, changes }: { readonly id: string | null; readonly changes: readonly Change[] }) {
  if ((id?.length ?? 0) > maxKeyLength) return 'the id of the event';
  const change = changes.find(({ key }) => key.length > maxKeyLength);
  return change === undefined ? null : `the id of the record (${change.flow})`;
}
