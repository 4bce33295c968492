/** How requests and answers are signed (sheet 2.4, 2.5). */
import { hex, hmac } from '../../kit/access/hmac.ts';

interface Signed {
  readonly publicKey: string;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly uri: string;
  readonly body: string;
  readonly date: string;
}

export async function signatureOf(
  secret: string,
  { publicKey, method, uri, body, date }: Signed,
): Promise<string> {
  return hex(await hmac('SHA-512', secret, [publicKey, method, uri, body, date].join('|')));
}
