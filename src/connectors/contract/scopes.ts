/** What an application must be allowed in a system, told before anything is refused. */
import type { Account } from './account.ts';
import type { FlowName } from './connector.ts';

/** A flow that begins in the system, or that ends there. */
export type ScopeUse = `${'from' | 'to'} ${FlowName}`;

export interface Scopes {
  /** What each is for; one that is for nothing in particular is for the connection as such. */
  readonly wanted: Readonly<Record<string, readonly ScopeUse[]>>;
  /** All are asked for at once, whatever a link does: one that is missing opens nothing. */
  readonly askedTogether?: true;
  /** Whether the account has it; null where the system did not tell. Left out: the system never tells. */
  has?(account: Account, scope: string): boolean | null;
}
