import { freshCursor, never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';

/** All records that changed since a moment, or just some. */
export interface SyncRequest {
  readonly keys?: readonly string[] | undefined;
  /** ISO 8601. */
  readonly since?: string | undefined;
}

/** Queues some records now, or reads everything that changed since a moment. The progress shows how far that is. */
export function requestSync(
  stores: Stores,
  flow: string,
  { keys = [], since }: SyncRequest,
  now: number,
): void {
  for (const key of keys) stores.tasks.add(flow, key, null, now, true);
  if (since === undefined && keys.length > 0) return;
  const cursor = stores.cursors.get(flow) ?? freshCursor(now);
  const from = since === undefined ? cursor.since : Date.parse(since);
  // After trouble the cursor may be far behind. Nothing that is still unread may be skipped.
  const start = cursor.nextAt === never ? from : Math.min(from, cursor.since);
  const round = cursor.round && { ...cursor.round, read: 0 };
  const asked = since !== undefined || cursor.asked;
  stores.cursors.put(flow, { ...freshCursor(now), since: start, round, asked });
}
