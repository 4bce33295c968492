import { startOfDay } from '../../records/time-zone.ts';
import { freshCursor, never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import { notice } from './notice.ts';
import { windowStart } from './poller.ts';

/** All records that changed since a moment, or just some. */
export interface SyncRequest {
  readonly keys?: readonly string[] | undefined;
  /** ISO 8601: a moment with its offset, or a day, which begins at midnight in the source's time zone. */
  readonly since?: string | undefined;
}

/** Where a day begins first. */
const earliestZone = 'Pacific/Kiritimati';

/**
 * Queues some records now, or reads everything that changed since a moment. The progress shows how far that is.
 * `timeZone` is the source's; while it is not known (null) a day begins as early as anywhere, so that nothing is left out.
 */
export function requestSync(
  stores: Stores,
  flow: string,
  { keys = [], since }: SyncRequest,
  now: number,
  timeZone: string | null,
): void {
  for (const key of keys) notice(stores, flow, { key }, now, { asked: 'name' });
  if (since === undefined && keys.length > 0) return;
  const known = stores.cursors.get(flow);
  // A flow that is off has no beginning yet. It gets none by being read now, and the moment that is asked for else.
  if (known === null && since === undefined) return;
  if (known === null) stores.cursors.goLive(flow, now);
  const cursor = known ?? freshCursor(now);
  const round = cursor.round && { ...cursor.round, read: 0 };
  const asked = since !== undefined || cursor.asked;
  const start = since === undefined ? cursor.since : startOfFlow(since, timeZone);
  // After trouble the cursor may be far behind. Nothing that is still unread may be skipped.
  const isRead = since === undefined || cursor.nextAt === never;
  stores.cursors.put(flow, {
    ...freshCursor(now),
    since: isRead ? start : Math.min(start, windowStart(cursor, stores.cursors.liveFrom(flow))),
    round,
    asked,
  });
  if (since !== undefined) stores.cursors.liveSince(flow, start);
}

/** When that begins, in epoch milliseconds. `timeZone`: as `requestSync` takes it. */
export function startOfFlow(since: string, timeZone: string | null): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(since);
  return isDay ? startOfDay(since, timeZone ?? earliestZone).getTime() : Date.parse(since);
}
