import { keyedHash } from './signature.ts';

/**
 * What the addresses of webhooks carry, so that nobody else finds them: no formula is known by which the shop signs a webhook (sheet 8.3). Made
 * of the secret, which it does not tell, so that it changes with it.
 */
export function hookKey({ secretKey }: { readonly secretKey: string }): string {
  return keyedHash(secretKey, 'webhooks of Koppel').slice(0, 32);
}
