import { hmac } from '../../kit/access/hmac.ts';

/** The six digits of the second factor, for a span of thirty seconds (RFC 6238). */
export async function oneTimePassword(secret: string, now: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(now / 30_000)));
  const digest = new DataView(await hmac('SHA-1', secret, counter.buffer));
  const offset = digest.getUint8(digest.byteLength - 1) & 0x0f;
  const number = digest.getUint32(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
