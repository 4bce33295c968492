import type { BucketState, DailyUse } from '../../../connectors/contract/limits.ts';

/** A call as the gates weigh it. */
export interface Weight {
  /** What it takes from a limit that counts cost. */
  readonly cost: number;
  /** By the connector's limits in their order: the route that the call counts for; null when a limit leaves it out. */
  readonly routes: readonly (string | null)[];
  /** Of the flow that the call is made for; null for what belongs to none. */
  readonly flow: string | null;
}

/** What an answer told of a limit. */
export type LimitState = BucketState | DailyUse;

/** The longest wait for a permit. Beyond it the task waits instead: sleeping objects cost nothing, waiting ones do. */
export const maxWaitMs = 1_500;

/** Clocks tick in milliseconds, and not quite alike. */
export const tickMargin = 1.01;

/**
 * One limit at work. When a call arrives there is not known; it is after it was sent and before it was answered. Every
 * gate counts a call for the worse of both, so that the system never sees more than its limit.
 */
export interface Gate {
  /** When a call may go out, in epoch milliseconds. Null when that follows from answers to calls that are under way. */
  readyAt(call: Weight): number | null;
  /** Counts a call that goes out. Returns what `answered` must be told of it. */
  take(call: Weight): number;
  /** The call came to its end, so long ago. `state` is null where nothing was told. */
  answered(call: Weight, taken: number, state: LimitState | null, agoMs: number): void;
  /** The call was never sent. */
  giveBack(call: Weight, taken: number): void;
}
