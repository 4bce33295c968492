import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Auth, type SignableRequest, signer } from '../../../../src/connectors/contract/auth.ts';

interface Keys {
  readonly publicKey: string;
  readonly secretKey: string;
}

/** HMAC-SHA512 over key, method, path with query, body and time, as all of them are sent (sheet 2.4). */
export function signed(keys: Keys): Auth {
  return signer((request) => signatureOf(keys, request), [keys.secretKey]);
}

function signatureOf({ publicKey, secretKey }: Keys, { method, url, body, at }: SignableRequest) {
  const { pathname, search } = new URL(url);
  const date = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const message = [publicKey, method, `${pathname}${search}`, body, date].join('|');
  const encoder = new TextEncoder();
  const hash = bytesToHex(hmac(sha512, encoder.encode(secretKey), encoder.encode(message)));
  return { 'x-public': publicKey, 'x-date': date, 'x-hash': hash };
}
