import { z } from 'zod';
import type { Answered } from '../contract/api.ts';
import type { Refusal } from '../contract/refusal.ts';
import { maybe, stops, told, type Verdict, type Verdicts, verdictOf, wording } from '../wire/errors.ts';

export const scopes = [
  'customers:read',
  'customers:write',
  'invoices:read',
  'invoices:write',
  'organizations:read',
] as const;

/** How a nested parameter is written is unknown (sheet 3.2): a path may be text or a list. */
const parameter = z.union([
  z.string(),
  z.array(z.union([z.string(), z.number()])).transform((path) => path.join('.')),
]);

const words = { key: maybe(z.string()), message: maybe(z.string()) };

const envelope = z.object({
  error: z.object({ ...words, details: maybe(z.array(z.object({ ...words, param: maybe(parameter) }))) }),
});

/** The token service and its guards answer in the form of RFC 6749 (sheet 2.4). Their description is Dutch. */
const oauthError = z.object({ error: z.string() });

/** Reads both forms of Jortt's errors (sheet 2.4, 3.2). Only keys and statuses decide, never texts. */
export function readError({ status, body }: Answered<unknown>): Refusal | null {
  if (status < 400) return null;
  const oauth = oauthError.safeParse(body).data?.error;
  const error = envelope.safeParse(body).data?.error;
  const verdict = oauth === undefined ? verdictOf(keys, error?.key) : verdictOf(oauthCodes, oauth);
  const isGateways = oauth !== undefined && verdict === undefined;
  const details = (error?.details ?? []).map(({ key, param, message }) =>
    [param ?? key, message].filter(Boolean).join(': '),
  );
  const said = oauth ?? wording(error?.message ?? error?.key, details.filter(Boolean).join('; '));
  const fields = (error?.details ?? []).flatMap(({ param }) => param ?? []);
  return {
    said,
    ...told(oauth ?? error?.key, fields),
    ...(isGateways ? { own: false } : {}),
    ...(verdict ?? statuses[status]),
  };
}

const credentialsRefused = stops('credentials_refused', 'jortt_client');
const scopeMissing = stops('scope_missing', 'jortt_scopes');
const conflict: Verdict = { kind: 'retry', code: 'conflict' };

/** A gateway's own `{"error": "Not Found"}` has this form too and says nothing of credentials. */
const oauthCodes: Verdicts = [
  [/^(invalid|insufficient)_scope$/, scopeMissing],
  [
    /^(invalid_client|invalid_grant|invalid_token|unauthorized_client|unsupported_grant_type)$/,
    credentialsRefused,
  ],
];

/** A missing scope or plan is a 401 too: only a refused token may be fetched anew (sheet 8.6). */
const keys: Verdicts = [
  [/^access_token\.(invalid|expired|revoked)$/, credentialsRefused],
  [/^scopes\.insufficient$/, scopeMissing],
  [/^organization\.requires_mkb_plan$/, stops('plan_insufficient', 'jortt_plan')],
  [
    /^organization\.(non_existing|not_allowed|header_required)$/,
    stops('organization_refused', 'jortt_organization'),
  ],
  [/^user\.(non_existing|invalid_credentials)$/, stops('user_refused', 'jortt_user')],
  [
    /^(two_factor_code\.(invalid|missing_secret)|permissions\.insufficient)$/,
    stops('user_refused', 'jortt_user'),
  ],
  [/^resource\.conflict$/, conflict],
  [/^request\.throttled$/, { kind: 'retry', code: 'rate_limited' }],
  [/^(server\.maintenance|integration\.outage)$/, { kind: 'retry', code: 'server_error' }],
  [/^operation\.year_closed$/, { kind: 'rejected', code: 'year_closed', advice: 'jortt_year' }],
];

const statuses: Readonly<Record<number, Verdict>> = {
  401: credentialsRefused,
  409: conflict,
  422: { kind: 'rejected', code: 'refused' },
  503: { kind: 'retry' },
};
