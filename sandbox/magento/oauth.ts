import { textOf } from '../random.ts';
import type { World } from '../stand-in.ts';
import { baseString, hmacSha256, type Pair, queryPairs, signingKey } from './oauth-signature.ts';
import { Refusal } from './refusal.ts';
import {
  accessToken,
  accessTokenSecret,
  consumerKey,
  consumerSecret,
  type MagentoSettings,
} from './settings.ts';

interface Token {
  secret: string;
  kind: 'request' | 'access';
  revoked: boolean;
  /** Of another consumer than the integration's. */
  foreign: boolean;
}

export interface OAuthSnapshot {
  tokens: [string, Token][];
  nonces: [string, number][];
  verifier: string | null;
}

const aheadSeconds = 600;
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** A token of somebody else's integration, to be refused. */
export const foreignToken = 'sandboxforeigntoken0000000000005';
/** Under which the sandbox mounts this system. */
const mount = '/magento';

/** Tokens, nonces and signatures of the one integration. */
export class OAuth {
  /** What activating the integration handed to its callback address (sheet 2.3). */
  verifier: string | null = null;
  #tokens = firstTokens();
  #nonces = new Map<string, number>();
  readonly #world: World;
  readonly #settings: () => MagentoSettings;

  constructor(world: World, settings: () => MagentoSettings) {
    this.#world = world;
    this.#settings = settings;
  }

  /** Whether it opens the shop as a bearer token too. */
  isAccessToken(token: string): boolean {
    const found = this.#tokens.get(token);
    return found?.kind === 'access' && !found.revoked && !found.foreign;
  }

  /** A signed call with an access token (sheet 2.2). Throws a `Refusal`. */
  async verify(request: Request, given: ReadonlyMap<string, string>): Promise<void> {
    this.#checkProtocol(given);
    const token = this.#token(given.get('oauth_token') ?? '');
    if (token.kind !== 'access') throw refused('Token is not an access token');
    if (token.revoked) throw refused('Access token has been revoked');
    await this.#checkSignature(request, given, token.secret);
  }

  /** The lasting token for the short one; or, without a token, the short one (sheet 2.3). Throws a `Refusal`. */
  async exchange(request: Request, given: ReadonlyMap<string, string>, to: 'request' | 'access') {
    this.#checkProtocol(given);
    if (to === 'request') {
      await this.#checkSignature(request, given, '');
    } else {
      const name = given.get('oauth_token') ?? '';
      const token = this.#token(name);
      if (token.kind !== 'request')
        throw refused('Cannot create request token because consumer token is not a request token');
      await this.#checkSignature(request, given, token.secret);
      if (this.verifier === null || given.get('oauth_verifier') !== this.verifier) {
        throw refused('Verifier is invalid');
      }
      this.#tokens.delete(name);
      this.verifier = null;
    }
    return this.issue(to);
  }

  issue(kind: 'request' | 'access'): { token: string; secret: string } {
    const random = () => this.#world.random();
    const [token, secret] = [textOf(random, letters, 32), textOf(random, letters, 32)];
    this.#tokens.set(token, { secret, kind, revoked: false, foreign: false });
    return { token, secret };
  }

