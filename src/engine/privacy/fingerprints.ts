import { base64url } from 'jose';
import { canonicalJson } from '../../records/canonical-json.ts';
import { SealError } from './sealing.ts';

/** Keyed fingerprints: equal for equal values, telling nothing of them without the key. */
export class Fingerprints {
  readonly #keys: readonly CryptoKey[];

  /** `secret`: what they are made with, for whoever works elsewhere. `lost`: keys of before that cannot be opened now. */
  private constructor(
    keys: readonly CryptoKey[],
    readonly secret: string,
    readonly lost: number,
  ) {
    this.#keys = keys;
  }

  static fromSecret(secret: string): Promise<Fingerprints> {
    return Fingerprints.fromSecrets([secret], 0);
  }

  /** Fingerprints are made with the first; those of before are found with any. */
  static async fromSecrets(secrets: readonly string[], lost: number): Promise<Fingerprints> {
    return new Fingerprints(await Promise.all(secrets.map(keyOf)), secrets[0] ?? '', lost);
  }

  static newSecret(): string {
    return base64url.encode(crypto.getRandomValues(new Uint8Array(32)));
  }

  async of(value: unknown): Promise<string> {
    const [key] = this.#keys;
    if (key === undefined) throw new SealError('key_missing', 'There is no key to make fingerprints with.');
    return made(key, value);
  }

  /** By every key. */
  allOf(value: unknown): Promise<string[]> {
    return Promise.all(this.#keys.map((key) => made(key, value)));
  }
}

async function made(key: CryptoKey, value: unknown): Promise<string> {
  const text = new TextEncoder().encode(canonicalJson(value));
  return base64url.encode(new Uint8Array(await crypto.subtle.sign('HMAC', key, text)).slice(0, 18));
}

function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = new Uint8Array(base64url.decode(secret));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}
