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
import { codeWithin, type Failure, failuresIn, rowErrors } from './failures.ts';
import { readUse } from './usage.ts';

/** The token service answers with an object instead (sheet 2.4); the engine reads that. */
const errors = z.array(
  z.object({
    message: maybe(z.string()),
    errorCode: maybe(z.string()),
    fields: maybe(z.array(z.string())),
  }),
);

/**
 * An array of errors (sheet 8), or parts of a composite call of which one was refused: then nothing was done (sheet 3.4). In a
 * 200 there may be refused rows of a collection: those are for its caller.
 */
export function readError(answer: Answered<unknown>): Refusal | null {
  const { status, headers, body } = answer;
  // Several records have the key; nothing was written (sheet 3.2).
  if (status === 300 && isAddresses(body)) return { said: 'several records have this key', ...refused };
  if (status < 400) return refusedPart(body, headers);
  const found = errors.safeParse(body).data ?? [];
  const said = found.map(({ message, fields = [] }) => wording(message, fields.join(', '))).join('; ');
  const code = found[0]?.errorCode && codeWithin(found[0].errorCode, found[0].message);
  // The org is not on this host just now (sheet 8).
  const verdict = status === 420 ? away : verdictFor(code, headers);
  const fields = found.flatMap(({ fields: named = [] }) => named);
  return { said: said || (plainText(body) ?? ''), ...told(code, fields), ...verdict };
}

function isAddresses(body: unknown): boolean {
  return z.array(z.string()).nonempty().safeParse(body).success;
}

/**
 * What a part was refused for. Some of it is no end: whoever sent the call reads those. Where calls ran out in the middle of a list, all of it is
 * refused: it is to go once more, and no other call before that.
 */
function refusedPart(body: unknown, headers: Headers): Refusal | null {
  const failures = failuresIn(body).filter(({ code, isSilent }) => !forTheCaller.test(code) && !isSilent);
  if (failures.length > 0) return refusalOf(failures, headers);
  const limited = rowErrors(body).filter(({ code }) => code === tooMany);
  return limited.length === 0 ? null : refusalOf(limited, headers);
}

/** What a part or a row was refused for: the first tells what it means, and all of them their words. */
export function refusalOf(failures: readonly Failure[], headers = new Headers()): Refusal {
  const said = failures.map((each) => wording(each.said, each.fields.join(', '))).join('; ');
  const code = failures[0]?.code || undefined;
  const fields = failures.flatMap((each) => each.fields);
  return { said, ...told(code, fields), ...(verdictFor(code, headers) ?? refused) };
}

function verdictFor(code: string | undefined, headers: Headers): Verdict | undefined {
  return code === tooMany ? tooMuch(headers) : verdictOf(verdicts, code);
}

const tooMany = 'REQUEST_LIMIT_EXCEEDED';

/** Of the day: nobody tells when calls are free again. Or of long calls at once (sheet 4). */
function tooMuch(headers: Headers): Verdict {
  const use = readUse({ headers });
  const isOfDay = use === null || use.used >= use.allowed;
  return { kind: 'retry', code: 'rate_limited', retryAfterMs: isOfDay ? 600_000 : 10_000 };
}

const away: Verdict = { kind: 'retry', code: 'server_error' };

const refused: Verdict = { kind: 'rejected', code: 'refused' };

/** What is not there, what somebody else holds just now, what stands there already, what a duplicate rule objects to. */
const forTheCaller = /^(NOT_FOUND|ENTITY_IS_DELETED|UNABLE_TO_LOCK_ROW|DUPLICATE_VALUE|DUPLICATES_DETECTED)$/;

const verdicts: Verdicts = [
  [/^INVALID_SESSION_ID$/, stops('credentials_refused', 'salesforce_app')],
  [/^API_(DISABLED_FOR_ORG|CURRENTLY_DISABLED)$/, stops('plan_insufficient', 'salesforce_api')],
  // Another transaction holds the parent; nothing was done.
  [/^UNABLE_TO_LOCK_ROW$/, { kind: 'retry', code: 'conflict' }],
  [/^(SERVER_UNAVAILABLE|QUERY_TIMEOUT)$/, away],
  // Of one record or field, though it comes with a 403: the connection works.
  [/^(INSUFFICIENT_ACCESS|FUNCTIONALITY_NOT_ENABLED)/, { ...refused, advice: 'salesforce_permissions' }],
  [
    /^(INVALID_FIELD|INVALID_FIELD_FOR_INSERT_UPDATE|INVALID_TYPE)$/,
    { ...refused, advice: 'salesforce_permissions' },
  ],
  [/^DUPLICATES_DETECTED$/, { ...refused, advice: 'salesforce_duplicates' }],
];
