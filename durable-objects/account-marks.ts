import { base64url } from 'jose';
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
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const marks = accounts.map(async ({ connector, identity }) => {
    const text = new TextEncoder().encode(`${connector} ${identity}`);
    return base64url.encode(new Uint8Array(await crypto.subtle.sign('HMAC', key, text)).slice(0, 18));
  });
  return (await Promise.all(marks)).sort();
}
