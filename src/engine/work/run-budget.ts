/** What one run may use before it hands over to the next. */
export interface RunBudget {
  /** Outgoing calls (Cloudflare allows 50 an invocation on the free plan). */
  readonly calls: number;
  readonly ms: number;
}

/** No task makes more calls than this, as a rule; a run starts none that it could not pay for. */
export const callsPerTask = 7;

const usualCalls = 45;
/** A poll or a probe may have to be paid for before the first task. */
const fewestCalls = 2 * callsPerTask;

/** What RUN_CALLS says of `RunBudget.calls`; what cannot be used is passed over here and told by `runCallsObjection`. */
export function runCalls(text: string | undefined): number {
  return text && runCallsObjection(text) === null ? Number(text) : usualCalls;
}

/** Why RUN_CALLS cannot be used, in a sentence; null when it can. With fewer calls no task would ever start. */
export function runCallsObjection(text: string | undefined): string | null {
  if (!text || (/^\d{1,6}$/.test(text) && Number(text) >= fewestCalls)) return null;
  return `RUN_CALLS must be a whole number from ${fewestCalls} up.`;
}
