/**
 * What a session keeps and shares lies behind ports: in the object beside it, or in a queue consumer at the other end of
 * an RPC. So all of it is plain data, errors too, and every method may be slow.
 */
import type { Account } from '../../connectors/contract/account.ts';
import type { AccessToken } from '../../connectors/contract/auth.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { Health } from './health.ts';
import type { LimitState, Weight } from './limits/gate.ts';

/** A value, or why there is none. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ProblemData };

/** An access token as a session uses it; what it is renewed with stays where it is kept. */
export type UsableToken = Omit<AccessToken, 'refreshToken'>;

export interface TokenPort {
  /** The token in use, or another in place of the one that the system refused. One is fetched for all that ask at once. */
  token(refused: string | null): Promise<Result<UsableToken>>;
}

/** Asks for permits for a number of calls of one kind. */
export interface PermitRequest extends Weight {
  readonly calls: number;
  /**
   * How long calls may be started with the lease. A little later its permits count as used, because the holder may have
   * died. Null for a holder that lives and dies with the limiter.
   */
  readonly forMs: number | null;
}

export type Lease =
  | {
      readonly granted: number;
      readonly id: string;
      /** Epoch milliseconds until which a call may be started; null when the lease never expires. */
      readonly until: number | null;
    }
  /** There is no permit before this time. */
  | { readonly granted: 0; readonly retryAt: number };

/** What became of the permits of a lease. */
export interface Settlement {
  /** For each call that came to its end: what its answer told, by the connector's limits in their order. */
  readonly answers: readonly (readonly (LimitState | null)[])[];
  /** Permits that are given back. */
  readonly unused: number;
  /** The system asked for a pause. */
  readonly pauseUntil: number | null;
  /** How long ago the calls ended; left out: just now. */
  readonly agoMs?: number;
}

/** What became of permits of one lease. */
export interface Ended extends Settlement {
  readonly lease: string;
}

export interface PermitPort {
  /** `ended`: what is told with it, and counts first. */
  lease(request: PermitRequest, ended?: readonly Ended[]): Promise<Lease>;
  settle(ended: readonly Ended[]): Promise<void>;
}

/** What a session reports about its connection. */
export type Report =
  | { readonly kind: 'worked' }
  /** The connection's own check works. */
  | { readonly kind: 'checked'; readonly calls: number }
  /** A call for some record failed. */
  | { readonly kind: 'failed'; readonly problem: ProblemData }
  /** The connection's own check failed. */
  | { readonly kind: 'broke'; readonly problem: ProblemData; readonly calls: number };

export interface HealthPort {
  /** Returns the health afterwards, or null when the connection has no trouble. */
  report(report: Report): Promise<Health | null>;
}

export interface AccountPort {
  /** Returns null when it was never read. */
  account(): Promise<Account | null>;
  keepAccount(account: Account): Promise<void>;
}

/** What a session starts with. Credentials are in its memory only. */
export interface Opened {
  /** The connector's id. */
  readonly connector: string;
  readonly credentials: Readonly<Record<string, string>>;
  /** Tells these credentials from those that come after them. */
  readonly mark: string;
}

export interface Ports extends TokenPort, PermitPort, HealthPort, AccountPort {
  open(): Promise<Result<Opened>>;
}
