export type SystemName = 'ccv' | 'ecwid' | 'jortt' | 'magento' | 'mijnwebwinkel' | 'salesforce' | 'shopify';

/** What is told of a customer. Empty: there is none. */
export interface Traits {
  readonly email: string;
  /** Of a person; of a company the one to ask for. */
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly street: string;
}

export type Trait = keyof Traits;

export const traitNames = ['email', 'name', 'company', 'phone', 'street'] as const satisfies Trait[];

/** A customer as it stands in a system. */
export interface Account {
  readonly id: string;
  readonly traits: Traits;
}

/** A sale as it stands in a system, whoever made it. */
export interface Paper {
  readonly id: string;
  /** With VAT; no two sales of a run come to the same. */
  readonly gross: string;
  /** Everything that it says of its buyer. */
  readonly buyer: string;
}

export interface Purchase {
  /** Without VAT, in whole euros. */
  readonly net: number;
  readonly buyer: Traits;
  /** The customer who is logged in, or whom the books send it to; null: a guest. */
  readonly account: 'own' | 'new' | null;
  /** Where the account is known already. */
  readonly accountId?: string;
}

/** Where people work in one system: what they see there, and what they do. */
export interface Desk {
  readonly system: SystemName;
  /** What every account has there, and nobody can take away. */
  readonly fixed: readonly Trait[];
  /** Whether the account of somebody who opens one by buying has the telephone number of that order. */
  readonly notesPhone: boolean;
  /** Whether a sale that Koppel made there can be told that it was paid; else a person has to enter it. */
  readonly hearsOfPayment: boolean;
  accounts(): readonly Account[];
  papers(): readonly Paper[];
  enter(traits: Traits): Promise<void>;
  edit(id: string, trait: Trait, value: string): Promise<void>;
  /** False: it is not let go of there, and stays. */
  remove(id: string): Promise<boolean>;
  sell(purchase: Purchase): Promise<void>;
  /** Something is done about a sale that changes none of its figures. */
  touch(id: string): Promise<void>;
}

export function grossOf(net: number): string {
  return ((net * 121) / 100).toFixed(2);
}

/** What every customer here has besides. */
export const home = { postalCode: '1011 AB', city: 'Amsterdam', country: 'NL' } as const;
