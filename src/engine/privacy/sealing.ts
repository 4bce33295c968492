import { base64url, CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { SetUpError, setUpFault } from '../../records/set-up-fault.ts';

export class SealError extends Error {
  override readonly name = 'SealError';
  constructor(
    readonly code: 'key_missing' | 'key_unknown' | 'place_differs' | 'unreadable',
    message: string,
  ) {
    super(message);
  }
}

interface Key {
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Seals values at rest as JWE (`dir`, A256GCM). Every sealed value is bound to its place, so that it opens nowhere else,
 * and names its key, so that the key can be rotated: new values use the first key, old ones open with either.
 */
export class Seal {
  readonly #keys: readonly Key[];

  private constructor(keys: readonly Key[]) {
    this.#keys = keys;
  }

  /** `keys`: 32 bytes in base64 each, the current one first. Throws a SetUpError. */
  static async fromKeys(current: string | undefined, previous?: string | undefined): Promise<Seal> {
    if (!current) {
      throw new SetUpError(setUpFault('key_missing', {}));
    }
    const keys = [await readKey('ENCRYPTION_KEY', current)];
    if (previous) keys.push(await readKey('ENCRYPTION_KEY_PREVIOUS', previous));
    return new Seal(keys);
  }

  async seal(place: string, value: unknown): Promise<string> {
    const [key] = this.#keys;
    if (!key) throw new SealError('key_missing', 'There is no key to seal with.');
    const plain = new TextEncoder().encode(JSON.stringify(value));
    return new CompactEncrypt(plain)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: key.id, place })
      .encrypt(key.bytes);
  }

  /** Throws SealError when the key is lost, the value was moved from another place, or it is damaged. */
  async open(place: string, sealed: string): Promise<unknown> {
    const header = readHeader(sealed);
    if (header.place !== place)
      throw new SealError('place_differs', 'A sealed value was moved from its place.');
    const key = this.#keys.find(({ id }) => id === header.kid);
    if (!key) {
      throw new SealError(
        'key_unknown',
        'It was sealed with another key. Set ENCRYPTION_KEY_PREVIOUS to the key used before, or enter the credentials again.',
      );
    }
    try {
      const { plaintext } = await compactDecrypt(sealed, key.bytes);
      return JSON.parse(new TextDecoder().decode(plaintext));
    } catch {
      throw new SealError('unreadable', 'A sealed value is damaged.');
    }
  }

  /** Secrets for another purpose than sealing, one of each key and the current one first. All integrations of a deployment have the same. */
  secretsFor(purpose: string): Promise<string[]> {
    return Promise.all(this.#keys.map(({ bytes }) => secretOf(bytes, purpose)));
  }

  /** Whether the key that a value was sealed with is there. */
  knows(sealed: string): boolean {
    try {
      const { kid } = readHeader(sealed);
      return this.#keys.some(({ id }) => id === kid);
    } catch {
      return false;
    }
  }

  /** Whether a value was sealed with an older key and should be sealed again. */
  isStale(sealed: string): boolean {
    return readHeader(sealed).kid !== this.#keys[0]?.id;
  }
}

function readHeader(sealed: string): { kid?: string; place?: string } {
  try {
    return decodeProtectedHeader(sealed) as { kid?: string; place?: string };
  } catch {
    throw new SealError('unreadable', 'A sealed value is damaged.');
  }
}

async function readKey(name: string, text: string): Promise<Key> {
  const bytes = decode(text);
  if (bytes?.length !== 32) {
    throw new SetUpError(setUpFault('key_unusable', { name }));
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { id: base64url.encode(digest.slice(0, 6)), bytes };
}

async function secretOf(bytes: Uint8Array<ArrayBuffer>, purpose: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return base64url.encode(
    new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(purpose))),
  );
}

function decode(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(
      base64url.decode(text.trim().replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')),
    );
  } catch {
    return null;
  }
}
