import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import type { MagentoSettings } from '../settings.ts';
import { credential, type Integration, Integrations, type Token } from './integrations.ts';
import { Protocol } from './protocol.ts';
import { refused } from './refusals.ts';
import { checkSignature, type Given } from './signature.ts';

/** What a token endpoint answers. */
interface Issued {
  readonly token: string;
  readonly secret: string;
}

/** How long after it was handed over a consumer may ask for a request token (sheet 2.3). */
const consumerLifeMs = 300_000;

/** Who calls with a signature, and how an integration comes to its access token. */
export class OAuth extends Store {
  readonly integrations = this.keep('integrations', new Integrations(this.world));
  readonly #protocol: Protocol;
  readonly #settings: () => MagentoSettings;

  constructor(world: World, settings: () => MagentoSettings) {
    super(world, () => 0);
    this.#settings = settings;
    this.#protocol = this.keep('protocol', new Protocol(world, this.integrations, settings));
  }

  /** Whether it opens the shop as a bearer token too. */
  isAccessToken(name: string): boolean {
    const integration = this.integrations.ofToken(name);
    if (integration === undefined) return false;
    const { isActive, token } = integration;
    return isActive && token.kind === 'access' && !token.isRevoked;
  }

  /**
   * A signed call with an access token (sheet 2.2). Throws a `Refusal`. False where the credentials are right and the
   * integration is not active: the caller is nobody then (M233 OauthUserContext).
   */
  async verify(request: Request, given: Given): Promise<boolean> {
    const { id, consumer } = this.#protocol.check(given, 'oauth_token');
    const token = this.#tokenOf(id, given, 'Token is not associated with the specified consumer');
    if (token.kind !== 'access') throw refused('Token is not an access token');
    if (token.isRevoked) throw refused('Access token has been revoked');
    await this.#checkSignature(request, given, consumer.secret, token.secret);
    return this.integrations.get(id)?.isActive === true;
  }

  /** Step 2 of the handshake, which every activation allows once. Throws a `Refusal`. */
  async requestToken(request: Request, given: Given): Promise<Issued> {
    const { id, consumer, handedOverAt } = this.#protocol.check(given);
    const isFresh = handedOverAt !== null && this.world.now() - handedOverAt < consumerLifeMs;
    if (!isFresh) throw refused('Consumer key has expired');
    await this.#checkSignature(request, given, consumer.secret, '');
    const { token: held } = this.#current(id);
    if (held.kind !== 'verifier') {
      throw refused('Cannot create request token because consumer token is not a verifier token');
    }
    const issued = this.#issued();
    this.integrations.change(id, () => ({ token: { ...held, ...issued, kind: 'request' } }));
    return issued;
  }

  /** Step 3: the request token becomes the lasting one, and the integration is active. Throws a `Refusal`. */
  async accessToken(request: Request, given: Given): Promise<Issued> {
    const { id, consumer } = this.#protocol.check(given, 'oauth_token', 'oauth_verifier');
    const token = this.#tokenOf(id, given, 'Request token is not associated with the specified consumer');
    if (token.kind !== 'request') throw refused('Token is already being used');
    const verifier = given.get('oauth_verifier') ?? '';
    if (verifier.length !== 32) throw refused('Verifier is not the correct length');
    if (verifier !== token.verifier) throw refused('Token verifier and verifier token do not match');
    await this.#checkSignature(request, given, consumer.secret, token.secret);
    if (this.#current(id).token !== token) {
      throw refused('Cannot get access token because consumer token is not a request token');
    }
    const issued = this.#issued();
    const lasting: Token = { kind: 'access', ...issued, isRevoked: false };
    this.integrations.change(id, () => ({ token: lasting, isActive: true }));
    return issued;
  }

  #issued(): Issued {
    return { token: credential(this.world), secret: credential(this.world) };
  }

  /** What became of the integration while a signature was computed. */
  #current(id: number): Integration {
    const integration = this.integrations.get(id);
    if (integration === undefined) throw refused('A token with consumer ID %1 does not exist', [id]);
    return integration;
  }

  #tokenOf(id: number, given: Given, foreign: string): Exclude<Token, { kind: 'verifier' }> {
    const found = this.integrations.ofToken(given.get('oauth_token') ?? '');
    if (found === undefined || found.token.kind === 'verifier')
      throw refused('Specified token does not exist');
    if (found.id !== id) throw refused(foreign);
    return found.token;
  }

  #checkSignature(request: Request, given: Given, consumer: string, token: string): Promise<void> {
    return checkSignature(request, given, { consumer, token }, this.#settings());
  }
}
