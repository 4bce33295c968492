import type { Account } from './account.ts';
import type { FlowName } from './connector.ts';

/** Which end of a flow the system is: `orders:from` where orders leave from it. */
export type FlowEnd = `${FlowName}:${'from' | 'to'}`;

/** What Koppel does with a scope; src/texts says each in words. */
export type ScopePurpose =
  | 'account'
  | 'calls'
  | 'orders_from'
  | 'orders_to'
  | 'old_orders'
  | 'returns'
  | 'write_back'
  | 'sent'
  | 'invoices'
  | 'estimates'
  | 'customers_from'
  | 'customers_to'
  | 'companies'
  | 'catalogue_from'
  | 'catalogue_to'
  | 'visible'
  | 'tax_rates'
  | 'stock_from'
  | 'stock_to'
  | 'locations';

/** A right that a system gives by itself, with its name there. */
export interface NeededScope {
  readonly scope: string;
  readonly purpose: ScopePurpose;
  /**
   * Which flows need it, or `always`. `asked`: those whose settings ask for it (`Flow.scopes`), such as the one that makes another kind of
   * document.
   */
  readonly by: readonly FlowEnd[] | 'always' | 'asked';
  /** It is needed only where such a flow has something under this setting. */
  readonly setting?: string;
}

export interface Scopes {
  readonly needed: readonly NeededScope[];
  /** Whether the account was given it. Null, or left out: the system does not tell. */
  has?(account: Account, scope: string): boolean | null;
}
