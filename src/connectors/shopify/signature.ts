/** What Shopify signs with the app's client secret: webhooks, and the answer of a merchant who gave access (sheet 2, 10.2). */
import { shopDomain } from './shop-domain.ts';

interface App {
  readonly shop: string;
  readonly clientSecret?: string | undefined;
}

/** HMAC-SHA256 over the bytes of this text; `signature` as bytes, compared in constant time. */
export async function isSigned(text: string, signature: Uint8Array<ArrayBuffer>, app: App): Promise<boolean> {
  return crypto.subtle.verify('HMAC', await keyOf(app), signature, new TextEncoder().encode(text));
}

/**
 * Whether Shopify sent a merchant back from this shop: all other parameters, sorted, signed in hexadecimal digits. Whoever calls
 * the address without that wants somebody else's code to be taken.
 */
export async function isOwnAnswer(parameters: URLSearchParams, app: App): Promise<boolean> {
  const signature = bytesOf(parameters.get('hmac') ?? '');
  if (signature === null || parameters.get('shop') !== shopDomain(app)) return false;
  const signed = [...parameters].filter(([name]) => name !== 'hmac' && name !== 'signature');
  const text = signed.map(([name, value]) => `${name}=${value}`).toSorted();
  return isSigned(text.join('&'), signature, app);
}

function bytesOf(hexadecimal: string): Uint8Array<ArrayBuffer> | null {
  if (!/^([0-9a-f]{2})+$/i.test(hexadecimal)) return null;
  return Uint8Array.from(hexadecimal.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Of the credentials as they were opened: imported once, gone with them. */
const keys = new WeakMap<App, Promise<CryptoKey>>();

function keyOf(app: App): Promise<CryptoKey> {
  const known = keys.get(app);
  if (known !== undefined) return known;
  const secret = new TextEncoder().encode(app.clientSecret);
  const key = crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  keys.set(app, key);
  return key;
}
