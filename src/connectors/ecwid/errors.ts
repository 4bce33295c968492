import { z } from 'zod';
import type { Answered } from '../contract/api.ts';
import type { Refusal } from '../contract/refusal.ts';
import { text } from '../wire/fields.ts';

const errorWire = z.object({
  errorMessage: text.catch(undefined),
  errorCode: text.catch(undefined),
  error_message: text.catch(undefined),
  args: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .catch(undefined),
});

/** Ecwid's errors (sheet 2.5): JSON of two shapes, text, or nothing at all. Only codes and statuses decide. */
export function readError({ status, body }: Answered<unknown>): Refusal | null {
  if (status < 400) return null;
  const error = errorWire.safeParse(body).data;
  const said = error?.errorMessage ?? error?.error_message ?? plainText(body);
  return { said: wording(said, error?.errorCode, error?.args), ...verdict(status, error?.errorCode) };
}

function wording(
  said: string | undefined,
  code: string | undefined,
  args: Record<string, unknown> = {},
): string {
  const details = Object.entries(args).map(([name, value]) => `${name}: ${value}`);
  const beside = [code, ...details].filter(Boolean).join(', ');
  if (said === undefined) return beside || '';
  return beside === '' ? said : `${said} (${beside})`;
}

/** A gateway's page says nothing to anybody. */
function plainText(body: unknown): string | undefined {
  return typeof body === 'string' && !body.trimStart().startsWith('<') ? body.trim() || undefined : undefined;
}

function verdict(status: number, code: string | undefined): Omit<Refusal, 'said'> {
  switch (status) {
    case 402:
      return paymentRequired(code);
    case 403:
      return forbidden(code);
    case 404:
      if (code !== 'STORE_NOT_FOUND') return {};
      return { kind: 'auth', code: 'store_not_found', advice: 'ecwid_store_id' };
    default:
      return {};
  }
}

function paymentRequired(code: string | undefined): Omit<Refusal, 'said'> {
  // "Over 100 in one call" shares the status with a plan that is too small.
  if (code?.endsWith('_FOR_API_REQUEST_LIMIT_EXCEEDED'))
    return { kind: 'rejected', code: 'too_many_records' };
  if (code === 'STORE_IS_SUSPENDED') {
    return { kind: 'auth', code: 'store_suspended', advice: 'ecwid_reopen' };
  }
  return {
    kind: 'auth',
    code: 'plan_insufficient',
    advice: 'ecwid_plan',
  };
}

function forbidden(code: string | undefined): Omit<Refusal, 'said'> {
  if (code === 'INSUFFICIENT_APP_SCOPE') {
    return {
      kind: 'auth',
      code: 'scope_missing',
      advice: 'ecwid_scopes',
    };
  }
  if (code?.endsWith('_FEATURE_NOT_AVAILABLE')) return { kind: 'rejected', code: 'feature_not_available' };
  return {
    kind: 'auth',
    code: 'credentials_refused',
    advice: 'ecwid_token',
  };
}
