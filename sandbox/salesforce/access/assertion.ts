import { isObject, type JsonObject } from '../../kit/json.ts';
import { toSeconds } from '../../kit/time/timestamps.ts';
import { consumerKey, myDomain, username } from '../settings.ts';

const audiences = ['https://login.salesforce.com', 'https://test.salesforce.com', `https://${myDomain}`];
/** About three minutes ahead at most (sheet 2.2). */
const maxAheadSeconds = 300;

/** What is wrong with a signed claim to act as the user; null for a good one. */
export async function checkAssertion(
  assertion: string,
  publicKey: string | null,
  now: number,
): Promise<string | null> {
  const [head = '', body = '', signature = ''] = assertion.split('.');
  const [header, claims] = [decoded(head), decoded(body)];
  if (header?.alg !== 'RS256' || claims === null) return 'invalid assertion';
  if (claims.iss !== consumerKey) return 'client identifier invalid';
  if (!audiences.includes(String(claims.aud))) return 'audience is invalid';
  if (claims.sub !== username) return "user hasn't approved this consumer";
  const seconds = toSeconds(now);
  const exp = Number(claims.exp);
  if (!(exp > seconds && exp <= seconds + maxAheadSeconds)) return 'expired authorization code';
  const isGood = publicKey !== null && (await isSigned(`${head}.${body}`, signature, publicKey));
  return isGood ? null : 'invalid assertion';
}

async function isSigned(text: string, signature: string, pem: string): Promise<boolean> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const der = bytesOf(pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, ''));
  const key = await crypto.subtle.importKey('spki', der, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, key, bytesOf(signature), new TextEncoder().encode(text));
}

function decoded(part: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytesOf(part)));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
}
