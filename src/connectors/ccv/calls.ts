/** Calls with the media type of shops or of tills: it selects their schemas (sheet 10). */
import type { z } from 'zod';
import { asProblem } from '../../records/problem.ts';
import type { Account } from '../contract/account.ts';
import type { Api, CallOptions, Query } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';

const shop = { accept: 'application/vnd.verto.webshop+json' };
const till = { accept: 'application/vnd.verto.salespos+json' };

/** `ofTill`: the schemas of tills. */
export function mediaType(ofTill: boolean): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: ofTill ? till : shop };
}

/** A till is a shop that says so (sheet 1.1). */
export function isTill({ traits }: Account): boolean {
  return traits.till === 'true';
}

function asItIs({ account }: Api): CallOptions {
  return mediaType(isTill(account));
}

export function get<T>(api: Api, at: Path, schema: z.ZodType<T>, query: Query = {}): Promise<T> {
  return api.get(at, schema, query, asItIs(api));
}

export function find<T>(api: Api, at: Path, schema: z.ZodType<T>, query: Query = {}): Promise<T | null> {
  return api.find(at, schema, query, asItIs(api));
}

/** Null where it was done and the answer is empty, as it may be (sheet 3.1). */
export async function make<T>(api: Api, at: Path, body: unknown, schema: z.ZodType<T>): Promise<T | null> {
  const call = { method: 'POST', path: at, body, repeatable: false, ...asItIs(api) } as const;
  return (await api.request(call, schema.nullable())).body;
}

export function change(api: Api, at: Path, body: unknown): Promise<void> {
  return api.patch(at, body, asItIs(api));
}

export function remove(api: Api, at: Path): Promise<void> {
  return api.delete(at, asItIs(api));
}

/** What a key may not read, or a till does not have (sheet 2.2), is `none`: what the connection as a whole lacks shows elsewhere. */
export async function whereAllowed<T, None>(answer: Promise<T>, none: None): Promise<T | None> {
  try {
    return await answer;
  } catch (error) {
    const { kind, code } = asProblem(error);
    const isNotAllowed = (kind === 'rejected' && code !== 'unreadable') || kind === 'auth';
    if (!isNotAllowed) throw error;
    return none;
  }
}
