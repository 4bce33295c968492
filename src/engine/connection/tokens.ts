import * as oauth from 'oauth4webapi';
import type { Authorization } from '../../connectors/contract/connector.ts';
import { Problem, problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';

export interface AccessToken {
  readonly value: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Where a token is kept between uses. Sealed there. */
export interface TokenShelf {
  load(): Promise<AccessToken | null>;
  save(token: AccessToken | null): Promise<void>;
}

type ClientCredentials = Extract<Authorization, { kind: 'client-credentials' }>;

/** A token is renewed this long before it ends. */
const renewBeforeMs = 120_000;

/** One token per connection, shared by all its tasks, and one refresh at a time (RFC 6749, 4.4). */
export class TokenSource {
  #token: AccessToken | null | undefined;
  #refreshing: Promise<AccessToken> | null = null;

  constructor(
    private readonly authorization: ClientCredentials,
    private readonly shelf: TokenShelf,
    private readonly send: (request: Request) => Promise<Response>,
    private readonly clock: Clock,
    /** The system's name, for its problems. */
    private readonly system: string,
  ) {}

  async get(): Promise<AccessToken> {
    if (this.#token === undefined) this.#token = await this.shelf.load();
    if (this.#token && this.#token.expiresAt - renewBeforeMs > this.clock.now()) return this.#token;
    return this.#refresh();
  }

  /** The system refused this token. Returns a fresh one, unless another call fetched one already. */
  async replace(refused: AccessToken): Promise<AccessToken> {
    if (this.#token && this.#token.value !== refused.value) return this.#token;
    this.#token = null;
    return this.#refresh();
  }

  #refresh(): Promise<AccessToken> {
    this.#refreshing ??= this.#fetch().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #fetch(): Promise<AccessToken> {
    const { tokenUrl, clientId, clientSecret, scopes } = this.authorization;
    const server: oauth.AuthorizationServer = { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl };
    const client: oauth.Client = { client_id: clientId };
    try {
      const response = await oauth.clientCredentialsGrantRequest(
        server,
        client,
        plainBasic(clientSecret),
        { scope: scopes.join(' ') },
        {
          // BASE_URLS may point at a stand-in on this machine; connectors themselves name https addresses only.
          [oauth.allowInsecureRequests]: true,
          [oauth.customFetch]: (url, init) => this.send(new Request(url, init as RequestInit)),
        },
      );
      const answer = await oauth.processClientCredentialsResponse(server, client, response);
      const token = {
        value: answer.access_token,
        expiresAt: this.clock.now() + (answer.expires_in ?? 3600) * 1000,
      };
      this.#token = token;
      await this.shelf.save(token);
      return token;
    } catch (error) {
      throw tokenProblem(error, this.system);
    }
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

function tokenProblem(error: unknown, system: string): Problem {
  if (error instanceof Problem) return error;
  const refused = refusal(error);
  if (refused !== null) {
    const scope = refused === 'invalid_scope';
    return problem('auth', scope ? 'scope_missing' : 'credentials_refused', {
      system,
      status: error instanceof Error && 'status' in error ? Number(error.status) : 401,
      said: refused,
    });
  }
  return problem('retry', 'token_service_failed', { system });
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
