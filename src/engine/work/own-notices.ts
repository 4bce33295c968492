/** What a flow does with, and knows of, the notices of its own records. */
import { never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import { notice } from './notice.ts';

/** Has the flow look at a record. One whose task waits for its time does so anyway. */
export function lookAt(stores: Stores, flow: string, key: string, now: number): void {
  const open = stores.tasks.openOf(flow, key);
  if (open?.state === 'queued' || open?.state === 'waiting') return;
  notice(stores, flow, { key }, now);
}

/** Up to when all changes are stored; null for a flow that is not polled. */
export function readUntil({ cursors }: Stores, flow: string): number | null {
  const cursor = cursors.get(flow);
  return cursor === null || cursor.nextAt === never ? null : cursor.since;
}
