import type { Problem, ProblemData } from '../../records/problem.ts';
import { giveUpAfterMs, taskBackoffMs } from '../backoff.ts';
import type { TaskRow } from '../storage/task-row.ts';
import type { OutcomeParts } from './store-outcome.ts';

/** The record is not to blame for Koppel's own faults, but a record that always causes one must not run forever. */
export const internalErrorsUntilParked = 5;

/** The problem's kind alone decides what happens next; but what would wait for itself is for a person. */
export function settle(
  task: TaskRow,
  parts: OutcomeParts,
  problem: Problem,
  now: number,
): 'waiting' | 'parked' {
  const { tasks } = parts.stores;
  const data = problem.toData();
  const attempt = task.attempts + 1;
  const backoff = () => now + taskBackoffMs(attempt, parts.clock);
  const circle = tasks.circleOf(task, data.awaits);
  if (circle !== null) {
    tasks.end(task.id, 'parked', { ...data, kind: 'rejected', params: { ...data.params, circle } }, now);
    return 'parked';
  }
  switch (problem.kind) {
    case 'rejected':
      tasks.end(task.id, 'parked', data, now);
      return 'parked';
    case 'auth':
      // The connection's health holds the task until the credentials work.
      tasks.wait(task.id, now, data, false, now);
      return 'waiting';
    case 'wait':
      tasks.wait(task.id, problem.retryAt ?? backoff(), withCause(data, task), false, now);
      return 'waiting';
    case 'outcome-unknown':
    case 'retry': {
      if (isHopeless(task, attempt, problem, now)) {
        tasks.end(task.id, 'parked', { ...data, params: { ...data.params, tried: attempt } }, now);
        return 'parked';
      }
      // Where nobody tells how long a limit holds it is as any other failure: else it would be due at once, over and over.
      const limitedUntil = problem.code === 'rate_limited' ? problem.retryAt : undefined;
      const dueAt =
        limitedUntil === undefined ? Math.max(problem.retryAt ?? 0, backoff()) : Math.max(limitedUntil, now);
      tasks.wait(task.id, dueAt, data, limitedUntil === undefined, now);
      return 'waiting';
    }
  }
}

function isHopeless(task: TaskRow, attempt: number, problem: Problem, now: number): boolean {
  if (problem.code === 'internal_error') return attempt >= internalErrorsUntilParked;
  return task.failingSince !== null && now - task.failingSince > giveUpAfterMs;
}

/**
 * What a create that is being looked for had been told, as long as it is looked for: `after`. Nothing where nobody answered at all, as
 * Koppel died.
 */
function withCause(data: ProblemData, { problem }: TaskRow): ProblemData {
  const isLookedFor = problem?.kind === 'wait' && problem.code === data.code;
  const cause = isLookedFor ? problem.params.after : problem?.code;
  return cause === undefined ? data : { ...data, params: { ...data.params, after: cause } };
}
