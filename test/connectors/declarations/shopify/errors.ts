import { z } from 'zod';
import type { Answered } from '../../../../src/connectors/contract/api.ts';
import type { BucketState } from '../../../../src/connectors/contract/limits.ts';
import type { Refusal } from '../../../../src/connectors/contract/refusal.ts';
import {
  maybe,
  told,
  type Verdict,
  type Verdicts,
  verdictOf,
  wording,
} from '../../../../src/connectors/wire/errors.ts';

const cost = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({
    maximumAvailable: z.number(),
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
});

const segment = z.union([z.string(), z.number()]);

const graphqlError = z.object({
  message: maybe(z.string()),
  path: maybe(z.array(segment)),
  extensions: maybe(z.object({ code: maybe(z.string()) })),
});

const userErrors = z.array(
  z.object({
    field: maybe(z.array(segment).nullable()),
    message: maybe(z.string()),
    code: maybe(z.string().nullable()),
  }),
);

const envelope = z.object({
  data: maybe(z.record(z.string(), z.unknown())),
  errors: maybe(z.union([z.array(graphqlError), z.string()])),
  extensions: maybe(z.object({ cost: maybe(cost) })),
});

type GraphqlError = z.infer<typeof graphqlError>;

/** The status, then `errors`, then the `userErrors` of a mutation (sheet 4). Codes decide, never texts. */
export function readError({ status, body }: Answered<unknown>): Refusal | null {
  const { errors = [], data = {}, extensions } = envelope.safeParse(body).data ?? {};
  if (status >= 400) return { said: typeof errors === 'string' ? errors : '', ...statuses[status] };
  if (typeof errors === 'string') return { said: errors, kind: 'rejected' };
  if (errors.length > 0) {
    const said = errors.map(({ message = '' }) => message).join('; ');
    const verdict = verdictOfErrors(errors, data);
    const retryAfterMs = verdict.code === 'rate_limited' ? untilAvailable(extensions?.cost) : undefined;
    const systemCode = errors.find(({ extensions: more }) => more?.code !== undefined)?.extensions?.code;
    return { said, ...told(systemCode), ...verdict, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  const refused = Object.values(data).flatMap(userErrorsOf);
  if (refused.length === 0) return null;
  return {
    said: refused.map(({ said }) => said).join('; '),
    ...told(
      refused.find(({ code }) => code !== '')?.code,
      refused.map(({ where }) => where).filter((where) => where !== ''),
    ),
    kind: 'rejected',
    code: 'refused',
  };
}

function verdictOfErrors(errors: readonly GraphqlError[], data: Record<string, unknown>): Verdict {
  // It was made; only what would tell of it is withheld (sheet 2, protected customer data).
  if (errors.every((error) => isWithheld(error, data)))
    return { kind: 'outcome-unknown', code: 'scope_missing' };
  const codes = errors.map(({ extensions }) => extensions?.code ?? '');
  return (
    verdictOf(
      verdicts,
      codes.find((code) => code !== ''),
    ) ?? {}
  );
}

function isWithheld({ path = [], extensions }: GraphqlError, data: Record<string, unknown>): boolean {
  const payload = data[String(path[0])];
  const isMutation = typeof payload === 'object' && payload !== null && 'userErrors' in payload;
  return extensions?.code === 'ACCESS_DENIED' && path.length > 1 && isMutation;
}

function userErrorsOf(payload: unknown): { said: string; code: string; where: string }[] {
  const found = z.object({ userErrors }).safeParse(payload).data?.userErrors ?? [];
  return found.map(({ field, message = '', code }) => {
    const where = field?.join('.') ?? '';
    return { said: wording(where ? `${where}: ${message}` : message, code ?? ''), code: code ?? '', where };
  });
}

/** The whole of the requested cost must be there (sheet 3.1). */
function untilAvailable(asked: z.infer<typeof cost> | undefined): number | undefined {
  if (asked === undefined) return undefined;
  const { currentlyAvailable, restoreRate } = asked.throttleStatus;
  return Math.max(0, Math.ceil(((asked.requestedQueryCost - currentlyAvailable) / restoreRate) * 1000));
}

export function readBucket({ body }: Answered<unknown>): BucketState | null {
  const told = envelope.safeParse(body).data?.extensions?.cost?.throttleStatus;
  if (told === undefined) return null;
  const { currentlyAvailable: available, maximumAvailable: capacity, restoreRate } = told;
  return { available, capacity, restorePerSecond: restoreRate };
}

const statuses: Readonly<Record<number, Verdict>> = {
  401: { kind: 'auth', code: 'credentials_refused' },
  402: { kind: 'auth', code: 'store_suspended' },
  // There is one path: what is not there is the shop.
  404: { kind: 'auth', code: 'shop_not_found' },
  423: { kind: 'auth', code: 'store_suspended' },
};

const verdicts: Verdicts = [
  [/^THROTTLED$/, { kind: 'retry', code: 'rate_limited' }],
  [/^ACCESS_DENIED$/, { kind: 'auth', code: 'scope_missing' }],
  [/^SHOP_INACTIVE$/, { kind: 'auth', code: 'store_suspended' }],
  [/^INTERNAL_SERVER_ERROR$/, { kind: 'retry', code: 'server_error' }],
  [/^MAX_COST_EXCEEDED$/, { kind: 'rejected', code: 'too_many_records' }],
];
