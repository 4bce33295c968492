import type { Cursor } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import { placedId } from './runtime.ts';
import { requestSync, type SyncRequest } from './sync.ts';
import type { FlowParts } from './task-runner.ts';

/** The stretch of changes that is going to be read. Times are ISO 8601 in UTC. */
interface SyncWindow {
  /** The connection that is read, and its system. */
  readonly from: string;
  readonly system: string;
  /** Earlier than was asked for where older changes are still unread. */
  readonly since: string;
  readonly until: string;
  /** Whether a window was being read, some of its pages still to come: what it has left is read with this one. */
  readonly pending: boolean;
}

/** What a sync is going to do. */
export interface SyncAnswer {
  /** Records that are brought across now. */
  readonly queued: number;
  /** Absent where only some records were asked for. */
  readonly window?: SyncWindow;
}

export function syncAndAnswer(
  stores: Stores,
  parts: Pick<FlowParts, 'flow' | 'from' | 'to'>,
  request: SyncRequest,
  now: number,
): SyncAnswer {
  const { from } = parts;
  const flow = placedId(parts);
  const before = stores.cursors.get(flow);
  // A flow that is off begins with this.
  if (parts.flow.flow === 'orders') stores.accounts.noteMaking(parts.to.place);
  requestSync(stores, flow, request, now, from.account?.timeZone ?? null);
  const queued = request.keys?.length ?? 0;
  if (request.since === undefined && queued > 0) return { queued };
  const after = stores.cursors.get(flow);
  return {
    queued,
    window: {
      from: from.name,
      system: from.connector.name,
      since: new Date(after?.since ?? now).toISOString(),
      until: new Date(now).toISOString(),
      pending: isBeingRead(before),
    },
  };
}

function isBeingRead(cursor: Cursor | null): boolean {
  return cursor !== null && (cursor.until !== null || cursor.page !== null);
}
