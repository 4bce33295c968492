import type { RecordSource } from '../../connectors/contract/connector.ts';
import { asProblem, type Problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { Recorder } from '../http/recorder.ts';
import type { Cursor } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import { taskBackoffMs } from './retry.ts';

/**
 * Every window begins this long before the last one ended: wider than any index delay, clock difference or write that
 * was under way. Records seen before are known by their version.
 */
const overlapMs = 10 * 60_000;

export interface Poll {
  readonly flow: string;
  readonly source: RecordSource<unknown>;
  readonly connection: Connection;
  /** Null: read what was asked for, once. */
  readonly everyMs: number | null;
}

/** The cursor of a flow that was never polled: what changes from now on. */
export function freshCursor(now: number): Cursor {
  return { since: now, until: null, page: null, nextAt: now, failures: 0, problem: null, memory: null };
}

export const never = Number.MAX_SAFE_INTEGER;

/**
 * Reads one page of a flow's window and stores its changes as tasks together with the cursor. The cursor's `since`
 * moves only when the whole window is stored; a death in between resumes at the page. Returns the calls it made.
 */
export async function pollPage(poll: Poll, stores: Stores, clock: Clock): Promise<number> {
  const recorder = new Recorder();
  const cursor = stores.cursors.get(poll.flow) ?? freshCursor(clock.now());
  const until = cursor.until ?? clock.now();
  try {
    const page = await poll.source.changedSince(await poll.connection.api(recorder), {
      since: new Date(cursor.since - overlapMs),
      until: new Date(until),
      page: cursor.page,
      memory: cursor.memory,
    });
    const now = clock.now();
    stores.sql.transaction(() => {
      for (const change of page.changes) stores.tasks.add(poll.flow, change.key, change.version ?? null, now);
      const reading = page.next !== null;
      if (isOvertaken(stores, poll.flow, cursor)) return;
      stores.cursors.put(poll.flow, {
        since: reading ? cursor.since : until,
        until: reading ? until : null,
        page: page.next,
        nextAt: reading ? now : poll.everyMs === null ? never : now + poll.everyMs,
        failures: 0,
        problem: null,
        memory: (reading ? null : page.memory) ?? cursor.memory,
      });
    });
    poll.connection.health.worked();
  } catch (error) {
    const problem = poll.connection.named(asProblem(error));
    poll.connection.health.failed(problem.toData());
    if (!isOvertaken(stores, poll.flow, cursor)) stores.cursors.put(poll.flow, held(cursor, problem, clock));
  }
  return recorder.calls;
}

/** A backfill asked for while this window was being read starts anew: its cursor must not be overwritten. */
function isOvertaken(stores: Stores, flow: string, cursor: Cursor): boolean {
  const current = stores.cursors.get(flow);
  return current !== null && current.since !== cursor.since;
}

/** The same place, later. */
function held(cursor: Cursor, problem: Problem, clock: Clock): Cursor {
  const retryAt = problem.retryAt ?? 0;
  // The rate limit let it wait: nothing is wrong.
  if (problem.kind === 'wait') return { ...cursor, nextAt: Math.max(clock.now(), retryAt) };
  const failures = cursor.failures + 1;
  const nextAt = Math.max(clock.now() + taskBackoffMs(failures, clock), retryAt);
  return { ...cursor, failures, problem: problem.toData(), nextAt };
}
