import { z } from 'zod';
import type { Answered } from '../contract/api.ts';
import type { Refusal } from '../contract/refusal.ts';
import { maybe, plainText, stops, told, type Verdict, wording } from '../wire/errors.ts';

/** Two forms (sheet 4): a problem of RFC 7807, at times with messages by path, and an error of the platform's own. */
const errorWire = z.object({
  title: maybe(z.string()),
  detail: maybe(z.string()),
  errors: maybe(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
  message: maybe(z.string()),
  description: maybe(z.string()),
});

export function readError({ status, body }: Answered<unknown>): Refusal | null {
  if (status < 400) return null;
  const { title, detail, errors = {}, message, description } = errorWire.safeParse(body).data ?? {};
  const fields = Object.entries(errors).map(([name, said]) => `${name}: ${[said].flat().join(' ')}`);
  const details = [description, ...fields].filter(Boolean).join('; ');
  return {
    said: wording(detail ?? title ?? message ?? plainText(body), details),
    ...told(undefined, Object.keys(errors)),
    ...statuses[status],
  };
}

const statuses: Readonly<Record<number, Verdict>> = {
  401: stops('credentials_refused', 'mijnwebwinkel_tokens'),
  403: stops('credentials_refused', 'mijnwebwinkel_tokens'),
  // What Retry-After says counts; none is documented, and two connections may share one limit (sheet 4).
  429: { kind: 'retry', code: 'rate_limited', retryAfterMs: 10_000 },
};
