import { base64url } from 'jose';
import { Fingerprints } from '../src/engine/privacy/fingerprints.ts';
import type { KnownAccount } from '../src/engine/siblings.ts';
import type { Env } from '../src/env.ts';

/**
 * A keyed fingerprint of an account of any system, equal for equal accounts of one deployment and telling nothing of
 * them.
 */
export async function accountMark(env: Env, { connector, identity }: KnownAccount): Promise<string> {
  const secret = new TextEncoder().encode(`accounts ${env.ENCRYPTION_KEY}`);
  const fingerprints = await Fingerprints.fromSecret(base64url.encode(secret));
  return fingerprints.of([connector, identity]);
}

/** In order, so that the two of an integration are the same list whichever is read and whichever is written. */
export async function accountMarks(env: Env, accounts: readonly KnownAccount[]): Promise<string[]> {
  return (await Promise.all(accounts.map((account) => accountMark(env, account)))).sort();
}
