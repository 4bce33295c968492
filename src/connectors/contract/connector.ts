/**
 * The contract of a connector: one folder, declared once, everything that Koppel needs to know of a system.
 * What a system can do follows from what is present; nothing else has to be told.
 */
import { z } from 'zod';
import type { Customer } from '../../records/customer.ts';
import type { Document, Totals } from '../../records/document.ts';
import type { Order } from '../../records/order.ts';
import type { ProblemKind } from '../../records/problem.ts';
import type { Api } from './api.ts';

export const flowNames = ['orders', 'customers', 'products', 'categories', 'stock'] as const;
export type FlowName = (typeof flowNames)[number];

/** A notice that a record changed. It carries ids, never the record. */
export interface Change {
  readonly flow: FlowName;
  /** The source record's id as its system names it. */
  readonly key: string;
  /** Tells one state of the record from another; equal versions need no second look. */
  readonly version?: string;
}

/** A webhook as it arrived: the raw body, header names in lower case. */
export interface Hook {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

export type HookReading =
  /** `id` names the delivery, so that a repeated one is known. */
  | { readonly kind: 'changes'; readonly id: string | null; readonly changes: readonly Change[] }
  | { readonly kind: 'unsigned' }
  /** `reason` names the field. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** How calls are authorised. Declared by the connector, carried out by the engine. */
export type Authorization =
  | { readonly kind: 'bearer'; readonly token: string }
  /** OAuth 1.0a (RFC 5849): every request is signed with HMAC-SHA256. */
  | {
      readonly kind: 'oauth1';
      readonly consumerKey: string;
      readonly consumerSecret: string;
      readonly token: string;
      readonly tokenSecret: string;
    }
  | {
      readonly kind: 'client-credentials';
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scopes: readonly string[];
    };

/** What `check` learns of the account; kept with the connection and handed to every translator. */
export const account = z.object({
  name: z.string(),
  /** ISO 4217. */
  currency: z.string(),
  /** IANA name; decides which day a sale belongs to. */
  timeZone: z.string(),
  /** What else a connector must know of the account to translate its records. */
  traits: z.record(z.string(), z.string()).default({}),
});
export type Account = z.infer<typeof account>;

/** A refusal in the system's own words. `kind` where the status alone would mislead. */
export interface Refusal {
  readonly message: string;
  readonly code?: string;
  readonly kind?: ProblemKind;
  readonly action?: string;
}

export interface ChangeWindow {
  /** Both inclusive. */
  readonly since: Date;
  readonly until: Date;
  /** Where the last page ended, in the connector's own form; null for the first. */
  readonly page: string | null;
  /** What the source gave to be remembered with the last window; absent or null before the first has ended. */
  readonly memory?: string | null;
}

export interface ChangePage {
  readonly changes: readonly Change[];
  readonly next: string | null;
  /**
   * With a window's last page: what the next window's changes are told by, for systems that cannot be asked what
   * changed. Ids and digests, nothing that can be read; a row of SQLite holds 2 MB.
   */
  readonly memory?: string;
}

export interface RecordSource<Item> {
  /** Every record changed in the window, over as many pages as it takes. May name one twice, never skips one. */
  changedSince(api: Api, window: ChangeWindow): Promise<ChangePage>;
  /** The record as it is now; null when it is gone. */
  get(api: Api, key: string): Promise<Item | null>;
}

export interface OrderSource extends RecordSource<Order> {
  /** Writes a status or a note back after booking. Repeating it changes nothing. */
  writeBack?(api: Api, key: string, change: { status?: string; note?: string }): Promise<void>;
}

export type JsonObject = { readonly [name: string]: unknown };

/** A document that stands in the target already. */
export interface FoundDocument {
  readonly id: string;
  /** With VAT. */
  readonly gross: string;
  /** Whether it can still be edited there. */
  readonly draft: boolean;
  readonly customerId: string | null;
}

export interface DocumentTarget {
  readonly kinds: readonly Document['kind'][];
  /** Currencies that it can hold; absent: any. A function where the account decides. */
  readonly currencies?: readonly string[] | ((account: Account) => readonly string[]);
  /** The articles that lines may name; absent where there are none. */
  readonly articles?: {
    /** The id of the article with exactly this SKU; null when there is none. */
    find(api: Api, sku: string): Promise<string | null>;
  };
  /** Whether a document may stand without a customer record: it carries name and addresses itself. */
  readonly guests: boolean;
  /** Its own fields that a mapping may fill in, by its own names. */
  readonly fields: z.ZodObject;
  /** The VAT code for a percentage when no setting names one. */
  vatCode(rate: string): string;
  /** The document added up by this system's own rounding rules. */
  totals(document: Document): Totals;
  toWire(document: Document): JsonObject;
  /** What `create` sends: the body with what the account adds to it; the body as it is when absent. */
  createBody?(body: JsonObject, account: Account): JsonObject;
  create(api: Api, body: JsonObject): Promise<{ id: string }>;
  /** The document with exactly this reference. `notBefore` bounds the search where references cannot be searched. */
  find(api: Api, reference: string, notBefore: Date): Promise<FoundDocument | null>;
  get(api: Api, id: string): Promise<FoundDocument | null>;
  /** Credits a final document as a whole. */
  credit?(api: Api, id: string, state: Document['state']): Promise<{ id: string }>;
  /** The credit document made of this one, if there is. */
  findCredit?(api: Api, id: string): Promise<{ id: string } | null>;
}

/** A customer on its way to a target: the record, and the target's own fields as mapping and settings filled them. */
export interface CustomerDraft {
  readonly customer: Customer;
  readonly fields: JsonObject;
}

export interface ExistingCustomer {
  readonly id: string;
  /** The target's record as read, so that an update can send back what it does not own. */
  readonly wire: JsonObject;
  /** Whether VAT is shifted to it, where the target keeps that with the customer. */
  readonly reverseCharge?: boolean;
  /** Put away there: nothing more is written to it by itself. */
  readonly archived?: boolean;
}

export interface CustomerTarget {
  readonly fields: z.ZodObject;
  /** The field that the setting `classification` fills in. */
  readonly classificationField?: string;
  /** The field that holds a customer's own VAT code: what the setting `vat` of the customers flow fills in. */
  readonly vatField?: string;
  /** The field that holds a customer's own revenue account: what the setting `revenueAccount` there fills in. */
  readonly revenueAccountField?: string;
  toWire(draft: CustomerDraft): JsonObject;
  /** What `create` sends: the body with what the account adds to it; the body as it is when absent. */
  createBody?(body: JsonObject, account: Account): JsonObject;
  create(api: Api, body: JsonObject): Promise<{ id: string }>;
  /** Whether the existing record says all that `body` would write. */
  isUpToDate(existing: ExistingCustomer, body: JsonObject): boolean;
  /** Keeps every field of the existing record that `body` does not name. */
  update(api: Api, existing: ExistingCustomer, body: JsonObject): Promise<void>;
  /** Exactly this address, whatever its case. */
  findByEmail(api: Api, email: string): Promise<ExistingCustomer | null>;
  get(api: Api, id: string): Promise<ExistingCustomer | null>;
}

export interface Connector<Credentials extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  readonly name: string;
  readonly credentials: Credentials;
  /** Fixed in code. A function where a shop lives on its own domain. */
  baseUrl(credentials: z.infer<Credentials>): string;
  /** The system's own limit; `concurrent` calls at once. */
  readonly limits: { readonly requests: number; readonly perMs: number; readonly concurrent: number };
  /** How long a new record may stay out of the system's search. */
  readonly searchDelayMs: number;
  authorize(credentials: z.infer<Credentials>): Authorization;
  /** Reads a refusal's body. `body` is parsed JSON, or text where it was none. */
  refusal(status: number, body: unknown): Refusal;
  /** Tries the credentials. They are handed in for what they say of the account itself, such as which of its shops it is. */
  check(api: Api, credentials: z.infer<Credentials>): Promise<Account>;
  readonly webhook?: {
    receive(credentials: z.infer<Credentials>, hook: Hook): Promise<HookReading>;
  };
  readonly orders?: { readonly source?: OrderSource; readonly target?: DocumentTarget };
  readonly customers?: { readonly source?: RecordSource<Customer>; readonly target?: CustomerTarget };
}

/** Declares a connector with the type of its own credentials. */
export function defineConnector<Credentials extends z.ZodObject>(
  connector: Connector<Credentials>,
): Connector {
  return connector as unknown as Connector;
}

/** A credential that is sealed at rest and never read back. */
export function secret() {
  return z.string().min(1).meta({ secret: true });
}
