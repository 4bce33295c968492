import type { Change, ChangeWindow } from '../../connectors/contract/source.ts';
import type { ChangesSource } from '../../flows/contract.ts';
import { asProblem, type Problem } from '../../records/problem.ts';
import { taskBackoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { Connection } from '../connection/connection.ts';
import { Recorder } from '../http/recorder.ts';
import { type Cursor, freshCursor, never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import { notice } from './notice.ts';
import { ofOneCall } from './refused-call.ts';
import { compareSnapshot, snapshotStart } from './snapshot-comparison.ts';

/**
 * Every window begins this long before the last one ended: wider than any index delay, clock difference or write that
 * was under way. Records seen before are known by their version.
 */
const overlapMs = 10 * 60_000;

const secondMs = 1_000;

export interface Poll {
  /** Id of the flow between the places of now. */
  readonly flow: string;
  readonly source: ChangesSource;
  readonly connection: Connection;
  /** Null: the flow is not polled; it reads once what was asked for. */
  readonly everyMs: number | null;
}

/** What one page brought: its changes, and where the window continues. `next` is null at the end of the window. */
export interface PageRead {
  readonly changes: readonly Omit<Change, 'flow'>[];
  readonly next: string | null;
  readonly round: Cursor['round'];
}

/**
 * Reads one page of a flow's window and stores its changes as tasks together with the cursor. The cursor's `since`
 * moves only when the whole window is stored; a death in between resumes at the page. Returns the calls it made.
 */
export async function pollPage(due: Poll, stores: Stores, clock: Clock): Promise<number> {
  // As it is now: the connection may come to lead elsewhere while the page is read.
  const poll = { ...due };
  const recorder = new Recorder();
  const cursor = stores.cursors.get(poll.flow) ?? freshCursor(clock.now());
  const until = cursor.until ?? clock.now();
  try {
    const take = await readPage(poll, stores, recorder, cursor, until);
    const now = clock.now();
    stores.sql.transaction(() => {
      const isCurrent = !isOvertaken(stores, poll.flow, cursor);
      const { changes, next, round } = take(isCurrent);
      const asked = cursor.asked ? 'period' : null;
      for (const change of changes) notice(stores, poll.flow, change, now, { asked, isAhead: false });
      if (!isCurrent) return;
      const isReading = next !== null;
      stores.cursors.put(poll.flow, {
        since: isReading ? cursor.since : until,
        until: isReading ? until : null,
        page: next,
        nextAt: isReading ? now : poll.everyMs === null ? never : now + poll.everyMs,
        failures: 0,
        problem: null,
        round,
        asked: isReading && cursor.asked,
      });
    });
    poll.connection.health.worked();
  } catch (error) {
    const { connection } = poll;
    const refusal = connection.named(asProblem(error));
    const problem = await ofOneCall(
      refusal,
      connection,
      recorder.refusedCall(connection.name),
      cursor.problem?.code === refusal.code,
    );
    // That one kind of call is refused says neither that the others work nor that they do not.
    if (problem.code !== 'scope_missing' || problem.kind === 'auth')
      connection.health.failed(problem.toData(), { by: null, calls: recorder.calls });
    if (!isOvertaken(stores, poll.flow, cursor))
      stores.cursors.put(poll.flow, postponed(cursor, problem, clock));
  }
  return recorder.calls;
}

/** Calls the source. The function it returns runs later, in the transaction that stores the result. */
async function readPage(
  { flow, source: { changes }, connection }: Poll,
  stores: Stores,
  recorder: Recorder,
  cursor: Cursor,
  until: number,
): Promise<(isCurrent: boolean) => PageRead> {
  const api = await connection.api(recorder, splitFlowId(flow).flow);
  const window: ChangeWindow = {
    since: new Date(windowStart(cursor, stores.cursors.liveFrom(flow))),
    until: new Date(until),
    page: cursor.page,
  };
  switch (changes.kind) {
    case 'by-time': {
      const page = await changes.page(api, window);
      return () => ({ ...page, round: cursor.round });
    }
    case 'by-snapshot': {
      const start = snapshotStart(window, cursor);
      const page = await changes.page(api, start.window);
      return (isCurrent) =>
        compareSnapshot(stores.snapshots, { flow, source: changes, ...start, page, isCurrent });
    }
  }
}

/**
 * Where a window of a flow begins. What a person asked for begins at that moment; nothing else from before the flow went
 * live is read. Systems tell whole seconds: what was sold in the second in which it went live is not before.
 */
export function windowStart(
  { since, asked }: Pick<Cursor, 'since' | 'asked'>,
  liveFrom: number | null,
): number {
  const live = liveFrom === null ? 0 : Math.floor(liveFrom / secondMs) * secondMs;
  return asked ? since : Math.max(since - overlapMs, live);
}

/** Returns whether a backfill was requested while this page was being read. Its cursor must not be overwritten. */
function isOvertaken(stores: Stores, flow: string, cursor: Cursor): boolean {
  const current = stores.cursors.get(flow);
  return current !== null && (current.since !== cursor.since || current.asked !== cursor.asked);
}

/** The same place, later. */
function postponed(cursor: Cursor, problem: Problem, clock: Clock): Cursor {
  const retryAt = problem.retryAt ?? 0;
  // The rate limit made it wait. Nothing is wrong.
  if (problem.kind === 'wait') return { ...cursor, nextAt: Math.max(clock.now(), retryAt) };
  const failures = cursor.failures + 1;
  const nextAt = Math.max(clock.now() + taskBackoffMs(failures, clock), retryAt);
  return { ...cursor, failures, problem: problem.toData(), nextAt };
}
