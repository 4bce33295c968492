import { z } from 'zod';
import type { Answered } from '../../../../src/connectors/contract/api.ts';
import type { Refusal } from '../../../../src/connectors/contract/refusal.ts';
import {
  maybe,
  plainText,
  told,
  type Verdict,
  type Verdicts,
  verdictOf,
  wording,
} from '../../../../src/connectors/wire/errors.ts';
import { readUse } from './usage.ts';

/** The token service answers with an object instead (sheet 2.4); the engine reads that. */
const errors = z.array(
  z.object({
    message: maybe(z.string()),
    errorCode: maybe(z.string()),
    fields: maybe(z.array(z.string())),
  }),
);

/** An array of errors (sheet 8). In a 200 there may be refused rows of a collection: those are for its caller. */
export function readError({ status, headers, body }: Answered<unknown>): Refusal | null {
  // Several records have the key; nothing was written (sheet 3.2).
  if (status === 300) return { said: 'several records have this key', ...refused };
  if (status < 400) return null;
  const found = errors.safeParse(body).data ?? [];
  const said = found.map(({ message, fields = [] }) => wording(message, fields.join(', '))).join('; ');
  const code = found[0]?.errorCode ?? '';
  const verdict = code === 'REQUEST_LIMIT_EXCEEDED' ? tooMuch(headers) : verdictOf(verdicts, code);
  const fields = found.flatMap(({ fields: named = [] }) => named);
  return { said: said || (plainText(body) ?? ''), ...told(found[0]?.errorCode, fields), ...verdict };
}

/** Of the day: nobody tells when calls are free again. Or of long calls at once (sheet 4). */
function tooMuch(headers: Headers): Verdict {
  const use = readUse({ headers });
  const isOfDay = use === null || use.used >= use.allowed;
  return { kind: 'retry', code: 'rate_limited', retryAfterMs: isOfDay ? 600_000 : 10_000 };
}

const refused: Verdict = { kind: 'rejected', code: 'refused' };

const verdicts: Verdicts = [
  [/^INVALID_SESSION_ID$/, { kind: 'auth', code: 'credentials_refused' }],
  [/^API_(DISABLED_FOR_ORG|CURRENTLY_DISABLED)$/, { kind: 'auth', code: 'plan_insufficient' }],
  // Another transaction holds the parent; nothing was done.
  [/^UNABLE_TO_LOCK_ROW$/, { kind: 'retry', code: 'conflict' }],
  [/^(SERVER_UNAVAILABLE|QUERY_TIMEOUT)$/, { kind: 'retry', code: 'server_error' }],
  // Of one record or field, though it comes with a 403: the connection works.
  [/^INSUFFICIENT_ACCESS/, refused],
];
