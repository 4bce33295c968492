import { base64url } from 'jose';
import { Fingerprints } from '../src/engine/privacy/fingerprints.ts';
import type { Env } from '../src/env.ts';

/** An account of any system, as the engine knows it. */
interface KnownAccount {
  readonly connector: string;
  readonly identity: string;
}

/**
 * Keyed fingerprints of accounts, equal for equal accounts of one deployment and telling nothing of them. In order, so
 * that the two of an integration are the same list whichever is read and whichever is written.
 */
export async function accountMarks(env: Env, accounts: readonly KnownAccount[]): Promise<string[]> {
  const secret = new TextEncoder().encode(`accounts ${env.ENCRYPTION_KEY}`);
  const fingerprints = await Fingerprints.fromSecret(base64url.encode(secret));
  const marks = accounts.map(({ connector, identity }) => fingerprints.of([connector, identity]));
  return (await Promise.all(marks)).sort();
}
