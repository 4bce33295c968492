import { z } from 'zod';
import type { Answered } from '../contract/api.ts';
import type { Refusal } from '../contract/refusal.ts';
import { maybe, plainText, stops, told, type Verdicts, verdictOf, wording } from '../wire/errors.ts';
import { text } from '../wire/fields.ts';

const errorWire = z.object({
  errorMessage: maybe(text),
  errorCode: maybe(text),
  error_message: maybe(text),
  args: maybe(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});

/** Ecwid's errors (sheet 2.5): JSON of two shapes, text, or nothing at all. Only codes and statuses decide. */
export function readError({ status, body }: Answered<unknown>): Refusal | null {
  if (status < 400) return null;
  const error = errorWire.safeParse(body).data;
  const args = Object.entries(error?.args ?? {}).map(([name, value]) => `${name}: ${value}`);
  const details = [error?.errorCode, ...args].filter(Boolean).join(', ');
  const said = wording(error?.errorMessage ?? error?.error_message ?? plainText(body), details);
  return {
    said,
    ...told(error?.errorCode, fieldsOf(error?.errorMessage)),
    ...verdictOf(verdicts[status], error?.errorCode),
  };
}

/** "Field OrderItem.quantity is absent": no other field of the answer names it. */
function fieldsOf(message = ''): string[] {
  return /^Field ([A-Za-z.[\]\d]+)\b/.exec(message)?.slice(1) ?? [];
}

const verdicts: Readonly<Record<number, Verdicts>> = {
  402: [
    // "Over 100 in one call" shares the status with a plan that is too small.
    [/_FOR_API_REQUEST_LIMIT_EXCEEDED$/, { kind: 'rejected', code: 'too_many_records' }],
    [/^STORE_IS_SUSPENDED$/, stops('store_suspended', 'ecwid_reopen')],
    [/^/, stops('plan_insufficient', 'ecwid_plan')],
  ],
  403: [
    [/^INSUFFICIENT_APP_SCOPE$/, stops('scope_missing', 'ecwid_scopes')],
    [/_FEATURE_NOT_AVAILABLE$/, { kind: 'rejected', code: 'feature_not_available' }],
    [/^/, stops('credentials_refused', 'ecwid_token')],
  ],
  404: [[/^STORE_NOT_FOUND$/, stops('store_not_found', 'ecwid_store_id')]],
  // Of a taken SKU this is not said: the search may not show yet whose it is (sheet 2.7), so it is looked for once more.
  409: [[/^(COMBINATION_|EXTERNAL_ID_|NOT_ALLOWED_TO_)/, { kind: 'rejected' }]],
};
