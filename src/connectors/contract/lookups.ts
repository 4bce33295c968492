import type { Api } from './api.ts';

/** One thing to pick: what a setting stores, and what a person reads. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What settings are picked from, and dry runs are checked against. */
export type LookupName =
  | 'ledgerAccounts'
  | 'vatCodes'
  | 'orderStatuses'
  | 'paymentMethods'
  | 'paymentTerms'
  | 'shippingMethods'
  | 'classifications'
  | 'locations'
  | 'labels';

/** All there is, as the account has it now. */
export type Lookup = (api: Api) => Promise<readonly Option[]>;

export type Lookups = Readonly<Partial<Record<LookupName, Lookup>>>;
