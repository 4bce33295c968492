import { importPKCS8, SignJWT } from 'jose';
import * as oauth from 'oauth4webapi';
import type { AccessToken, Assertion } from '../../connectors/contract/auth.ts';
import { Problem, problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import { readText } from '../http/answer-body.ts';
import { codeIn } from '../http/system-codes.ts';
import { withinTime } from '../http/within-time.ts';
import type { AccessAnswer, AccessRequest, TokenAuth } from './tokens.ts';

/** The calls of one token service of OAuth 2 (RFC 6749, 7636). Throws only `Problem`. */
export class TokenService {
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;
  readonly #authentication: oauth.ClientAuth;
  readonly #options: oauth.TokenEndpointRequestOptions;

  constructor(
    private readonly auth: TokenAuth,
    send: (request: Request) => Promise<Response>,
    private readonly clock: Clock,
    private readonly system: string,
  ) {
    const { tokenUrl, clientId } = auth;
    this.#server = {
      issuer: new URL(tokenUrl).origin,
      token_endpoint: tokenUrl,
      ...(auth.kind === 'authorization-code' ? { authorization_endpoint: auth.authorizeUrl } : {}),
    };
    this.#client = { client_id: clientId };
    this.#authentication = clientAuthentication(auth);
    this.#options = {
      // BASE_URLS may point at a stand-in on this machine; connectors themselves name https addresses only.
      [oauth.allowInsecureRequests]: true,
      additionalParameters: { ...auth.parameters },
      [oauth.customFetch]: (url, init) =>
        withinTime(clock, async (signal) => {
          const request = new Request(url, { ...(init as RequestInit), signal });
          return withTokenType(await send(request));
        }),
    };
  }

  /** By a grant that asks nobody. */
  withoutPerson(): Promise<AccessToken> {
    return this.auth.kind === 'signed-assertion'
      ? this.#byAssertion(this.auth.assertion)
      : this.#byCredentials();
  }

  #byAssertion(assertion: Assertion): Promise<AccessToken> {
    return this.#token(
      async () =>
        oauth.genericTokenEndpointRequest(
          this.#server,
          this.#client,
          this.#authentication,
          'urn:ietf:params:oauth:grant-type:jwt-bearer',
          { assertion: await signed(assertion, this.clock, this.system) },
          this.#options,
        ),
      oauth.processGenericTokenEndpointResponse,
    );
  }

  #byCredentials(): Promise<AccessToken> {
    const scopes = this.auth.scopes.join(' ');
    return this.#token(
      () =>
        oauth.clientCredentialsGrantRequest(
          this.#server,
          this.#client,
          this.#authentication,
          { ...this.auth.parameters, ...(scopes === '' ? {} : { scope: scopes }) },
          this.#options,
        ),
      oauth.processClientCredentialsResponse,
    );
  }

  refresh(refreshToken: string): Promise<AccessToken> {
    return this.#token(
      () =>
        oauth.refreshTokenGrantRequest(
          this.#server,
          this.#client,
          this.#authentication,
          refreshToken,
          this.#options,
        ),
      oauth.processRefreshTokenResponse,
    );
  }

  async authorizationUrl(redirectUri: string, state: string): Promise<AccessRequest> {
    if (this.auth.kind !== 'authorization-code') throw new Error('This grant asks nobody.');
    const { authorizeUrl, clientId, scopes, pkce } = this.auth;
    const url = new URL(authorizeUrl);
    url.searchParams.set('response_type', 'code');
    url.searchParams.set('client_id', clientId);
    url.searchParams.set('redirect_uri', redirectUri);
    url.searchParams.set('state', state);
    if (scopes.length > 0) url.searchParams.set('scope', scopes.join(' '));
    if (!pkce) return { url: url.href, verifier: '' };
    const verifier = oauth.generateRandomCodeVerifier();
    url.searchParams.set('code_challenge', await oauth.calculatePKCECodeChallenge(verifier));
    url.searchParams.set('code_challenge_method', 'S256');
    return { url: url.href, verifier };
  }

  async exchange({ parameters, redirectUri, state, verifier }: AccessAnswer): Promise<AccessToken> {
    const checked = await this.#checked(parameters, state);
    return this.#token(
      () =>
        oauth.authorizationCodeGrantRequest(
          this.#server,
          this.#client,
          this.#authentication,
          checked,
          redirectUri,
          verifier === '' ? oauth.nopkce : verifier,
          this.#options,
        ),
      oauth.processAuthorizationCodeResponse,
    );
  }

  /** Somebody may have said no, or come back with the answer to another request. */
  async #checked(parameters: URLSearchParams, state: string): Promise<URLSearchParams> {
    const { isOwnAnswer = async () => true } = this.auth.kind === 'authorization-code' ? this.auth : {};
    try {
      if (!(await isOwnAnswer(parameters))) throw new Error('The answer is not signed by the service.');
      return oauth.validateAuthResponse(this.#server, this.#client, parameters, state);
    } catch (error) {
      throw problem('auth', 'access_not_given', { system: this.system }, { cause: error });
    }
  }

  async #token(
    ask: () => Promise<Response>,
    read: (
      server: oauth.AuthorizationServer,
      client: oauth.Client,
      response: Response,
    ) => Promise<oauth.TokenEndpointResponse>,
  ): Promise<AccessToken> {
    try {
      return this.#read(await read(this.#server, this.#client, await ask()));
    } catch (error) {
      throw tokenProblem(error, this.system, this.auth);
    }
  }

  #read(answer: oauth.TokenEndpointResponse): AccessToken {
    const { lifetimeMs, keeps = [] } = this.auth;
    const lifeMs = answer.expires_in === undefined ? lifetimeMs : answer.expires_in * 1000;
    const extra = keeps.flatMap((name) => {
      const value = answer[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    return {
      value: answer.access_token,
      ...(lifeMs === undefined ? { expiresAt: null } : { expiresAt: this.clock.now() + lifeMs, lifeMs }),
      refreshToken: answer.refresh_token,
      extra: Object.fromEntries(extra),
    };
  }
}

/** Throws an `auth` problem where the key is none. */
async function signed(
  { privateKey, issuer, subject, audience, lifeMs }: Assertion,
  clock: Clock,
  system: string,
): Promise<string> {
  const key = await importPKCS8(privateKey, 'RS256').catch((error: unknown) => {
    throw problem('auth', 'credentials_refused', { system, status: 0 }, { cause: error });
  });
  return new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(issuer)
    .setSubject(subject)
    .setAudience(audience)
    .setExpirationTime(Math.floor((clock.now() + lifeMs) / 1000))
    .sign(key);
}

function clientAuthentication({ clientSecret, clientAuthentication: way }: TokenAuth): oauth.ClientAuth {
  if (clientSecret === '') return oauth.None();
  switch (way) {
    case 'basic':
      return plainBasic(clientSecret);
    case 'body':
      return oauth.ClientSecretPost(clientSecret);
  }
}

/**
 * Client id and secret as they are. RFC 6749 (2.3.1) form-encodes them first, which turns a "-" into "%2D"; the services
 * that are asked here (Doorkeeper: Jortt sheet 2.1) do not decode that.
 */
function plainBasic(clientSecret: string): oauth.ClientAuth {
  return (_server, client, _body, headers) => {
    const pair = new TextEncoder().encode(`${client.client_id}:${clientSecret}`);
    headers.set('authorization', `Basic ${btoa(String.fromCharCode(...pair))}`);
  };
}

/** Some services leave out what kind of token they give (Shopify sheet 2). The answer is read in bounds. */
async function withTokenType(response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = await readText(response);
  const body = status === 200 ? withDefault(text) : text;
  const plain = new Headers(headers);
  for (const name of ['content-encoding', 'content-length']) plain.delete(name);
  return new Response(status === 204 || status === 304 ? null : body, { status, headers: plain });
}

function withDefault(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'access_token' in body && !('token_type' in body)) {
      return JSON.stringify({ ...body, token_type: 'bearer' });
    }
  } catch {
    // It is no JSON: the library says what it thinks of it.
  }
  return text;
}

/** The service may be hostile: of its code no more is told than of any other answer. */
function tokenProblem(
  error: unknown,
  system: string,
  { clientId, clientSecret, scopes }: TokenAuth,
): Problem {
  if (error instanceof Problem) return error;
  const refused = refusal(error);
  if (refused !== null) {
    const scope = refused === 'invalid_scope';
    return problem('auth', scope ? 'scope_missing' : 'credentials_refused', {
      system,
      status: error instanceof Error && 'status' in error ? Number(error.status) : 401,
      systemCode: codeIn(refused, [clientId, clientSecret]),
      ...(scope ? { asked: scopes } : {}),
    });
  }
  return problem('retry', 'server_error', { system });
}

/** A busy service is no refusal, whatever it says in its body. */
const refusals = [400, 401, 403];

/** The service's own code; null when it did not refuse. Doorkeeper says it in a challenge too (Jortt sheet 2.4). */
function refusal(error: unknown): string | null {
  if (error instanceof oauth.ResponseBodyError && refusals.includes(error.status)) return error.error;
  if (error instanceof oauth.WWWAuthenticateChallengeError && refusals.includes(error.status)) {
    return error.cause[0]?.parameters.error ?? 'invalid_client';
  }
  return null;
}
