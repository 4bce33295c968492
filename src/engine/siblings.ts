import type { CustomerElsewhere, OwnWork } from '../flows/contract.ts';

/** An account of any system, as every integration of this deployment knows it. */
export interface KnownAccount {
  readonly connector: string;
  /** Tells it from every other account of its system. */
  readonly identity: string;
}

/** A customer's record that others are asked about. */
export interface AskedCustomer {
  readonly id: string;
  /** It was there by then: epoch milliseconds, by the clock of whoever asks. */
  readonly seenAt: number;
  /** Of its address, as all integrations of the deployment make them; left out where that was not read, and where it has none. */
  readonly marks?: readonly string[] | undefined;
}

/**
 * The other integrations of this deployment, as far as they work with the same accounts. One that cannot be asked throws,
 * and is never taken for a no. Ids, references and keyed marks travel, nothing of a person.
 */
export interface Siblings {
  /** Whether one of them made this order of the account, or may be making it just now. */
  ownWork(account: KnownAccount, id: string, reference: string | undefined): Promise<OwnWork>;
  /** Whether a customers flow of one of them reads or writes the customers of the account. */
  keeps(account: KnownAccount): Promise<boolean>;
  /** What they know of this customer's record in the account. */
  customer(account: KnownAccount, asked: AskedCustomer): Promise<CustomerElsewhere>;
}

/** What several of them know of one customer's record: whoever keeps it has the last word, and who knows goes before who may be making it. */
export function knownOf(told: readonly CustomerElsewhere[]): CustomerElsewhere {
  const known = (['kept', 'made for an order'] as const).find((each) => told.includes(each));
  const perhaps = told.flatMap((each) => (typeof each === 'object' ? each.perhaps : []));
  return known ?? (perhaps.length > 0 ? { perhaps } : 'unknown');
}

/** The same of whose work an order is: one that knows is right, and while one may be making it nobody can tell. */
export function workOf(told: readonly OwnWork[]): OwnWork {
  return (['made', 'perhaps'] as const).find((each) => told.includes(each)) ?? 'no';
}
