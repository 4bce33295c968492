import type {
  AccessToken,
  Auth,
  Headers,
  SignableRequest,
  SignedAnswer,
} from '../../connectors/contract/auth.ts';
import { Problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import { encoded } from '../http/encoding.ts';
import { inAddress, secretsOf } from '../http/secrets.ts';
import type { TokenPort, UsableToken } from './ports.ts';

/** What one call is authorised with. */
export interface Authorisation {
  /** What the base address may follow from; null when calls carry no token. */
  readonly token: AccessToken | null;
  /** Goes behind the call's own query: `name=value`, encoded. */
  readonly query: string;
  headers(request: SignableRequest): Promise<Headers>;
  /** Of a system that signs its answers: whether this is one of its own to that request. */
  readonly isOwnAnswer?: (request: SignableRequest, answer: SignedAnswer) => boolean;
  /** What nobody must read of a request with these headers. */
  secrets(headers: Headers): readonly string[];
}

/** Authorises every call of a session. */
export interface Authoriser {
  authorisation(): Promise<Authorisation>;
  /** Another one, after the system refused this one; null when there is only one. */
  renewed(refused: Authorisation): Promise<Authorisation | null>;
}

/** A token is no longer used when it ends within this time, or within a tenth of its life where that is shorter. */
const maxRenewBeforeMs = 120_000;

export function isUsable(
  { expiresAt, lifeMs = Number.POSITIVE_INFINITY }: Pick<AccessToken, 'expiresAt' | 'lifeMs'>,
  clock: Clock,
): boolean {
  return expiresAt === null || expiresAt - Math.min(maxRenewBeforeMs, lifeMs / 10) > clock.now();
}

export function createAuthoriser(auth: Auth, tokens: TokenPort, clock: Clock): Authoriser {
  switch (auth.kind) {
    case 'headers':
      return always({
        token: null,
        query: '',
        headers: async () => auth.headers,
        secrets: headerSecrets,
      });
    case 'query':
      return always({
        token: null,
        query: Object.entries(auth.parameters)
          .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
          .join('&'),
        headers: async () => ({}),
        secrets: () => Object.values(auth.parameters).flatMap(inAddress),
      });
    case 'signer':
      return always({
        token: null,
        query: '',
        headers: async (request) => auth.sign(request),
        ...(auth.isOwnAnswer === undefined ? {} : { isOwnAnswer: auth.isOwnAnswer }),
        secrets: ({ authorization = '' }) => [...auth.secrets, ...secretsOf(authorization)],
      });
    case 'client-credentials':
    case 'signed-assertion':
    case 'authorization-code':
      return withTokens(auth.headers ?? bearerHeader, auth.clientSecret, tokens, clock);
  }
}

function always(authorisation: Authorisation): Authoriser {
  return { authorisation: async () => authorisation, renewed: async () => null };
}

function bearerHeader(token: string): Headers {
  return { authorization: `Bearer ${token}` };
}

function headerSecrets(headers: Headers): readonly string[] {
  return Object.values(headers).flatMap(secretsOf);
}

/** The token that is in use is remembered: asking for it may be a call to another machine. */
function withTokens(
  headersOf: (token: string) => Headers,
  clientSecret: string,
  tokens: TokenPort,
  clock: Clock,
): Authoriser {
  let used: UsableToken | null = null;
  const ask = async (refused: string | null): Promise<Authorisation> => {
    const result = await tokens.token(refused);
    if (!result.ok) throw new Problem(result.problem);
    used = result.value;
    return authorisationOf(used);
  };
  const authorisationOf = (token: UsableToken): Authorisation => ({
    token,
    query: '',
    headers: async () => headersOf(token.value),
    secrets: (headers) => [
      ...headerSecrets(headers),
      token.value,
      ...(clientSecret === '' ? [] : [clientSecret]),
    ],
  });
  return {
    authorisation: async () => (used !== null && isUsable(used, clock) ? authorisationOf(used) : ask(null)),
    renewed: async ({ token }) => {
      // Also when no other can be had now: what was refused is not sent again.
      used = null;
      return ask(token?.value ?? null);
    },
  };
}
