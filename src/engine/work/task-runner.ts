import type { Outcome, RecordFlow } from '../../flows/contract.ts';
import type { Flow } from '../../flows/registry.ts';
import { asProblem, Problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { FlowDocument } from '../configuration/configuration.ts';
import type { Connection } from '../connection/connection.ts';
import type { IdCache } from '../connection/id-cache.ts';
import { Recorder } from '../http/recorder.ts';
import type { Log } from '../log.ts';
import type { Fingerprints } from '../privacy/fingerprints.ts';
import type { Seal } from '../privacy/sealing.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/task-row.ts';
import { flowContext } from './flow-context.ts';
import { Held, type Locks } from './locks.ts';
import { ofOneCall } from './refused-call.ts';
import type { SiblingQuestions } from './sibling-questions.ts';
import { rescueTask, sealedPayload, storeOutcome } from './store-outcome.ts';
import { connectionOf, tellHealth } from './tell-health.ts';

/** A flow that runs, with everything that its work shares. */
export interface FlowParts<Definition extends Flow = Flow> {
  readonly integration: string;
  readonly flow: FlowDocument;
  /** The same flow the other way round, where it is enabled. */
  readonly reverse: FlowDocument | null;
  /** Whether a customers flow reads or writes the customers of `to`. */
  readonly customersKept: boolean;
  /** Of a stock flow: whether what its target sells is taken off at its source. */
  readonly salesTakenOff: boolean;
  /** Of a stock flow: whether orders of its target that wait are on their way to its source. While their flow is off none is. */
  readonly ordersGoBack: boolean;
  readonly definition: Definition;
  /** The time between two polls of `from`, in milliseconds; null where it lives on webhooks alone. */
  readonly polledEveryMs: number | null;
  readonly from: Connection;
  readonly to: Connection;
  readonly seal: Seal;
  readonly fingerprints: Fingerprints;
  readonly locks: Locks;
  readonly retentionDays: number;
  readonly log: Log;
  readonly idCache: IdCache;
  readonly siblings: SiblingQuestions;
}

/** A flow with what it works on. */
export interface BoundFlow<Definition extends Flow> extends FlowParts<Definition> {
  readonly stores: Stores;
  readonly clock: Clock;
}

export type TaskParts = BoundFlow<RecordFlow<unknown>>;

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
    storeOutcome(task, parts, result, recorder, payload);
  } catch (error) {
    parts.log.error('task_lost', { task: task.id, flow: task.flow }, error);
    rescueTask(task, parts);
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
    const about = connectionOf(result, parts);
    return ofOneCall(
      result,
      about,
      about === undefined ? null : recorder.refusedCall(about.name),
      isRepeated,
    );
  }
}
