import { z } from 'zod';
import type { Answered } from '../../../../src/connectors/contract/api.ts';
import type { Refusal } from '../../../../src/connectors/contract/refusal.ts';
import { maybe, plainText, told, type Verdict, wording } from '../../../../src/connectors/wire/errors.ts';

/** Two forms (sheet 4): a problem of RFC 7807, at times with messages by path, and an error of the platform's own. */
const envelope = z.object({
  title: maybe(z.string()),
  detail: maybe(z.string()),
  errors: maybe(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
  message: maybe(z.string()),
  description: maybe(z.string()),
});

export function readError({ status, body }: Answered<unknown>): Refusal | null {
  if (status < 400) return null;
  const error = envelope.safeParse(body).data ?? {};
  const fields = Object.entries(error.errors ?? {}).map(
    ([name, said]) => `${name}: ${[said].flat().join(' ')}`,
  );
  const details = [error.description, ...fields].filter(Boolean).join('; ');
  const said = error.detail ?? error.title ?? error.message ?? plainText(body);
  return {
    said: wording(said, details),
    ...told(undefined, Object.keys(error.errors ?? {})),
    ...statuses[status],
  };
}

const statuses: Readonly<Record<number, Verdict>> = {
  401: { kind: 'auth', code: 'credentials_refused' },
  403: { kind: 'auth', code: 'credentials_refused' },
  // No `Retry-After` is documented, and two connections may share one limit (sheet 4).
  429: { kind: 'retry', code: 'rate_limited', retryAfterMs: 10_000 },
};
