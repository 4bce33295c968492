/** What a system allows: declared by the connector, held by the engine. What answers say counts above what is declared. */

import type { Answered } from './api.ts';
import type { FlowName } from './connector.ts';

/** A call as far as a limit asks for it. */
export interface LimitedCall {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** What the connector said that it costs; 1 where it said nothing. */
  readonly cost: number;
  /** Of the flow that it is made for; null for what belongs to none, such as the connection's own check. */
  readonly flow: string | null;
}

/** A bucket as an answer tells it. */
export interface BucketState {
  readonly available: number;
  readonly capacity: number;
  readonly restorePerSecond: number;
}

/** Calls of a rolling day as an answer tells them. */
export interface DailyUse {
  readonly used: number;
  readonly allowed: number;
}

/**
 * How far a flow may go, as a part of the calls that the reserve leaves: where so many are used, by whomever, it stops, and the rest is there for
 * the others. A flow that is left out may use all of them.
 */
export type DayShares = Readonly<Partial<Record<FlowName, number>>>;

export type Limit =
  /** `byCost`: a call counts for what it costs, as a batch of requests does. */
  | { readonly kind: 'window'; readonly requests: number; readonly perMs: number; readonly byCost?: true }
  | { readonly kind: 'concurrent'; readonly calls: number }
  /** A call goes out when its cost is available. Until the first answer `capacity` and `restorePerSecond` are taken as declared. */
  | ({
      readonly kind: 'cost-bucket';
      readonly read: (answer: Answered<unknown>) => BucketState | null;
    } & Omit<BucketState, 'available'>)
  /** A window of its own for each route; null leaves a call out. */
  | {
      readonly kind: 'per-route';
      readonly routeOf: (call: LimitedCall) => string | null;
      readonly requests: number;
      readonly perMs: number;
    }
  /** `reserve` calls are left to others who share the allowance. */
  | {
      readonly kind: 'daily';
      readonly calls: number;
      readonly reserve: number;
      readonly shares: DayShares;
      readonly read: (answer: Answered<unknown>) => DailyUse | null;
    };

export type Per = '1s' | '1m' | '1h';

const perMs: Readonly<Record<Per, number>> = { '1s': 1_000, '1m': 60_000, '1h': 3_600_000 };

/** No more than `requests` in any window of this length. */
export function window(requests: number, per: Per): Limit {
  return { kind: 'window', requests, perMs: perMs[per] };
}

/** Likewise, where one call may carry many requests and says how many as its cost. */
export function windowByCost(requests: number, per: Per): Limit {
  return { kind: 'window', requests, perMs: perMs[per], byCost: true };
}

/** No more than `calls` at once. */
export function concurrent(calls: number): Limit {
  return { kind: 'concurrent', calls };
}

export function costBucket(
  capacity: number,
  restorePerSecond: number,
  read: (answer: Answered<unknown>) => BucketState | null,
): Limit {
  return { kind: 'cost-bucket', capacity, restorePerSecond, read };
}

export function perRoute(requests: number, per: Per, routeOf: (call: LimitedCall) => string | null): Limit {
  return { kind: 'per-route', requests, perMs: perMs[per], routeOf };
}

export function daily(
  calls: number,
  reserve: number,
  read: (answer: Answered<unknown>) => DailyUse | null,
  shares: DayShares = {},
): Limit {
  return { kind: 'daily', calls, reserve, shares, read };
}
