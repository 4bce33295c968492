import type { Api } from './api.ts';

/** One thing to pick: what a setting stores, and what a person reads. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What settings are picked from, and are checked against when they are saved. */
export type LookupName =
  | 'ledgerAccounts'
  | 'vatCodes'
  | 'orderStatuses'
  | 'paymentStatuses'
  | 'paymentMethods'
  | 'paymentTerms'
  | 'shippingMethods'
  | 'classifications'
  | 'locations'
  | 'taxClasses'
  | 'attributes'
  | 'categories'
  | 'labels';

/** All there is, as the account has it now. */
export type Lookup = (api: Api) => Promise<readonly Option[]>;

/** What is the same in every account: known without a call. */
export interface FixedList {
  readonly options: readonly Option[];
  /** Whether the system takes a value that is not among the options, such as any percentage for a VAT code. */
  fits?(value: string): boolean;
}

/** Declared only where the list is whole: a value that is not in it is refused when settings are saved. */
export type Lookups = Readonly<Partial<Record<LookupName, Lookup | FixedList>>>;

/** All there is to pick, asked for where it must be. */
export async function optionsOf(
  list: Lookup | FixedList,
  api: () => Promise<Api>,
): Promise<readonly Option[]> {
  return typeof list === 'function' ? list(await api()) : list.options;
}

/** A fixed list of codes that are their own names. */
export function fixed(...values: readonly string[]): FixedList {
  return { options: values.map((value) => ({ value, label: value })) };
}

/** Likewise of statuses, whose codes are read as words: `AWAITING_PROCESSING` is "Awaiting processing". */
export function statusCodes(...codes: readonly string[]): FixedList {
  return { options: codes.map((value) => ({ value, label: wordsOf(value) })) };
}

/** Whether its label is made of its code: the system gave it no name of its own. */
export function isUnnamed({ value, label }: Option): boolean {
  return label === value || label === wordsOf(value);
}

function wordsOf(code: string): string {
  const words = code.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
