import type { FlowContext, Outcome, RecordFlow } from '../../flows/contract.ts';
import type { Links } from '../../flows/links.ts';
import { asProblem, Problem } from '../../records/problem.ts';
import type { Reason } from '../../records/reason.ts';
import { giveUpAfterMs, taskBackoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import { type FlowDocument, splitFlowId } from '../configuration/configuration.ts';
import type { Connection } from '../connection/connection.ts';
import { cachedIds, type IdCache } from '../connection/id-cache.ts';
import { Recorder } from '../http/recorder.ts';
import type { Log } from '../log.ts';
import { skippedCounter } from '../reporting/skipped-days.ts';
import { activityPlace } from '../storage/activity.ts';
import type { Fingerprints, Seal } from '../storage/sealing.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/tasks.ts';
import type { Locks } from './locks.ts';
import { noteNumber } from './numbers.ts';

/** The record is not to blame for Koppel's own faults, but a record that always causes one must not run forever. */
const internalErrorsUntilParked = 5;

/** A flow that runs, with everything that its tasks share. */
export interface FlowParts {
  readonly integration: string;
  readonly flow: FlowDocument;
  /** The same flow the other way round, where it is enabled. */
  readonly reverse: FlowDocument | null;
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

/** Runs one task: calls its flow and turns the outcome into the task's next state. Never throws. */
export async function runTask(task: TaskRow, parts: TaskParts): Promise<number> {
  const { stores, clock, definition, from, to } = parts;
  const recorder = new Recorder();
  stores.tasks.start(task.id);
  let result: Outcome | Problem;
  try {
    result = await definition.run(await flowContext(task, parts, recorder));
  } catch (error) {
    result = asProblem(error);
    if (result.code === 'internal_error')
      parts.log.error('task_failed', { task: task.id, flow: task.flow }, error);
  }
  const payload = await sealedPayload(task, parts, recorder).catch((error: unknown) => {
    parts.log.error('payload_lost', { task: task.id, flow: task.flow }, error);
    return null;
  });
  // Nothing is awaited from here on, so that state, activity and counters are stored together.
  const now = clock.now();
  if (result instanceof Problem) {
    const state = settle(task, parts, result, now);
    record(task, parts, recorder, state, result, null, payload);
  } else {
    for (const connection of [from, to])
      if (recorder.answered.has(connection.name)) connection.health.worked();
    stores.tasks.end(task.id, result.kind, null, now);
    const targetId = result.kind === 'done' ? result.targetId : null;
    record(task, parts, recorder, result.kind, result.reason, targetId, payload);
  }
  return recorder.calls;
}

/** The problem's kind alone decides what happens next. */
function settle(task: TaskRow, parts: TaskParts, problem: Problem, now: number): 'waiting' | 'parked' {
  const { tasks } = parts.stores;
  const data = problem.toData();
  connectionOf(problem, parts)?.health.failed(data);
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

/**
 * What a flow is given for a task. All that is kept goes by the places that the task's flow names: a task that began
 * with one account ends with it, wherever the connection leads meanwhile.
 */
export async function flowContext(
  task: Pick<TaskRow, 'id' | 'flow' | 'key' | 'asked'>,
  parts: TaskParts,
  recorder: Recorder,
): Promise<FlowContext> {
  const { stores, clock, flow, reverse, from, to, fingerprints, locks } = parts;
  const places = splitFlowId(task.flow);
  const liveFrom = task.asked ? null : stores.cursors.liveFrom(task.flow);
  // The integration has one journal. The prefix assigns a step to this direction.
  const stepName = (name: string) => `${places.from}:${places.to}:${name}`;
  return {
    key: task.key,
    source: { name: places.from, connector: from.connector, api: await from.api(recorder) },
    target: { name: places.to, connector: to.connector, api: await to.api(recorder) },
    liveFrom: liveFrom === null ? null : new Date(liveFrom).toISOString(),
    settings: flow.settings,
    mapping: flow.mapping,
    links: linksOf(places, parts),
    reverse: reverse && {
      settings: reverse.settings,
      mapping: reverse.mapping,
      links: linksOf({ from: places.to, to: places.from }, parts),
    },
    steps: {
      get: (name) => stores.steps.get(stepName(name)),
      intend: (name, reference) => stores.steps.intend(stepName(name), task.id, clock.now(), reference),
      finish: (name, result) => stores.steps.finish(stepName(name), result),
      forget: (name) => stores.steps.forget(stepName(name)),
    },
    cachedIds: (kind, keys, find) =>
      cachedIds(parts.idCache, `${parts.integration}:${places.to}:${kind}`, keys, find),
    now: () => new Date(clock.now()),
    fingerprint: (value) => fingerprints.of(value),
    exclusive: (each, work) => locks.run(each, work),
    about: (emailFingerprint, words) => {
      recorder.emailFingerprint = emailFingerprint;
      recorder.keepOut(words);
    },
    keep: (name, value) => {
      recorder.keep(name, value);
      if (name === 'source') noteNumber(stores, task.flow, task.key, value);
    },
  };
}

/** The links of one direction, between two places. */
export function linksOf(
  { from, to }: Pick<FlowDocument, 'from' | 'to'>,
  { stores: { links }, clock }: Pick<TaskParts, 'stores' | 'clock'>,
): Links {
  return {
    get: (record, key) => links.get(record, from, to, key),
    put: (record, key, link) => links.put(record, from, to, key, link, clock.now()),
    forget: (record, key) => links.forget(record, from, to, key),
  };
}

async function sealedPayload(task: TaskRow, parts: TaskParts, recorder: Recorder): Promise<string | null> {
  if (parts.retentionDays === 0) return null;
  return parts.seal.seal(activityPlace(parts.integration, task.id), recorder.payload());
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
