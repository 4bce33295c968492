import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Auth, type SignableRequest, type SignedAnswer, signer } from '../contract/auth.ts';

interface Keys {
  readonly publicKey: string;
  readonly secretKey: string;
}

/** Where the path begins that is signed, wherever the shop's address leads (sheet 2.4). */
const root = '/api/rest/v1';

/** HMAC-SHA512 over key, method, path with query, body and time, as all of them are sent (sheet 2.4). */
export function signed(keys: Keys): Auth {
  return signer(
    (request) => {
      const date = `${new Date(request.at).toISOString().slice(0, 19)}Z`;
      return {
        'x-public': keys.publicKey,
        'x-date': date,
        'x-hash': hashOf(keys, request, request.body, date),
      };
    },
    [keys.secretKey],
    (request, answer) => isOwnAnswer(keys, request, answer),
  );
}

/** An answer is signed over its own body and time (sheet 2.5). One without a signature says nothing. */
function isOwnAnswer(keys: Keys, request: SignableRequest, { headers, body }: SignedAnswer): boolean {
  const [hash, date] = [headers.get('x-hash'), headers.get('x-date')];
  return hash === null || date === null || hash === hashOf(keys, request, body, date);
}

function hashOf(
  { publicKey, secretKey }: Keys,
  { method, url }: SignableRequest,
  body: string,
  date: string,
): string {
  const { pathname, search } = new URL(url);
  const path = pathname.slice(Math.max(0, pathname.indexOf(`${root}/`)));
  return keyedHash(secretKey, [publicKey, method, `${path}${search}`, body, date].join('|'));
}

export function keyedHash(key: string, text: string): string {
  const encoder = new TextEncoder();
  return bytesToHex(hmac(sha512, encoder.encode(key), encoder.encode(text)));
}
