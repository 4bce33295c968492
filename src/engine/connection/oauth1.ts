import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import OAuth from 'oauth-1.0a';
import type { Authorization } from '../../connectors/contract/connector.ts';

type Credentials = Extract<Authorization, { kind: 'oauth1' }>;

/** What of a request is signed. A JSON body is not (RFC 5849, 3.4.1.3.1). */
export interface SignedRequest {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** When, in epoch milliseconds. */
  readonly at: number;
}

/** The `Authorization` header of one request, signed with HMAC-SHA256. Its nonce is good for this request only. */
export function oauth1Header(credentials: Credentials, request: SignedRequest): string {
  const { consumerKey, consumerSecret, token, tokenSecret } = credentials;
  const oauth = new OAuth({
    consumer: { key: consumerKey, secret: consumerSecret },
    signature_method: 'HMAC-SHA256',
    hash_function: (base, key) => {
      const encoder = new TextEncoder();
      return btoa(String.fromCharCode(...hmac(sha256, encoder.encode(key), encoder.encode(base))));
    },
  });
  oauth.getTimeStamp = () => Math.floor(request.at / 1000);
  const url = new URL(request.url);
  // Of a query within the address the library leaves names as they are encoded, and encodes them again.
  const data = Object.fromEntries(url.searchParams);
  url.search = '';
  const signed = { method: request.method, url: url.href, data };
  return oauth.toHeader(oauth.authorize(signed, { key: token, secret: tokenSecret })).Authorization;
}
