import type { z } from 'zod';
import type { Account } from './connector.ts';

export interface Query {
  readonly [name: string]: string | number | boolean | undefined;
}

/**
 * The client that the engine hands to a connector. It signs, keeps the rate limit, times out, retries what may be
 * repeated, and records what was read and written. Paths are relative to the connector's base address. Answers that do
 * not fit the schema become the problem `unreadable`, naming the field. Throws only `Problem`.
 */
export interface Api {
  /** What `check` learned; `check` itself must not use it. */
  readonly account: Account;
  now(): Date;
  get<T>(path: string, schema: z.ZodType<T>, query?: Query): Promise<T>;
  /** As `get`, but null where the system says 404. */
  find<T>(path: string, schema: z.ZodType<T>, query?: Query): Promise<T | null>;
  /** A POST that must not be repeated blindly: an unanswered one becomes `outcome-unknown`. */
  create<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T>;
  /** A PUT that may be repeated. The answer may be empty. */
  update(path: string, body: unknown): Promise<void>;
}
