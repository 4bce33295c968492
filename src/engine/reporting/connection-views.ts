/** What an integration tells of its connections, in the shapes that the API answers with. Times are ISO 8601 in UTC. */
import type { FlowName } from '../../connectors/contract/connector.ts';
import type { ScopePurpose } from '../../connectors/contract/scopes.ts';
import type { ProblemView } from './views.ts';

/** A scope, and all that it is for. */
export interface ScopeView {
  readonly scope: string;
  readonly purposes: readonly ScopePurpose[];
  /** The purposes in words. */
  readonly says: string;
}

export const connectionStates = ['in_order', 'down', 'unauthorised'] as const;

/** One connection, as it stands. */
export interface ConnectionView {
  readonly name: string;
  readonly connector: string;
  /** What its credentials opened when that was last read; null before it was. */
  readonly account: {
    readonly name: string;
    readonly currency: string;
    /** Null where the system does not tell it. */
    readonly country: string | null;
    readonly timeZone: string;
    readonly readAt: string;
  } | null;
  /** They open another account than before, and a person has to say what that means. */
  readonly isOtherAccount: boolean;
  readonly health: {
    readonly state: (typeof connectionStates)[number];
    readonly problem: ProblemView | null;
    readonly since: string | null;
    /** When it is tried next. */
    readonly nextProbeAt: string | null;
  };
  /** Of the flows that are switched on. */
  readonly scopes: {
    /** Whether the system tells which of them it gave. */
    readonly told: boolean;
    readonly needed: readonly ScopeView[];
    /** Those that it is known to lack. */
    readonly missing: readonly ScopeView[];
  };
  /** Null where the system has none. */
  readonly webhooks: {
    /** Whether they can be verified with these credentials: else none is taken. */
    readonly taken: boolean;
    /** Whether Koppel asks for them itself. */
    readonly own: boolean;
    /** Flows of which the system does not tell though it was asked, and the scope that lacks. */
    readonly untold: readonly { readonly flow: FlowName; readonly scope: string | null }[];
  } | null;
  /** When a webhook last came, to the minute. */
  readonly lastReceivedAt: string | null;
  /** When it was last called, to a quarter of an hour. */
  readonly lastCalledAt: string | null;
  /** Whether somebody gives access in the system itself. */
  readonly asksPeople: boolean;
  /** Names of the secrets that are kept; null where they cannot be opened. */
  readonly secrets: readonly string[] | null;
}
