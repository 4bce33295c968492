import { z } from 'zod';
import type { Answered } from '../contract/api.ts';
import type { BucketState } from '../contract/limits.ts';
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
import { scopeFor } from './scopes.ts';

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
  if (status >= 400)
    return { said: typeof errors === 'string' ? errors : (plainText(body) ?? ''), ...statuses[status] };
  if (typeof errors === 'string') return { said: errors, kind: 'rejected' };
  if (errors.length > 0) {
    const said = errors.map(({ message = '' }) => message).join('; ');
    const verdict = verdictOfErrors(errors, data);
    const retryAfterMs = verdict.code === 'rate_limited' ? untilAvailable(extensions?.cost) : undefined;
    const systemCode = errors.find(({ extensions: more }) => more?.code !== undefined)?.extensions?.code;
    const scopes = verdict.code === 'scope_missing' ? errors.flatMap(({ path = [] }) => scopeFor(path)) : [];
    return {
      said,
      ...told(systemCode, [...new Set(scopes)]),
      ...verdict,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
  const refused = Object.values(data).flatMap(userErrorsOf);
  if (refused.length === 0) return null;
  const code = refused.find((each) => each.code !== '')?.code;
  return {
    said: refused.map(({ said }) => said).join('; '),
    ...told(
      code,
      refused.map(({ where }) => where).filter((where) => where !== ''),
    ),
    ...(userErrorsOf(data.orderCreate).some(isOwnKeyTaken)
      ? taken
      : (verdictOf(userVerdicts, code) ?? rejection)),
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

interface UserError {
  readonly said: string;
  readonly code: string;
  readonly where: string;
}

/** `orderCancel` has a list of another name (sheet 4). */
function userErrorsOf(payload: unknown): UserError[] {
  const lists = z.object({ userErrors: maybe(userErrors), orderCancelUserErrors: maybe(userErrors) });
  const found = lists.safeParse(payload).data;
  return [...(found?.userErrors ?? []), ...(found?.orderCancelUserErrors ?? [])].map(
    ({ field, message = '', code }) => {
      const where = field?.join('.') ?? '';
      return { said: wording(where ? `${where}: ${message}` : message, code ?? ''), code: code ?? '', where };
    },
  );
}

/** An order that was made with this key stands there already: it is looked for (sheet 7.7). */
function isOwnKeyTaken({ where, code }: UserError): boolean {
  return /(^|\.)metafields(\.|$)/.test(where) && !/TYPE|NAMESPACE|ACCESS|BLANK/.test(code);
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

const suspended = stops('store_suspended', 'shopify_reopen');
const scopeMissing = stops('scope_missing', 'shopify_scopes');

const statuses: Readonly<Record<number, Verdict>> = {
  401: stops('credentials_refused', 'shopify_token'),
  402: suspended,
  403: stops('credentials_refused', 'shopify_token'),
  // There is one path: what is not there is the shop.
  404: stops('shop_not_found', 'shopify_shop'),
  423: suspended,
};

const rejection: Verdict = { kind: 'rejected', code: 'refused' };
const taken: Verdict = { kind: 'outcome-unknown', code: 'conflict' };

const userVerdicts: Verdicts = [
  // The same call is still under way, or a number has changed meanwhile: once more (sheet 8).
  [
    /^IDEMPOTENCY_CONCURRENT_REQUEST$|^(CHANGE_FROM|COMPARE)_QUANTITY_STALE$/,
    { kind: 'retry', code: 'conflict' },
  ],
];

const verdicts: Verdicts = [
  [/^THROTTLED$/, { kind: 'retry', code: 'rate_limited' }],
  [/^ACCESS_DENIED$/, scopeMissing],
  [/^SHOP_INACTIVE$/, suspended],
  [/^INTERNAL_SERVER_ERROR$/, { kind: 'retry', code: 'server_error' }],
  [/^MAX_COST_EXCEEDED$/, { kind: 'rejected', code: 'too_many_records' }],
];
