/** A caller's own OAuth 1.0a, written apart from the shop's so that either can be held against the other. */
import { createHmac } from 'node:crypto';

interface Signed {
  readonly method: string;
  readonly url: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token?: string | undefined;
  readonly tokenSecret: string;
  readonly nonce: string;
  readonly timestamp: number | string;
  readonly signatureMethod?: string;
  readonly signature?: string;
  readonly verifier?: string;
  /** The fields of a form that is sent with it. */
  readonly form?: Readonly<Record<string, string>>;
}

export async function authorization(call: Signed): Promise<string> {
  const { pathname, origin, searchParams } = new URL(call.url);
  const own: Record<string, string> = {
    oauth_consumer_key: call.consumerKey,
    oauth_nonce: call.nonce,
    oauth_signature_method: call.signatureMethod ?? 'HMAC-SHA256',
    oauth_timestamp: String(call.timestamp),
    oauth_version: '1.0',
    ...(call.token === undefined ? {} : { oauth_token: call.token }),
    ...(call.verifier === undefined ? {} : { oauth_verifier: call.verifier }),
  };
  const parameters = [...searchParams, ...Object.entries(own), ...Object.entries(call.form ?? {})]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort();
  const base = [call.method, `${origin}${pathname}`, parameters.join('&')].map(encoded).join('&');
  const key = `${encoded(call.consumerSecret)}&${encoded(call.tokenSecret)}`;
  const signature = call.signature ?? createHmac('sha256', key).update(base).digest('base64');
  const all = Object.entries({ ...own, oauth_signature: signature });
  return `OAuth ${all.map(([name, value]) => `${name}="${encoded(value)}"`).join(', ')}`;
}

function encoded(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) =>
      /[A-Za-z0-9\-._~]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
}
