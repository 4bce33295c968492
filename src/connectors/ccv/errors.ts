import { z } from 'zod';
import type { Answered } from '../contract/api.ts';
import type { Refusal } from '../contract/refusal.ts';
import {
  maybe,
  plainText,
  stops,
  told,
  type Verdict,
  type Verdicts,
  verdictOf,
  wording,
} from '../wire/errors.ts';

const error = z.object({
  code: maybe(z.union([z.string(), z.number().transform((code) => code.toFixed(2))])),
  developermessage: maybe(z.string()),
});

/** Mistakes of whoever asks are told with a 500 and a code; a failure of the server has none (sheet 4.1). */
export function readError({ status, body }: Answered<unknown>): Refusal | null {
  if (status < 400) return null;
  const { code, developermessage } = error.safeParse(body).data ?? {};
  const said = wording(developermessage ?? plainText(body), code ?? '');
  return { said, ...told(code), ...(verdictOf(verdicts, code) ?? statuses[status]) };
}

const refused: Verdict = { kind: 'rejected', code: 'refused' };

/** Clients wait a minute: there is no `Retry-After` (sheet 4.2). */
const askedTooMuch: Verdict = { kind: 'retry', code: 'rate_limited', retryAfterMs: 60_000 };

const verdicts: Verdicts = [
  [/^(429\.1[01]|500\.10)$/, askedTooMuch],
  // A subscription that is too small, an app that is not installed: other records may go.
  [/^500\.(60|90)$/, { kind: 'rejected', code: 'feature_not_available' }],
  // 500.20 and 500.25 are failures over the answer: the work may have been done.
  [/^500\.(2[1-4]|40|50|70|80)$/, refused],
  [/^(404\.20|405\.10|501\.[123]0)$/, refused],
];

/** Which status says that key, secret, clock or host is wrong is not told (sheet, unknown): these do everywhere. */
const statuses: Readonly<Record<number, Verdict>> = {
  401: stops('credentials_refused', 'ccv_keys'),
  403: stops('credentials_refused', 'ccv_keys'),
  429: askedTooMuch,
};
