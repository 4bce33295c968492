import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import { requireFields } from '../refusal.ts';
import type { MagentoSettings } from '../settings.ts';
import type { Integration, Integrations } from './integrations.ts';
import { refused, wrongInput } from './refusals.ts';
import type { Given } from './signature.ts';

type Needed = 'oauth_token' | 'oauth_verifier';

const always = ['consumer_key', 'signature', 'signature_method', 'nonce', 'timestamp'].map(
  (name) => `oauth_${name}`,
);
const maxAheadSeconds = 600;
const maxNonces = 20_000;

/** What is checked of every signed call before its token: the protocol's parameters, in the order of M233. */
export class Protocol extends Store {
  readonly #nonces = this.records<number>('nonces');
  readonly #integrations: Integrations;
  readonly #settings: () => MagentoSettings;

  constructor(world: World, integrations: Integrations, settings: () => MagentoSettings) {
    super(world, () => 0);
    this.#integrations = integrations;
    this.#settings = settings;
  }

  /** Whose call it is. Its nonce is spent, whatever comes of it. Throws a `Refusal`. */
  check(given: Given, ...needed: Needed[]): Integration {
    const version = given.get('oauth_version');
    if (version !== undefined && version !== '1.0') {
      throw wrongInput('The "%1" Oauth version isn\'t supported.', [version]);
    }
    requireFields(Object.fromEntries(given), [...always, ...needed]);
    checkLength(given.get('oauth_token'));
    const method = given.get('oauth_signature_method') ?? '';
    if (method !== 'HMAC-SHA256') throw wrongInput('Signature method %1 is not supported', [method]);
    const integration = this.#caller(given.get('oauth_consumer_key') ?? '');
    this.#checkTimestamp(given.get('oauth_timestamp') ?? '');
    this.#spendNonce(integration.id, given.get('oauth_nonce') ?? '');
    return integration;
  }

  #caller(key: string): Integration {
    if (key.length !== 32) throw refused('Consumer key is not the correct length');
    const integration = this.#integrations.ofConsumer(key);
    if (integration === undefined) throw refused('A consumer having the specified key does not exist');
    return integration;
  }

  /** Refuses timestamps that are too far ahead. There is no lower bound (sheet 2.2). */
  #checkTimestamp(text: string): void {
    const seconds = /^\d{1,12}$/.test(text) ? Number(text) : 0;
    const now = (this.world.now() + this.#settings().clockSkewMs) / 1000;
    if (seconds > 0 && seconds <= now + maxAheadSeconds) return;
    throw refused('Incorrect timestamp value in the oauth_timestamp parameter');
  }

  #spendNonce(consumer: number, nonce: string): void {
    const spent = `${consumer} ${nonce}`;
    if (this.#nonces.has(spent)) {
      throw refused('The nonce is already being used by the consumer with ID %1', [consumer]);
    }
    this.#nonces.set(spent, this.world.now());
    // A cron job of the real shop deletes old nonces, too.
    if (this.#nonces.size > maxNonces) this.#nonces.restore(this.#nonces.entries().slice(-maxNonces / 2));
  }
}

function checkLength(token: string | undefined): void {
  if (token === undefined || token.length === 32) return;
  throw wrongInput('The token length is invalid. Check the length and try again.');
}
