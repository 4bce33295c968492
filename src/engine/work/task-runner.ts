import type { Outcome, RecordFlow } from '../../flows/contract.ts';
import { asProblem, Problem } from '../../records/problem.ts';
import type { Reason } from '../../records/reason.ts';
import { giveUpAfterMs, taskBackoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import type { FlowDocument } from '../configuration/configuration.ts';
import type { Connection } from '../connection/connection.ts';
import type { IdCache } from '../connection/id-cache.ts';
import { Recorder } from '../http/recorder.ts';
import type { Log } from '../log.ts';
import type { Fingerprints } from '../privacy/fingerprints.ts';
import type { Seal } from '../privacy/sealing.ts';
import { skippedCounter } from '../reporting/skipped-days.ts';
import { activityPlace } from '../storage/activity.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/tasks.ts';
import { flowContext } from './flow-context.ts';
import { Held, type Locks } from './locks.ts';
import { ofOneCall } from './refused-call.ts';

/** The record is not to blame for Koppel's own faults, but a record that always causes one must not run forever. */
const internalErrorsUntilParked = 5;

/** A flow that runs, with everything that its tasks share. */
export interface FlowParts {
  readonly integration: string;
  readonly flow: FlowDocument;
  /** The same flow the other way round, where it is enabled. */
  readonly reverse: FlowDocument | null;
  /** Whether a customers flow reads or writes the customers of `to`. */
  readonly customersKept: boolean;
  readonly definition: RecordFlow<unknown>;
  readonly from: Connection;
  readonly to: Connection;
  readonly seal: Seal;
  readonly fingerprints: Fingerprints;
  readonly locks: Locks;
  readonly retentionDays: number;
  readonly log: Log;
  readonly idCache: IdCache;
}

export interface TaskParts extends FlowParts {
  readonly stores: Stores;
  readonly clock: Clock;
}

/** What one try may do. */
export interface TaskBounds {
  readonly maxCalls: number;
  /** Whether it may begin what is done alone under this key. Else it is put back, so that others get its place. */
  readonly mayTake: (key: string) => boolean;
}

/** What became of a try, for who runs the next. */
export type Ran =
  | { readonly kind: 'over' }
  /** Somebody works with this key. The task is back in the queue. */
  | { readonly kind: 'held'; readonly key: string }
  /** The run may make no more calls. The task is back in the queue. */
  | { readonly kind: 'cut' };

/**
 * Runs one task: calls its flow and turns the outcome into the task's next state, stored together with the activity and the
 * counters, or not at all. Never throws, whatever goes wrong: one record must not stop the others.
 */
export async function runTask(task: TaskRow, parts: TaskParts, bounds: TaskBounds): Promise<Ran> {
  const recorder = new Recorder(bounds.maxCalls);
  try {
    parts.stores.tasks.start(task.id);
    const result = await resultOf(task, parts, recorder, bounds);
    if (result instanceof Held || (result instanceof Problem && result.code === 'run_spent')) {
      parts.stores.tasks.putBack(task);
      return result instanceof Held ? { kind: 'held', key: result.key } : { kind: 'cut' };
    }
    const payload = await sealedPayload(task, parts, recorder);
    // Nothing is awaited from here on.
    tellHealth(task, parts, result, recorder);
    store(task, parts, result, recorder, payload);
  } catch (error) {
    parts.log.error('task_lost', { task: task.id, flow: task.flow }, error);
    rescue(task, parts);
  }
  return { kind: 'over' };
}

async function resultOf(
  task: TaskRow,
  parts: TaskParts,
  recorder: Recorder,
  { mayTake }: TaskBounds,
): Promise<Outcome | Problem | Held> {
  const { definition, locks, log } = parts;
  try {
    const context = await flowContext(task, parts, recorder);
    return await definition.run({
      ...context,
      exclusive: (key, work) => (mayTake(key) ? locks.run(key, work) : Promise.reject(new Held(key))),
    });
  } catch (error) {
    if (error instanceof Held) return error;
    const result = asProblem(error);
    if (result.code === 'internal_error') log.error('task_failed', { task: task.id, flow: task.flow }, error);
    const isRepeated = task.problem?.code === result.code && task.failingSince !== null;
    return ofOneCall(result, connectionOf(result, parts), recorder, isRepeated);
  }
}

/** What the outcome says of the connections that it came over. */
function tellHealth(task: TaskRow, parts: TaskParts, result: Outcome | Problem, recorder: Recorder): void {
  const { from, to } = parts;
  if (result instanceof Problem) {
    const failed = { by: String(task.id), calls: recorder.calls };
    const about = connectionOf(result, parts);
    if (result.code === 'scope_missing' && result.kind === 'rejected') {
      // A note that may not be written holds up no booking; what may not be read or made, everything.
      if (about === to || result.params.method === 'GET') about?.health.refused(result.toData(), failed);
      else about?.health.spent(recorder.calls);
      return;
    }
    if (about) about.health.failed(result.toData(), failed);
    // One that failed before and waits once more, for a search to show what it made: that was in vain too. Also after
    // being told to wait, which is no failure of the record.
    else if (task.problem !== null) to.health.spent(recorder.calls);
    return;
  }
  const hadFailed = task.state === 'waiting';
  for (const { name, health } of [from, to])
    if (recorder.answered.has(name)) health.worked(hadFailed, recorder.calls);
}

/** The task's next state, the log's entry and the counters: all of it, or nothing. */
function store(
  task: TaskRow,
  parts: TaskParts,
  result: Outcome | Problem,
  recorder: Recorder,
  payload: string | null,
): void {
  const { stores, clock, log } = parts;
  const now = clock.now();
  const write = (kept: string | null) =>
    stores.sql.transaction(() => {
      if (result instanceof Problem) {
        record(task, parts, recorder, settle(task, parts, result, now), result, null, kept);
        return;
      }
      stores.tasks.end(task.id, result.kind, null, now);
      const targetId = result.kind === 'done' ? result.targetId : null;
      record(task, parts, recorder, result.kind, result.reason, targetId, kept);
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
function rescue(task: TaskRow, { stores, clock, log }: TaskParts): void {
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

/** The problem's kind alone decides what happens next. */
function settle(task: TaskRow, parts: TaskParts, problem: Problem, now: number): 'waiting' | 'parked' {
  const { tasks } = parts.stores;
  const data = problem.toData();
  const attempt = task.attempts + 1;
  const backoff = () => now + taskBackoffMs(attempt, parts.clock);
  switch (problem.kind) {
    case 'rejected':
      tasks.end(task.id, 'parked', data, now);
      return 'parked';
    case 'auth':
      // The connection's health holds the task until the credentials work.
      tasks.wait(task.id, now, data, false, now);
      return 'waiting';
    case 'wait':
      tasks.wait(task.id, problem.retryAt ?? backoff(), data, false, now);
      return 'waiting';
    case 'outcome-unknown':
    case 'retry': {
      if (isHopeless(task, attempt, problem, now)) {
        tasks.end(task.id, 'parked', { ...data, params: { ...data.params, tried: attempt } }, now);
        return 'parked';
      }
      const rateLimited = problem.code === 'rate_limited';
      tasks.wait(
        task.id,
        Math.max(problem.retryAt ?? 0, rateLimited ? now : backoff()),
        data,
        !rateLimited,
        now,
      );
      return 'waiting';
    }
  }
}

function isHopeless(task: TaskRow, attempt: number, problem: Problem, now: number): boolean {
  if (problem.code === 'internal_error') return attempt >= internalErrorsUntilParked;
  return task.failingSince !== null && now - task.failingSince > giveUpAfterMs;
}

function connectionOf(problem: Problem, { from, to }: TaskParts): Connection | undefined {
  if (problem.connection === undefined) return undefined;
  return [from, to].find(({ name }) => name === problem.connection);
}

/** Cloudflare takes 2 MB a row; sealing makes four bytes of three. */
const maxPayloadBytes = 1_300_000;

/** Null where nothing is kept, or it cannot be sealed: that is no reason to do anything twice. */
async function sealedPayload(task: TaskRow, parts: TaskParts, recorder: Recorder): Promise<string | null> {
  if (parts.retentionDays === 0) return null;
  try {
    const payload = recorder.payload(maxPayloadBytes);
    return await parts.seal.seal(activityPlace(parts.integration, task.id), payload);
  } catch (error) {
    parts.log.error('payload_lost', { task: task.id, flow: task.flow }, error);
    return null;
  }
}

function record(
  task: TaskRow,
  { stores, clock, log }: TaskParts,
  recorder: Recorder,
  outcome: string,
  { code, params }: Reason,
  targetId: string | null,
  sealed: string | null,
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
    sealed,
  });
  stores.counters.add(id, outcome, 1, at);
  const skipped = outcome === 'skipped' ? skippedCounter(code) : null;
  if (skipped !== null) stores.counters.add(id, skipped, 1, at);
  stores.counters.add(id, 'calls', recorder.calls, at);
  log.info('task', { task: task.id, flow: id, key: task.key, outcome, calls: recorder.calls });
}
