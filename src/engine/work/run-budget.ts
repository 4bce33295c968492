import { type SetUpFault, setUpFault } from '../../records/set-up-fault.ts';

/** What one run may use before it hands over to the next. */
export interface RunBudget {
  /** Outgoing calls (Cloudflare allows 50 an invocation on the free plan). */
  readonly calls: number;
  readonly ms: number;
}

/** No task makes more calls than this, as a rule; a run starts none that it could not pay for. */
export const callsPerTask = 7;

/** No task makes more calls than this at all, whatever a run may make: one that would is parked (`too_many_calls`). */
const maxCallsPerTask = 250;
/** What a run may use before its first task: checks, and the first page of a poll. */
const callsBeforeTasks = 5;

/** How many calls one task may make: what a run that does nothing else can give it. */
export function maxCallsOfTask({ calls }: RunBudget): number {
  return Math.min(maxCallsPerTask, Math.max(callsPerTask, calls - callsBeforeTasks));
}

/** Alerts and the directory make the rest of what Cloudflare's free plan allows: 50. */
const defaultCalls = 45;
/** Leaves room for a poll or a probe before the first task. */
const minCalls = 2 * callsPerTask;

/** Reads RUN_CALLS. Falls back to the default when it cannot be used; `runCallsObjection` says why. */
export function runCalls(text: string | undefined): number {
  return text && runCallsObjection(text) === null ? Number(text) : defaultCalls;
}

/** Returns why RUN_CALLS cannot be used, or null when it can. With fewer calls no task would ever start. */
export function runCallsObjection(text: string | undefined): SetUpFault | null {
  if (!text || (/^\d{1,6}$/.test(text) && Number(text) >= minCalls)) return null;
  return setUpFault('too_few_calls', { least: minCalls });
}
