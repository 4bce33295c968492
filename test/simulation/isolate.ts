import { createHmac, timingSafeEqual } from 'node:crypto';

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

interface HmacKey {
  readonly secret: Uint8Array;
}

/** As much of Web Crypto as webhooks and fingerprints use: HMAC with SHA-256, and random bytes. */
function cryptography(random: Random) {
  const mac = ({ secret }: HmacKey, data: Uint8Array) => createHmac('sha256', secret).update(data).digest();
  return {
    getRandomValues: <A extends Uint8Array>(array: A): A => {
      array.forEach((_, index) => {
        array[index] = Math.floor(random() * 256);
      });
      return array;
    },
    subtle: {
      importKey: async (_format: string, secret: Uint8Array): Promise<HmacKey> => ({ secret }),
      sign: async (_algorithm: string, key: HmacKey, data: Uint8Array) => new Uint8Array(mac(key, data)).buffer,
      verify: async (_algorithm: string, key: HmacKey, signature: Uint8Array, data: Uint8Array) => {
        const right = mac(key, data);
        return right.length === signature.length && timingSafeEqual(right, signature);
      },
    },
  };
}
