import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import OAuth from 'oauth-1.0a';
import { type Auth, type SignableRequest, signer } from '../contract/auth.ts';

export interface OAuth1Consumer {
  readonly consumerKey: string;
  readonly consumerSecret: string;
}

export interface OAuth1Token {
  readonly token: string;
  readonly tokenSecret: string;
}

export interface OAuth1Credentials extends OAuth1Consumer, OAuth1Token {}

/** What a request can be signed with. A consumer that has no token yet signs without one. */
export interface OAuth1Signing extends OAuth1Consumer, Partial<OAuth1Token> {
  /** Of the request for a lasting token (RFC 5849, 2.3). */
  readonly verifier?: string;
}

/** OAuth 1.0a (RFC 5849): every request is signed with HMAC-SHA256. */
export function oauth1(credentials: OAuth1Credentials): Auth {
  const { consumerKey, consumerSecret, token, tokenSecret } = credentials;
  return signer(
    (request) => ({ authorization: oauth1Header(credentials, request) }),
    [consumerKey, consumerSecret, token, tokenSecret],
  );
}

/**
 * The `Authorization` header of one request. Its nonce is good for this request only. A JSON body is not signed (RFC 5849,
 * 3.4.1.3.1).
 */
export function oauth1Header(
  credentials: OAuth1Signing,
  { method, url: address, at }: Omit<SignableRequest, 'body'>,
): string {
  const { consumerKey, consumerSecret, token, tokenSecret = '', verifier } = credentials;
  const oauth = new OAuth({
    consumer: { key: consumerKey, secret: consumerSecret },
    signature_method: 'HMAC-SHA256',
    hash_function: (base, key) => {
      const encoder = new TextEncoder();
      return btoa(String.fromCharCode(...hmac(sha256, encoder.encode(key), encoder.encode(base))));
    },
  });
  oauth.getTimeStamp = () => Math.floor(at / 1000);
  const url = new URL(address);
  // Of a query within the address the library leaves names as they are encoded, and encodes them again.
  const verified = verifier === undefined ? {} : { oauth_verifier: verifier };
  const data = { ...Object.fromEntries(url.searchParams), ...verified };
  url.search = '';
  const signed = { method, url: url.href, data };
  const own = token === undefined ? undefined : { key: token, secret: tokenSecret };
  return oauth.toHeader({ ...oauth.authorize(signed, own), ...verified }).Authorization;
}
