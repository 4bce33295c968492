import type { Outcome } from '../../flows/contract.ts';
import { asProblem, Problem } from '../../records/problem.ts';
import type { Reason } from '../../records/reason.ts';
import { taskBackoffMs } from '../backoff.ts';
import type { Recorder } from '../http/recorder.ts';
import { skippedCounter } from '../reporting/skipped-days.ts';
import { activityPlace } from '../storage/activity.ts';
import type { Skipper, TaskRow } from '../storage/task-row.ts';
import { markEnded } from './mark-levels.ts';
import { internalErrorsUntilParked, settle } from './settle-task.ts';
import type { TaskParts } from './task-runner.ts';

/** What storing an outcome takes. */
export type OutcomeParts = Pick<TaskParts, 'stores' | 'clock' | 'log'>;

/** The task's next state, the log's entry and the counters: all of it, or nothing. */
export function storeOutcome(
  task: TaskRow,
  parts: OutcomeParts,
  result: Outcome | Problem,
  recorder: Recorded,
  payload: string | null,
): void {
  const { stores, clock, log } = parts;
  const now = clock.now();
  const write = (kept: string | null) =>
    stores.sql.transaction(() => {
      if (result instanceof Problem) {
        const outcome = settle(task, parts, result, now);
        record(task, parts, recorder, { outcome, reason: result, targetId: null, payload: kept });
        return;
      }
      const skus = stores.tasks.end(task.id, result.kind, null, now);
      if (result.reason.code === 'left_out')
        stores.tasks.stayLeftOut(task, result.reason.params.by as Skipper);
      markEnded(stores, task.flow, [...task.skus, ...skus], now);
      const { looksAgainAt } = result;
      if (looksAgainAt !== undefined) stores.tasks.lookAgain(task, looksAgainAt, now);
      const targetId = result.kind === 'done' ? result.targetId : null;
      record(task, parts, recorder, { outcome: result.kind, reason: result.reason, targetId, payload: kept });
    });
  try {
    write(payload);
  } catch (error) {
    if (payload === null) throw error;
    // What was done counts more than the record of it.
    log.error('payload_lost', { task: task.id, flow: task.flow }, error);
    write(null);
  }
}

/** The outcome could not be stored. The task is tried again later: its flow looks at what was done before it does anything. */
export function rescueTask(task: TaskRow, { stores, clock, log }: TaskParts): void {
  try {
    const now = clock.now();
    const data = asProblem(null).toData();
    const attempt = task.attempts + 1;
    if (attempt >= internalErrorsUntilParked) stores.tasks.end(task.id, 'parked', data, now);
    else stores.tasks.wait(task.id, now + taskBackoffMs(attempt, clock), data, true, now);
  } catch (error) {
    // The next start of the object finds it running, and takes it up again.
    log.error('task_stranded', { task: task.id, flow: task.flow }, error);
  }
}

/** Cloudflare takes 2 MB a row; sealing makes four bytes of three. */
const maxPayloadBytes = 1_300_000;

/** Null where nothing is kept, or it cannot be sealed: that is no reason to do anything twice. */
export async function sealedPayload(
  task: TaskRow,
  parts: TaskParts,
  recorder: Recorder,
): Promise<string | null> {
  if (parts.retentionDays === 0) return null;
  try {
    const payload = recorder.payload(maxPayloadBytes);
    return await parts.seal.seal(activityPlace(parts.integration, task.id), payload);
  } catch (error) {
    parts.log.error('payload_lost', { task: task.id, flow: task.flow }, error);
    return null;
  }
}

/** What a try called, and whose data it holds. */
type Recorded = Pick<Recorder, 'calls' | 'emailFingerprint'>;

/** What is told of a try that ended. */
interface Ended {
  readonly outcome: string;
  readonly reason: Reason;
  readonly targetId: string | null;
  /** What was read and written, sealed; null where nothing of it is kept. */
  readonly payload: string | null;
}

function record(
  task: TaskRow,
  { stores, clock, log }: OutcomeParts,
  recorder: Recorded,
  { outcome, reason: { code, params }, targetId, payload }: Ended,
): void {
  const at = clock.now();
  const id = task.flow;
  stores.activity.add({
    at,
    flow: id,
    key: task.key,
    task: task.id,
    outcome,
    reason: code,
    params,
    targetId,
    calls: recorder.calls,
    emailFingerprint: recorder.emailFingerprint,
    sealed: payload,
  });
  stores.counters.add(id, outcome, 1, at);
  const skipped = outcome === 'skipped' ? skippedCounter(code) : null;
  if (skipped !== null) stores.counters.add(id, skipped, 1, at);
  stores.counters.add(id, 'calls', recorder.calls, at);
  log.info('task', { task: task.id, flow: id, key: task.key, outcome, calls: recorder.calls });
}
