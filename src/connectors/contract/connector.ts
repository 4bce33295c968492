/**
 * The contract of a connector: one folder, declared once, everything that Koppel needs to know of a system.
 * What a system can do follows from what is present; nothing else has to be told.
 */
import { z } from 'zod';
import type { Customer } from '../../records/customer.ts';
import type { Account } from './account.ts';
import type { Api } from './api.ts';
import type { Refusal } from './refusal.ts';
import type { Change, OrderSource, Source } from './source.ts';
import type { CustomerTarget, DocumentTarget } from './target.ts';

export const flowNames = ['orders', 'customers', 'products', 'categories', 'stock'] as const;
export type FlowName = (typeof flowNames)[number];

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
  readonly customers?: { readonly source?: Source<Customer>; readonly target?: CustomerTarget };
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
