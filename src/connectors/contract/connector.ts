/**
 * The contract of a connector: one folder, declared once, everything that Koppel needs to know of a system.
 * What a system can do follows from what is present; nothing else has to be told.
 */
import { z } from 'zod';
import type { Customer } from '../../records/customer.ts';
import type { Account } from './account.ts';
import type { Activation } from './activation.ts';
import type { Answered, Api } from './api.ts';
import type { AccessToken, Auth } from './auth.ts';
import type { CategorySource, CategoryTarget } from './categories.ts';
import type { Limit } from './limits.ts';
import type { Lookups } from './lookups.ts';
import type { ProductSource, ProductTarget } from './products.ts';
import type { Refusal } from './refusal.ts';
import type { Scopes } from './scopes.ts';
import type { Change, OrderSource, Source } from './source.ts';
import type { StockSource, StockTarget } from './stock.ts';
import type { CustomerTarget, DocumentTarget } from './target.ts';

export const flowNames = ['orders', 'customers', 'products', 'categories', 'stock'] as const;
export type FlowName = (typeof flowNames)[number];

/** A webhook as it arrived: the raw body, header names in lower case. */
export interface Hook {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** What a connector makes of a webhook. */
export type ReceivedHook =
  /**
   * `id` names the delivery, so that a repeated one is known. `at` is when it happened, in epoch milliseconds, where the
   * system signs that: ids are not remembered for ever. `signed` stands for what is signed, where `id` is not: whoever saw it may send it
   * under other ids. Absent where two deliveries may well be the same but for their ids, however often.
   */
  | {
      readonly kind: 'changes';
      readonly id: string | null;
      readonly at?: number;
      readonly signed?: string;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'unsigned' }
  /** `reason` names the field. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What became of asking a system for webhooks. */
export interface AskedHooks {
  /** Flows of which the system does not tell: by each the scope that lacks, or null where it refused for another reason. */
  readonly untold: ReadonlyMap<FlowName, string | null>;
  /** Flows of which it tells from now on, and did not, or not of all, before. */
  readonly anew: ReadonlySet<FlowName>;
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
   * How long after its call a create that was not answered may still be done: the system, or what stands in front of it,
   * works on after Koppel hung up. Ten minutes when left out.
   */
  readonly commitDelayMs?: number;
  /**
   * Every 200 of the system says something: one without a body comes from whatever stands in front of it, or from a server that broke off,
   * and nothing is known of what was done. Left out, a change may be answered with nothing.
   */
  readonly alwaysAnswers?: true;
  /**
   * Reads a refusal out of an answer; returns null when it is none. Called for every answer: some systems refuse with a 200.
   * An answer outside 2xx is a refusal by its status, also where this gives null. `body` is parsed JSON, or text where it
   * was none.
   */
  readError(answer: Answered<unknown>): Refusal | null;
  /** Tries the credentials. They are handed in for what they say of the account itself, such as which of its shops it is. */
  account(api: Api, credentials: z.infer<Credentials>): Promise<Account>;
  /**
   * Tells the account from every other one of the system where the credentials alone do (`Account.identity`): a webhook is
   * then known to be of another account before anything is called.
   */
  identity?(credentials: z.infer<Credentials>): string;
  /** Where its own people can connect Koppel there, so that nobody has to enter its keys. */
  readonly activation?: Activation;
  /** Left out where the system has none, or none that Koppel knows by name. */
  readonly scopes?: Scopes;
  readonly lookups?: Lookups;
  readonly webhook?: {
    /**
     * Whether webhooks can be verified with these credentials; left out, with any. Where they cannot, none is taken, and the
     * system is polled.
     */
    takes?(credentials: z.infer<Credentials>): boolean;
    /** Who enters the address, where nobody but the system's own people can; left out, whoever has the account. */
    readonly enteredBy?: 'staff';
    receive(credentials: z.infer<Credentials>, hook: Hook): Promise<ReceivedHook>;
    /**
     * Where the system lets an application ask for them: changes of these flows are told to this address from now on, and nothing
     * else that Koppel once asked for there; without flows nothing is. Done again it changes nothing.
     */
    register?(
      api: Api,
      address: string,
      flows: ReadonlySet<FlowName>,
      credentials: z.infer<Credentials>,
    ): Promise<AskedHooks>;
  };
  readonly orders?: {
    readonly source?: OrderSource;
    readonly target?: DocumentTarget;
    /** What makes the kinds that `target` does not, where the system keeps them apart: the setting `document` asks for them. */
    readonly otherTargets?: readonly DocumentTarget[];
    /**
     * Where people look at an order in the system's own pages. `identity`: the account's, as it is told apart. Null for an id that is none.
     * Absent where the address of an account's pages is not known.
     */
    page?(identity: string, id: string): string | null;
  };
  readonly customers?: { readonly source?: Source<Customer>; readonly target?: CustomerTarget };
  readonly products?: { readonly source?: ProductSource; readonly target?: ProductTarget };
  readonly categories?: { readonly source?: CategorySource; readonly target?: CategoryTarget };
  readonly stock?: { readonly source?: StockSource; readonly target?: StockTarget };
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
