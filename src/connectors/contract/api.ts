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

/** What a connector may say of a change that is not made by PUT or POST. */
export interface ChangeOptions extends CallOptions {
  /** Whether doing it twice is the same as doing it once; true when left out. */
  readonly repeatable?: boolean;
}

/** An answer: its body (parsed JSON, or the text where it was none), status and headers. */
export interface Answered<T> {
  readonly body: T;
  readonly status: number;
  readonly headers: Headers;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A call whose answer's status and headers are needed too. */
export interface CallRequest extends CallOptions {
  readonly method: Method;
  readonly path: Path;
  readonly body?: unknown;
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
}

/**
 * The client that the engine hands to a connector. It authorises, keeps the limits, times out, retries what only reads,
 * and records what was read and written. Answers that do not fit the schema become the problem `unreadable`, naming the
 * field. Throws only `Problem`.
 */
export interface Api {
  /** What `account` learned; `account` itself must not use it. */
  readonly account: Account;
  now(): Date;
  get<T>(path: Path, schema: z.ZodType<T>, query?: Query, options?: CallOptions): Promise<T>;
  /** As `get`, but null where the system says 404, and where the path's id cannot be one. */
  find<T>(path: Path, schema: z.ZodType<T>, query?: Query, options?: CallOptions): Promise<T | null>;
  /** A POST that only reads: a search, a GraphQL query. Tried again as a GET is. */
  read<T>(path: Path, body: unknown, schema: z.ZodType<T>, options?: CallOptions): Promise<T>;
  /** A POST that must not be repeated blindly: an unanswered one becomes `outcome-unknown`. */
  create<T>(path: Path, body: unknown, schema: z.ZodType<T>, options?: CallOptions): Promise<T>;
  /** A PUT that may be repeated. The answer may be empty. */
  update(path: Path, body: unknown, options?: CallOptions): Promise<void>;
  /** The answer may be empty. */
  patch(path: Path, body: unknown, options?: ChangeOptions): Promise<void>;
  /** The answer may be empty. What may be repeated may be done already: a 404 is then no failure. */
  delete(path: Path, options?: ChangeOptions): Promise<void>;
  /** Any call, with status and headers of its answer. An empty body reaches the schema as null. */
  request<T>(call: CallRequest, schema: z.ZodType<T>): Promise<Answered<T>>;
}
