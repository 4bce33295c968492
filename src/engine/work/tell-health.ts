import type { Outcome } from '../../flows/contract.ts';
import { Problem } from '../../records/problem.ts';
import type { Connection } from '../connection/connection.ts';
import type { Recorder } from '../http/recorder.ts';
import type { TaskRow } from '../storage/task-row.ts';
import type { FlowParts, TaskParts } from './task-runner.ts';

/** What the outcome says of the connections that it came over. */
export function tellHealth(
  task: TaskRow,
  parts: TaskParts,
  result: Outcome | Problem,
  recorder: Recorder,
): void {
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
    // One that failed before, or was told to wait, and waits once more for a search to show what it made: that was in vain too.
    else if (hasBeenRefused(task)) to.health.spent(recorder.calls);
    return;
  }
  const hadFailed = task.state === 'waiting';
  for (const { name, health } of [from, to])
    if (recorder.answered.has(name)) health.worked(hadFailed, recorder.calls);
}

/** A create that was not answered because Koppel died says nothing of the system: it is looked for, and the system answers. */
function hasBeenRefused({ problem }: TaskRow): boolean {
  const isLookedFor = problem?.kind === 'wait' && problem.code === 'outcome_unknown';
  return problem !== null && (!isLookedFor || problem.params.after !== undefined);
}

/** The connection that a problem is about, of the two that the task's flow uses. */
export function connectionOf(
  problem: Problem,
  { from, to }: Pick<FlowParts, 'from' | 'to'>,
): Connection | undefined {
  if (problem.connection === undefined) return undefined;
  return [from, to].find(({ name }) => name === problem.connection);
}
