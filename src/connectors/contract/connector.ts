/**
 * The contract of a connector: one folder, declared once, everything that Koppel needs to know of a system.
 * What a system can do follows from what is present; nothing else has to be told.
 */
import { z } from 'zod';
import type { Customer } from '../../records/customer.ts';
import type { Order } from '../../records/order.ts';
import type { Account } from './account.ts';
import type { Answered, Api } from './api.ts';
import type { AccessToken, Auth } from './auth.ts';
import type { Limit } from './limits.ts';
import type { Lookups } from './lookups.ts';
import type { Refusal } from './refusal.ts';
import type { CustomerTarget, DocumentTarget } from './target.ts';

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

export interface Connector<Credentials extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  readonly name: string;
  readonly credentials: Credentials;
  auth(credentials: z.infer<Credentials>): Auth;
  /**
   * Where paths begin: fixed in code, named by the credentials where a shop lives on its own domain, or told with the
   * token. `token` is null where calls carry none, and while there is none yet.
   */
  baseUrl(credentials: z.infer<Credentials>, token: AccessToken | null): string;
  /** All of them hold for every call. */
  readonly limits: readonly Limit[];
  /** How long a new record may stay out of the system's search. */
  readonly searchDelayMs: number;
  /**
   * Reads a refusal out of an answer; null where it is none. It is asked of every answer: some systems refuse with a 200.
   * An answer outside 2xx is a refusal by its status, also where this gives null. `body` is parsed JSON, or text where it
   * was none.
   */
  readError(answer: Answered<unknown>): Refusal | null;
  /** Tries the credentials. They are handed in for what they say of the account itself, such as which of its shops it is. */
  account(api: Api, credentials: z.infer<Credentials>): Promise<Account>;
  readonly lookups?: Lookups;
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