  activate(): string {
    this.verifier = textOf(() => this.#world.random(), letters, 32);
    return this.verifier;
  }

  /** Every token that there is: the admin has switched the integration off. */
  revoke(): void {
    this.#tokens = new Map([...this.#tokens].map(([name, token]) => [name, { ...token, revoked: true }]));
  }

  reset(): void {
    this.#tokens = firstTokens();
    this.#nonces.clear();
    this.verifier = null;
  }

  snapshot(): OAuthSnapshot {
    return { tokens: [...this.#tokens], nonces: [...this.#nonces], verifier: this.verifier };
  }

  restore({ tokens, nonces, verifier }: OAuthSnapshot): void {
    this.#tokens = new Map(tokens);
    this.#nonces = new Map(nonces);
    this.verifier = verifier;
  }

  #checkProtocol(given: ReadonlyMap<string, string>): void {
    for (const name of [
      'oauth_consumer_key',
      'oauth_nonce',
      'oauth_signature_method',
      'oauth_timestamp',
      'oauth_signature',
    ]) {
      if ((given.get(name) ?? '') === '') {
        throw new Refusal(400, '"%fieldName" is required. Enter and try again.', { fieldName: name });
      }
    }
    const version = given.get('oauth_version');
    if (version !== undefined && version !== '1.0') {
      throw new Refusal(400, 'The "%1" Oauth version isn\'t supported.', [version]);
    }
    const key = given.get('oauth_consumer_key') ?? '';
    if (key.length !== 32) throw refused('Consumer key is not the correct length');
    if (key !== consumerKey) throw refused('A consumer having the specified key does not exist');
    this.#checkTimestamp(given.get('oauth_timestamp') ?? '');
    this.#spendNonce(given.get('oauth_nonce') ?? '');
    const method = given.get('oauth_signature_method') ?? '';
    if (method !== 'HMAC-SHA256') throw refused('Signature method %1 is not supported', [method]);
  }

  /** Too far ahead only: there is no lower bound (sheet 2.2). */
  #checkTimestamp(text: string): void {
    const seconds = /^\d{1,12}$/.test(text) ? Number(text) : 0;
    const now = (this.#world.now() + this.#settings().clockSkewMs) / 1000;
    if (seconds > 0 && seconds <= now + aheadSeconds) return;
    throw refused('Incorrect timestamp value in the oauth_timestamp parameter');
  }

  #spendNonce(nonce: string): void {
    if (this.#nonces.has(nonce)) {
      throw refused('The nonce is already being used by the consumer with ID %1', [1]);
    }
    this.#nonces.set(nonce, this.#world.now());
    // The shop forgets them in time, too; a cron job of it does.
    if (this.#nonces.size > 20_000) this.#nonces = new Map([...this.#nonces].slice(-10_000));
  }

  #token(name: string): Token {
    if (name.length !== 32) throw refused('The token length is invalid. Check the length and try again.');
    const token = this.#tokens.get(name);
    if (token === undefined) throw refused('Specified token does not exist');
    if (token.foreign) throw refused('Token is not associated with the specified consumer');
    return token;
  }

  async #checkSignature(
    request: Request,
    given: ReadonlyMap<string, string>,
    tokenSecret: string,
  ): Promise<void> {
    const { search } = new URL(request.url);
    const signed: Pair[] = [...given].filter(([name]) => name !== 'oauth_signature' && name !== 'realm');
    const pairs = [...signed, ...queryPairs(search)];
    const key = signingKey(consumerSecret, tokenSecret);
    const signatures = await Promise.all(
      this.#addresses(request).map((url) => hmacSha256(key, baseString(request.method, url, pairs))),
    );
    if (signatures.includes(given.get('oauth_signature') ?? '')) return;
    throw refused('The signature is invalid. Verify and try again.');
  }

  /**
   * A shop signs over the address that it sees itself at. This one may be called by its own name through a detour, as
   * what it is reached at, or with the sandbox's prefix, which is gone by now.
   */
  #addresses(request: Request): string[] {
    const { origin, pathname } = new URL(request.url);
    const own = this.#settings().baseUrl.replace(/\/$/, '');
    return [...new Set([`${own}${pathname}`, `${origin}${pathname}`, `${origin}${mount}${pathname}`])];
  }
}

function firstTokens(): Map<string, Token> {
  return new Map([
    [accessToken, { secret: accessTokenSecret, kind: 'access', revoked: false, foreign: false }],
    [foreignToken, { secret: accessTokenSecret, kind: 'access', revoked: false, foreign: true }],
  ]);
}

function refused(message: string, parameters?: readonly (string | number)[]): Refusal {
  return new Refusal(401, message, parameters);
}
