import { createHash, createHmac } from 'node:crypto';
import { textOf } from '../../../sandbox/kit/random.ts';

type Random = () => number;

/**
 * What all code of an isolate shares, as the run needs it: a `Date.now` that tells the run's time, and a `crypto` that
 * answers at once instead of from a thread pool, whose answers come in any order. Holds while `work` runs.
 */
export async function inIsolate<T>(now: () => number, random: Random, work: () => Promise<T>): Promise<T> {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  const dateNow = Date.now;
  Object.defineProperty(globalThis, 'crypto', { value: cryptography(random), configurable: true });
  Date.now = now;
  try {
    return await work();
  } finally {
    Date.now = dateNow;
    if (before) Object.defineProperty(globalThis, 'crypto', before);
  }
}

/** As much of Web Crypto as webhooks, snapshots and fingerprints use: fingerprints of bytes, random bytes and names. */
function cryptography(random: Random) {
  return {
    getRandomValues: <A extends Uint8Array>(array: A): A => {
      array.forEach((_, index) => {
        array[index] = Math.floor(random() * 256);
      });
      return array;
    },
    randomUUID: () => [8, 4, 4, 4, 12].map((length) => textOf(random, '0123456789abcdef', length)).join('-'),
    subtle: {
      digest: async (_algorithm: string, data: Uint8Array) =>
        bytesOf(createHash('sha256').update(data).digest()).buffer,
      importKey: async (_format: string, secret: Uint8Array, { hash }: Algorithm) => ({ secret, hash }),
      sign: async (_algorithm: string, key: Key, data: Uint8Array) => keyed(key, data).buffer,
      verify: async (_algorithm: string, key: Key, signature: Uint8Array, data: Uint8Array) =>
        keyed(key, data).every((byte, index) => byte === signature[index]),
    },
  };
}

interface Algorithm {
  /** `SHA-256` */
  readonly hash: string;
}

interface Key extends Algorithm {
  readonly secret: Uint8Array;
}

function keyed({ secret, hash }: Key, data: Uint8Array | ArrayBuffer): Uint8Array<ArrayBuffer> {
  const hmac = createHmac(hash.replace('-', '').toLowerCase(), secret);
  return bytesOf(hmac.update(data instanceof Uint8Array ? data : new Uint8Array(data)).digest());
}

/** In a buffer of its own. */
function bytesOf(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
