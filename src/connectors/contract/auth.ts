/** How calls are authorised: declared by the connector, carried out by the engine. */

/** One request as a signer sees it: exactly what is sent. */
export interface SignableRequest {
  readonly method: string;
  /** With its query, encoded as it is sent. */
  readonly url: string;
  /** The text that is sent; empty where there is none. */
  readonly body: string;
  /** The engine's time, in epoch milliseconds. */
  readonly at: number;
}

export type Headers = Readonly<Record<string, string>>;

/** A success as it arrived, whose signature is looked at. */
export interface SignedAnswer {
  readonly headers: { get(name: string): string | null };
  /** The text that came; empty where there is none. */
  readonly body: string;
}

/** What a token service gave. */
export interface AccessToken {
  readonly value: string;
  /** Epoch milliseconds; null when the service does not say: the token then lives until it is refused. */
  readonly expiresAt: number | null;
  /** How long it lived when it was given; left out where that is not known. */
  readonly lifeMs?: number;
  /** Of an authorization code grant. Some services give a new one with every use: it is stored before the token is used. */
  readonly refreshToken?: string | undefined;
  /** The scopes that it was asked for beyond those that are asked for in any case. */
  readonly besides?: readonly string[];
  /** What else the service said that the connector named in `keeps`, such as `instance_url`. */
  readonly extra: Readonly<Record<string, string>>;
}

/** A token service of OAuth 2 (RFC 6749). */
export interface TokenService {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Empty for a public client, which proves itself with PKCE alone. */
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** Where the client's id and secret go. `basic` sends them as they are, not form-encoded first. */
  readonly clientAuthentication: 'basic' | 'body';
  /** What else the service wants to be asked with, in every request for a token. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Where the answer tells no lifetime: how long a token is used; until it is refused when left out. */
  readonly lifetimeMs?: number;
  /** Names in the answer that are kept with the token. */
  readonly keeps?: readonly string[];
  /** The headers that carry a token; `Authorization: Bearer` when left out. */
  readonly headers?: (token: string) => Headers;
}

/** What is signed with RS256, anew for every token. */
export interface Assertion {
  /** PKCS#8, in PEM. */
  readonly privateKey: string;
  readonly issuer: string;
  /** As whom the client acts. */
  readonly subject: string;
  readonly audience: string;
  /** How long the service takes it. */
  readonly lifeMs: number;
}

export type Auth =
  | { readonly kind: 'headers'; readonly headers: Headers }
  /** Tokens in the address: masked in every record, log line and error. */
  | { readonly kind: 'query'; readonly parameters: Readonly<Record<string, string>> }
  /** `secrets` are masked wherever a system repeats them. */
  | {
      readonly kind: 'signer';
      readonly sign: (request: SignableRequest) => Headers | Promise<Headers>;
      readonly secrets: readonly string[];
      /** Where the system signs what it answers to a request: whether this is signed, or says nothing of it. */
      readonly isOwnAnswer?: (request: SignableRequest, answer: SignedAnswer) => boolean;
    }
  | ({ readonly kind: 'client-credentials' } & TokenService)
  /** The client proves itself with what it signs, and acts as somebody who was allowed that before (RFC 7523, 2.1). */
  | ({ readonly kind: 'signed-assertion'; readonly assertion: Assertion } & TokenService)
  | ({
      readonly kind: 'authorization-code';
      readonly authorizeUrl: string;
      readonly pkce: boolean;
      /** Where the service signs what it sends somebody back with: whether this is signed. A code that is not is never used. */
      readonly isOwnAnswer?: (parameters: URLSearchParams) => Promise<boolean>;
    } & TokenService);

export function bearer(token: string): Auth {
  return header('authorization', `Bearer ${token}`);
}

export function header(name: string, value: string): Auth {
  return { kind: 'headers', headers: { [name]: value } };
}

export function query(parameters: Readonly<Record<string, string>>): Auth {
  return { kind: 'query', parameters };
}

export function signer(
  sign: (request: SignableRequest) => Headers | Promise<Headers>,
  secrets: readonly string[],
  isOwnAnswer?: (request: SignableRequest, answer: SignedAnswer) => boolean,
): Auth {
  return { kind: 'signer', sign, secrets, ...(isOwnAnswer === undefined ? {} : { isOwnAnswer }) };
}

export function clientCredentials(service: TokenService): Auth {
  return { kind: 'client-credentials', ...service };
}

export function signedAssertion(assertion: Assertion, service: TokenService): Auth {
  return { kind: 'signed-assertion', assertion, ...service };
}

export function authorizationCode(
  service: Omit<Extract<Auth, { kind: 'authorization-code' }>, 'kind'>,
): Auth {
  return { kind: 'authorization-code', ...service };
}
