import type { z } from 'zod';
import type { Account } from './account.ts';
import type { Path } from './path.ts';

export interface Query {
  readonly [name: string]: string | number | boolean | undefined;
}

/** What a connector may say of one call. */
export interface CallOptions {
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the call takes from a limit that counts cost; 1 when left out. */
  readonly cost?: number;
}

/** An answer with what stands in its head. */
export interface Answered<T> {
  readonly body: T;
  readonly status: number;
  readonly headers: Headers;
}

/**
 * The client that the engine hands to a connector. It authorises, keeps the limits, times out, retries what may be
 * repeated, and records what was read and written. Answers that do not fit the schema become the problem `unreadable`,
 * naming the field. Throws only `Problem`.
 */
export interface Api {
  /** What `account` learned; `account` itself must not use it. */
  readonly account: Account;
  now(): Date;
  get<T>(path: Path | string, schema: z.ZodType<T>, query?: Query): Promise<T>;
  /** As `get`, but null where the system says 404, and where the path's id cannot be one. */
  find<T>(path: Path | string, schema: z.ZodType<T>, query?: Query): Promise<T | null>;
  /** A POST that must not be repeated blindly: an unanswered one becomes `outcome-unknown`. */
  create<T>(path: Path | string, body: unknown, schema: z.ZodType<T>): Promise<T>;
  /** A PUT that may be repeated. The answer may be empty. */
  update(path: Path | string, body: unknown): Promise<void>;
}
