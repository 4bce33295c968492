import type { z } from 'zod';
import type { Customer } from '../../records/customer.ts';
import type { Document, Totals } from '../../records/document.ts';
import type { Identity } from '../../records/identity.ts';
import type { Account } from './account.ts';
import type { Api } from './api.ts';

export type JsonObject = { readonly [name: string]: unknown };

/**
 * What a record says, by part. A part is one thing: it is taken over as a whole or not at all, and it is what two sides may
 * both have changed. What several systems know has one name in all of them (`CustomerPart`); a mapped field is a part
 * under its own name. Values are JSON, in the form in which the target itself tells two apart. Of an object a field that is
 * left out is not known; an empty text says that there is none. A part that is left out is none, or is not known.
 */
export type Parts = Readonly<Record<string, unknown>>;

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
  /**
   * How many characters a text of `body` may have, by its path: `entity.ext_order_id`. What is longer would be cut there
   * in silence, so it is refused when it is planned. The reference of a document is shortened instead.
   */
  readonly lengths?: Readonly<Record<string, number>>;
}

/** A document that was made. What the answer states of it is compared with what was meant; else it is read once. */
export interface MadeDocument extends Made {
  /** With VAT. */
  readonly gross?: string;
  readonly vat?: string;
  /** The reference as it was stored, where the answer tells. */
  readonly reference?: string;
  /** The number by which people there know it, where the answer tells. */
  readonly number?: string | undefined;
}

/** A document that stands in the target already. */
export interface FoundDocument extends Made {
  /** With VAT. */
  readonly gross: string;
  /** Null where the target does not state it. */
  readonly vat?: string | null;
  /** ISO 4217. */
  readonly currency?: string | undefined;
  /** The document's own date, `2026-03-02`; absent where it has none yet, or none but the day on which it was made there. */
  readonly date?: string | undefined;
  readonly reference?: string | undefined;
  /** The number by which people there know it; absent where it has none yet. */
  readonly number?: string | undefined;
  /** Whether it can still be edited there. */
  readonly draft: boolean;
  readonly customerId: string | null;
  /** Ids of the documents that credit it, where it states them. */
  readonly credits?: readonly string[];
  /** Whom the document itself names, where documents do that. Compared, and never kept. */
  readonly buyer?: { readonly email?: string | undefined; readonly name?: string | undefined };
}

/** What became of a sale after its document was made. What has not changed since is left out. */
export interface Aftermath {
  readonly paid?: true;
  readonly shipped?: true;
  readonly cancelled?: true;
}

export interface DocumentTarget extends Omit<Target<Document, FoundDocument>, 'find' | 'create'> {
  readonly kinds: readonly Document['kind'][];
  /** Scopes that it needs beyond those that are asked for in any case: asked for only where a flow makes these documents. */
  readonly scopes?: readonly string[];
  /** How many characters a reference may have; any number when left out. */
  readonly referenceLength?: number;
  /** Currencies that it can hold; absent: any. A function where the account decides. */
  readonly currencies?: readonly string[] | ((account: Account) => readonly string[]);
  /** The articles that an order may be made to wait for, and that lines name where they can; absent where there are none. */
  readonly articles?: ArticleLookup;
  /** Whether what it makes takes the articles that its lines name off its own stock. */
  readonly takesStock?: true;
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
  /**
   * Carries on what became of the sale. Repeating it changes nothing, and what the document already is, or has gone beyond,
   * is left. What this system cannot be told is returned: a person has to see to it.
   */
  follow?(api: Api, id: string, aftermath: Aftermath): Promise<readonly (keyof Aftermath)[]>;
  /** Credits a final document as a whole. */
  credit?(api: Api, id: string, state: Document['state']): Promise<Made>;
  /** The credit document made of this one, if there is. */
  findCredit?(api: Api, id: string): Promise<Made | null>;
}

/** SKU → the ids of all that have it. `bySearch` where the system can be asked for exactly these, `byWalk` where all must be walked through. */
export type ArticleLookup =
  | {
      readonly kind: 'by-search';
      readonly find: (api: Api, skus: readonly string[]) => Promise<ArticlesBySku>;
    }
  | {
      readonly kind: 'by-walk';
      readonly page: (
        api: Api,
        page: string | null,
      ) => Promise<{ readonly ids: ArticlesBySku; readonly next: string | null }>;
    };

export type ArticlesBySku = ReadonlyMap<string, readonly string[]>;

export function bySearch(find: (api: Api, skus: readonly string[]) => Promise<ArticlesBySku>): ArticleLookup {
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
  /** As the source of the same system would read it; null where it could not. */
  readonly record: Customer | null;
  /** Whether VAT is shifted to it, where the target keeps that with the customer. */
  readonly reverseCharge?: boolean;
  /** Put away there: nothing is written to it by any flow. */
  readonly archived?: boolean;
}

/** Parts of a customer that every system calls the same here. */
export const customerParts = [
  'email',
  'kind',
  'name',
  'contact',
  'vatNumber',
  'cocNumber',
  'reverseCharge',
  'phone',
  'address',
  'language',
] as const;
/** `name`: of a company its own, of a person the whole name. `contact`: the person to ask for in a company. */
export type CustomerPart = (typeof customerParts)[number];

/** Its keys are e-mail addresses, in whatever case. */
export interface CustomerTarget extends Omit<Target<CustomerDraft, ExistingCustomer>, 'find'> {
  /**
   * Where `create` takes several calls: does what it has left undone of a customer that was found after it was not answered, and
   * nothing where that is whole. Whatever fails behind the first call, `create` says that it is unknown what was made.
   */
  complete?(api: Api, existing: StoredCustomer, body: JsonObject): Promise<void>;
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
  /** What `body` says, by part; without what only a new one is given (a website, a placeholder, the id in the source). */
  partsOf(body: JsonObject): Parts;
  /** What stands in a record, by part: all that `partsOf` could name, in the same form. */
  partsIn(existing: StoredCustomer): Parts;
  /**
   * The body of an update that says only these parts of `body`; one of them that `body` does not say is emptied. The kind takes
   * along what makes a company: of one that becomes a person VAT and CoC number are emptied, whoever wrote them. A name that is not
   * said beside it stays, wherever the other kind has it: it goes along from `existing`, to which the update is sent.
   */
  narrowed(body: JsonObject, parts: ReadonlySet<string>, existing: StoredCustomer): JsonObject;
  /** Whether the existing record says all that `body` would write. */
  isUpToDate(existing: StoredCustomer, body: JsonObject): boolean;
  /**
   * Keeps every field of the existing record that `body` does not name. Where more than that has to go back, the record is read
   * once more just before: what somebody has changed since `existing` was read stays.
   */
  update(api: Api, existing: StoredCustomer, body: JsonObject): Promise<void>;
}
