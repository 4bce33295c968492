import { base64, hmac } from '../../kit/access/hmac.ts';
import { IssuedTokens } from '../../kit/access/issued-tokens.ts';
import { baseString, type Pair, queryPairs, signingKey } from '../../kit/access/oauth1.ts';
import { textOf } from '../../kit/random.ts';
import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import { refusal, requireFields } from '../refusal.ts';
import {
  accessToken,
  accessTokenSecret,
  consumerKey,
  consumerSecret,
  type MagentoSettings,
} from '../settings.ts';

interface Token {
  readonly secret: string;
  readonly kind: 'request' | 'access';
  /** Of another consumer than the integration's. */
  readonly isForeign: boolean;
}

const maxAheadSeconds = 600;
const maxNonces = 20_000;
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** A token of somebody else's integration, to be refused. */
export const foreignToken = 'sandboxforeigntoken0000000000005';
/** Under which the sandbox mounts this system. */
const mount = '/magento';

/** Tokens, nonces and signatures of the one integration. */
export class OAuth extends Store {
  /** What activating the integration handed to its callback address (sheet 2.3). */
  readonly #verifier = this.cell<string | null>('verifier', null);
  readonly #tokens = this.keep(
    'tokens',
    new IssuedTokens<Token>(this.world, {
      [accessToken]: { secret: accessTokenSecret, kind: 'access', isForeign: false },
      [foreignToken]: { secret: accessTokenSecret, kind: 'access', isForeign: true },
    }),
  );
  readonly #nonces = this.records<number>('nonces');
  readonly #settings: () => MagentoSettings;

  constructor(world: World, settings: () => MagentoSettings) {
    super(world, () => 0);
    this.#settings = settings;
  }

  /** Whether it opens the shop as a bearer token too. */
  isAccessToken(token: string): boolean {
    const found = this.#tokens.look(token);
    return found.kind === 'valid' && found.detail.kind === 'access' && !found.detail.isForeign;
  }

  /** A signed call with an access token (sheet 2.2). Throws a `Refusal`. */
  async verify(request: Request, given: ReadonlyMap<string, string>): Promise<void> {
    this.#checkProtocol(given);
    const name = given.get('oauth_token') ?? '';
    const token = this.#token(name);
    if (token.kind !== 'access') throw refused('Token is not an access token');
    if (this.#tokens.look(name).kind === 'revoked') throw refused('Access token has been revoked');
    await this.#checkSignature(request, given, token.secret);
  }

  /** Issues a request token, or exchanges one for an access token (sheet 2.3). Throws a `Refusal`. */
  async exchange(request: Request, given: ReadonlyMap<string, string>, to: 'request' | 'access') {
    this.#checkProtocol(given);
    if (to === 'request') {
      await this.#checkSignature(request, given, '');
      return this.#issue(to);
    }
    const name = given.get('oauth_token') ?? '';
    const token = this.#token(name);
    if (token.kind !== 'request')
      throw refused('Cannot create request token because consumer token is not a request token');
    await this.#checkSignature(request, given, token.secret);
    if (this.#verifier.value === null || given.get('oauth_verifier') !== this.#verifier.value) {
      throw refused('Verifier is invalid');
    }
    this.#tokens.delete(name);
    this.#verifier.value = null;
    return this.#issue(to);
  }

  /** The admin activates the integration; the verifier. */
  activate(): string {
    const verifier = this.#text();
    this.#verifier.value = verifier;
    return verifier;
  }

  /** The admin switches the integration off, which revokes every token. */
  revoke(): void {
    this.#tokens.revokeAll();
  }

  #issue(kind: 'request' | 'access'): { token: string; secret: string } {
    const [token, secret] = [this.#text(), this.#text()];
    this.#tokens.add(token, { secret, kind, isForeign: false });
    return { token, secret };
  }

  #text(): string {
    return textOf(() => this.world.random(), letters, 32);
  }

  #checkProtocol(given: ReadonlyMap<string, string>): void {
    const needed = ['consumer_key', 'nonce', 'signature_method', 'timestamp', 'signature'];
    for (const name of needed.map((each) => `oauth_${each}`)) {
      requireFields({ [name]: given.get(name) }, [name], (value) => value === undefined || value === '');
    }
    const version = given.get('oauth_version');
    if (version !== undefined && version !== '1.0') {
      throw refusal(400, 'The "%1" Oauth version isn\'t supported.', [version]);
    }
    const key = given.get('oauth_consumer_key') ?? '';
    if (key.length !== 32) throw refused('Consumer key is not the correct length');
    if (key !== consumerKey) throw refused('A consumer having the specified key does not exist');
    this.#checkTimestamp(given.get('oauth_timestamp') ?? '');
    this.#spendNonce(given.get('oauth_nonce') ?? '');
    const method = given.get('oauth_signature_method') ?? '';
    if (method !== 'HMAC-SHA256') throw refused('Signature method %1 is not supported', [method]);
  }

  /** Refuses timestamps that are too far ahead. There is no lower bound (sheet 2.2). */
  #checkTimestamp(text: string): void {
    const seconds = /^\d{1,12}$/.test(text) ? Number(text) : 0;
    const now = (this.world.now() + this.#settings().clockSkewMs) / 1000;
    if (seconds > 0 && seconds <= now + maxAheadSeconds) return;
    throw refused('Incorrect timestamp value in the oauth_timestamp parameter');
  }

  #spendNonce(nonce: string): void {
    if (this.#nonces.has(nonce)) {
      throw refused('The nonce is already being used by the consumer with ID %1', [1]);
    }
    this.#nonces.set(nonce, this.world.now());
    // A cron job of the real shop deletes old nonces, too.
    if (this.#nonces.size > maxNonces) this.#nonces.restore(this.#nonces.entries().slice(-maxNonces / 2));
  }

  #token(name: string): Token {
    if (name.length !== 32) throw refused('The token length is invalid. Check the length and try again.');
    const token = this.#tokens.detailOf(name);
    if (token === undefined) throw refused('Specified token does not exist');
    if (token.isForeign) throw refused('Token is not associated with the specified consumer');
    return token;
  }

  async #checkSignature(
    request: Request,
    given: ReadonlyMap<string, string>,
    tokenSecret: string,
  ): Promise<void> {
    const { search, pathname } = new URL(request.url);
    if (this.#settings().encodedPathsBreakSignatures && pathname.includes('%')) throw wrongSignature();
    const signed: Pair[] = [...given].filter(([name]) => name !== 'oauth_signature' && name !== 'realm');
    const pairs = [...signed, ...queryPairs(search)];
    const key = signingKey(consumerSecret, tokenSecret);
    const signatures = await Promise.all(
      this.#addresses(request).map(async (url) =>
        base64(await hmac('SHA-256', key, baseString(request.method, url, pairs))),
      ),
    );
    if (signatures.includes(given.get('oauth_signature') ?? '')) return;
    throw wrongSignature();
  }

  /**
   * A shop checks the signature over its own address. This one accepts its configured address, the address that was called,
   * and that address with the sandbox's prefix, which has been removed from the request.
   */
  #addresses(request: Request): string[] {
    const { origin, pathname } = new URL(request.url);
    const own = this.#settings().baseUrl.replace(/\/$/, '');
    return [...new Set([`${own}${pathname}`, `${origin}${pathname}`, `${origin}${mount}${pathname}`])];
  }
}

function refused(message: string, parameters?: readonly (string | number)[]) {
  return refusal(401, message, parameters);
}

function wrongSignature() {
  return refused('The signature is invalid. Verify and try again.');
}
