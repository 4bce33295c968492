import type { z } from 'zod';
import type { Customer } from '../../records/customer.ts';
import type { Document, Totals } from '../../records/document.ts';
import type { Identity } from '../../records/identity.ts';
import type { StockLevel } from '../../records/stock-level.ts';
import type { Account } from './account.ts';
import type { Api } from './api.ts';
import type { Refusal } from './refusal.ts';

export type JsonObject = { readonly [name: string]: unknown };

/** A record of the target, made or found. */
export interface Made {
  readonly id: string;
}

/**
 * What every target of a record can do. `Draft` is the record on its way, `Existing` one that stands there already,
 * `Key` what it can be searched by.
 */
export interface Target<Draft, Existing extends Made, Key = string> {
  /** Its own fields that a mapping may fill in, by its own names. */
  readonly fields: z.ZodObject;
  /** The body of `create`, to the byte: of the draft, with what the account adds to it. */
  toWire(draft: Draft, account: Account): JsonObject;
  create(api: Api, body: JsonObject): Promise<Made>;
  /** What has exactly one of these keys, by key. What is not there is left out. */
  find(api: Api, keys: readonly Key[]): Promise<ReadonlyMap<Key, Existing>>;
  get(api: Api, id: string): Promise<Existing | null>;
}

/** A document that was made. What the answer states of it is compared with what was meant; else it is read once. */
export interface MadeDocument extends Made {
  /** With VAT. */
  readonly gross?: string;
  readonly vat?: string;
}

/** A document that stands in the target already. */
export interface FoundDocument extends Made {
  /** With VAT. */
  readonly gross: string;
  /** Null where the target does not state it. */
  readonly vat?: string | null;
  /** ISO 4217. */
  readonly currency?: string | undefined;
  /** The document's own date, `2026-03-02`; absent where it has none yet. */
  readonly date?: string | undefined;
  readonly reference?: string | undefined;
  /** Whether it can still be edited there. */
  readonly draft: boolean;
  readonly customerId: string | null;
  /** Ids of the documents that credit it, where it states them. */
  readonly credits?: readonly string[];
  /** Whom the document itself names, where documents do that. Compared, and never kept. */
  readonly buyer?: { readonly email?: string | undefined; readonly name?: string | undefined };
}

export interface DocumentTarget extends Omit<Target<Document, FoundDocument>, 'find' | 'create'> {
  readonly kinds: readonly Document['kind'][];
  /** Currencies that it can hold; absent: any. A function where the account decides. */
  readonly currencies?: readonly string[] | ((account: Account) => readonly string[]);
  /** The articles that lines may name; absent where there are none. */
  readonly articles?: ArticleLookup;
  /** Whether a document may stand without a customer record: it carries name and addresses itself. */
  readonly guests: boolean;
  /** The VAT code for a percentage when no setting names one. */
  vatCode(rate: string): string;
  /** The document added up by this system's own rounding rules. */
  totals(document: Document): Totals;
  create(api: Api, body: JsonObject): Promise<MadeDocument>;
  /** All that have exactly this reference, by reference. `notBefore` bounds the search where references cannot be searched. */
  find(
    api: Api,
    references: readonly string[],
    notBefore: Date,
  ): Promise<ReadonlyMap<string, readonly FoundDocument[]>>;
  /** Credits a final document as a whole. */
  credit?(api: Api, id: string, state: Document['state']): Promise<Made>;
  /** The credit document made of this one, if there is. */
  findCredit?(api: Api, id: string): Promise<Made | null>;
}

/** SKU → id. `bySearch` where the system can be asked for exactly these, `byWalk` where all must be walked through. */
export type ArticleLookup =
  | {
      readonly kind: 'by-search';
      readonly find: (api: Api, skus: readonly string[]) => Promise<ReadonlyMap<string, string>>;
    }
  | {
      readonly kind: 'by-walk';
      readonly page: (
        api: Api,
        page: string | null,
      ) => Promise<{ readonly ids: ReadonlyMap<string, string>; readonly next: string | null }>;
    };

export function bySearch(
  find: (api: Api, skus: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): ArticleLookup {
  return { kind: 'by-search', find };
}

export function byWalk(page: Extract<ArticleLookup, { kind: 'by-walk' }>['page']): ArticleLookup {
  return { kind: 'by-walk', page };
}

/** A customer on its way to a target: the record, and the target's own fields as mapping and settings filled them. */
export interface CustomerDraft {
  readonly customer: Customer;
  readonly fields: JsonObject;
}

export interface StoredCustomer extends Made {
  /** The target's record as read, so that an update can send back what it does not own. */
  readonly wire: JsonObject;
}

export interface ExistingCustomer extends StoredCustomer {
  /** Whose record it is: what tells two apart that have one address. */
  readonly identity: Identity;
  /** Whether VAT is shifted to it, where the target keeps that with the customer. */
  readonly reverseCharge?: boolean;
  /** Put away there: nothing is written to it by any flow. */
  readonly archived?: boolean;
}

/** Its keys are e-mail addresses, in whatever case. */
export interface CustomerTarget extends Omit<Target<CustomerDraft, ExistingCustomer>, 'find'> {
  /** All that have one of these addresses, archived ones too, by address. */
  find(api: Api, emails: readonly string[]): Promise<ReadonlyMap<string, readonly ExistingCustomer[]>>;
  /** Whether two records may have one address there. */
  readonly sharesEmails: boolean;
  /** Whose record a draft would be, as the target would tell it. */
  identityOf(draft: CustomerDraft): Identity;
  /** Whether the target itself keeps with a customer that VAT is shifted to it. */
  readonly keepsReverseCharge?: boolean;
  /** The field that the setting `classification` fills in. */
  readonly classificationField?: string;
  /** The field that holds a customer's own VAT code: what the setting `vat` of the customers flow fills in. */
  readonly vatField?: string;
  /** The field that holds a customer's own revenue account: what the setting `revenueAccount` there fills in. */
  readonly revenueAccountField?: string;
  /**
   * What `body` says of the customer, without what only a new one is given (a website, a placeholder). Links keep its
   * fingerprint, to tell whether there is anything new to say. All of `body` when left out.
   */
  said?(body: JsonObject): JsonObject;
  /** Whether the existing record says all that `body` would write. */
  isUpToDate(existing: StoredCustomer, body: JsonObject): boolean;
  /** Keeps every field of the existing record that `body` does not name. */
  update(api: Api, existing: StoredCustomer, body: JsonObject): Promise<void>;
}

/** What became of one level of a batch. */
export type LevelOutcome = 'written' | Refusal;

export interface StockTarget {
  /** Levels that one call takes. */
  readonly batchSize: number;
  readonly skus: ArticleLookup;
  /** `physical` counts open orders of its own as still on the shelf, `net` does not. */
  readonly counts: 'physical' | 'net';
  /** One call. Every level is in the answer, by its place in `levels`: a batch may succeed in part. */
  set(api: Api, levels: readonly StockLevel[]): Promise<readonly LevelOutcome[]>;
}
