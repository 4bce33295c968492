import type { Env } from '../env.ts';

/**
 * What this deployment knows its own by, when it comes back from elsewhere. It is made of both secrets: changing either ends all that was
 * given out with it.
 */
export async function ownKey(
  env: Env,
  use: 'session' | 'access' | 'activation',
): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder().encode(`${use} ${env.ADMIN_TOKEN} ${env.ENCRYPTION_KEY}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', text));
}
