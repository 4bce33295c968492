import { createHmac, timingSafeEqual } from 'node:crypto';

const toleratedMs = 5 * 60_000;

/** As whoever takes a webhook verifies it by the specification (standardwebhooks.com), with Node's own HMAC. */
export function verify(
  secret: string,
  { headers, body }: { readonly headers: Headers; readonly body: string },
  now: number,
): 'good' | 'old' | 'forged' {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  if (Math.abs(now - Number(timestamp) * 1_000) > toleratedMs) return 'old';
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const given = (headers.get('webhook-signature') ?? '').split(' ').map((each) => each.replace(/^v1,/, ''));
  const isGood = given.some(
    (each) => each.length === wanted.length && timingSafeEqual(Buffer.from(each), Buffer.from(wanted)),
  );
  return isGood ? 'good' : 'forged';
}
