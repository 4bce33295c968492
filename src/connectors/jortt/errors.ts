import { z } from 'zod';
import type { Answered } from '../contract/api.ts';
import type { Refusal } from '../contract/refusal.ts';

export const scopes = [
  'customers:read',
  'customers:write',
  'invoices:read',
  'invoices:write',
  'organizations:read',
] as const;

const words = z.string().optional().catch(undefined);

/** How a nested parameter is written is unknown (sheet 3.2): a path may be text or a list. */
const parameter = z
  .union([z.string(), z.array(z.union([z.string(), z.number()])).transform((path) => path.join('.'))])
  .optional()
  .catch(undefined);

const detail = z.object({ key: words, param: parameter, message: words });

const envelope = z.object({
  error: z.object({ key: words, message: words, details: z.array(detail).optional().catch(undefined) }),
});

/** The token service and its guards answer in the form of RFC 6749 (sheet 2.4). Their description is Dutch. */
const oauthError = z.object({ error: z.string() });

/** Reads both forms of Jortt's errors (sheet 2.4, 3.2). Only keys and statuses decide, never texts. */
export function readError({ status, body }: Answered<unknown>): Refusal | null {
  if (status < 400) return null;
  const oauth = oauthError.safeParse(body).data?.error;
  if (oauth !== undefined) return { said: oauth, ...(verdictOfOauth(oauth) ?? verdictOfStatus(status)) };
  const error = envelope.safeParse(body).data?.error;
  return { said: wording(error), ...(verdict(error?.key) ?? verdictOfStatus(status)) };
}

function wording(error: z.infer<typeof envelope>['error'] | undefined): string {
  const details = (error?.details ?? []).map(({ key, param, message }) =>
    [param ?? key, message].filter(Boolean).join(': '),
  );
  const named = details.filter(Boolean).join('; ');
  // A gateway's page says nothing to anybody (sheet 8.18).
  const said = error?.message ?? error?.key ?? '';
  return named === '' ? said : `${said} (${named})`;
}

type Verdict = Omit<Refusal, 'said'>;

const credentialsRefused: Verdict = {
  kind: 'auth',
  code: 'credentials_refused',
  advice: 'jortt_client',
};

/** A gateway's own `{"error": "Not Found"}` has this form too and says nothing of credentials. */
function verdictOfOauth(error: string): Verdict | null {
  switch (error) {
    case 'invalid_scope':
    case 'insufficient_scope':
      return scopeMissing;
    case 'invalid_client':
    case 'invalid_grant':
    case 'invalid_token':
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return credentialsRefused;
    default:
      return null;
  }
}

const scopeMissing: Verdict = {
  kind: 'auth',
  code: 'scope_missing',
  advice: 'jortt_scopes',
};

/** A missing scope or plan is a 401 too: only a refused token may be fetched anew (sheet 8.6). */
function verdict(key: string | undefined): Verdict | null {
  switch (key) {
    case 'access_token.invalid':
    case 'access_token.expired':
    case 'access_token.revoked':
      return credentialsRefused;
    case 'scopes.insufficient':
      return scopeMissing;
    case 'organization.requires_mkb_plan':
      return {
        kind: 'auth',
        code: 'plan_insufficient',
        advice: 'jortt_plan',
      };
    case 'organization.non_existing':
    case 'organization.not_allowed':
    case 'organization.header_required':
      return {
        kind: 'auth',
        code: 'organization_refused',
        advice: 'jortt_organization',
      };
    case 'user.non_existing':
    case 'user.invalid_credentials':
    case 'two_factor_code.invalid':
    case 'two_factor_code.missing_secret':
    case 'permissions.insufficient':
      return {
        kind: 'auth',
        code: 'user_refused',
        advice: 'jortt_user',
      };
    case 'resource.conflict':
      return { kind: 'retry', code: 'conflict' };
    case 'request.throttled':
    case 'server.maintenance':
    case 'integration.outage':
      return { kind: 'retry' };
    case 'operation.year_closed':
      return {
        kind: 'rejected',
        code: 'year_closed',
        advice: 'jortt_year',
      };
    default:
      return null;
  }
}

function verdictOfStatus(status: number): Verdict {
  switch (status) {
    case 401:
      return credentialsRefused;
    case 409:
      return { kind: 'retry', code: 'conflict' };
    case 422:
      return { kind: 'rejected', code: 'refused' };
    case 503:
      return { kind: 'retry' };
    default:
      return {};
  }
}
