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

/** As much of Web Crypto as webhooks, versions and fingerprints use: fingerprints of bytes, with or without a key, and random bytes. */
function cryptography(random: Random) {
  return {
    getRandomValues: <A extends Uint8Array>(array: A): A => {
      array.forEach((_, index) => {
        array[index] = Math.floor(random() * 256);
      });
      return array;
    },
    subtle: {
      digest: async (_algorithm: string, data: Uint8Array) => keyed(new Uint8Array(), data).buffer,
      importKey: async (_format: string, secret: Uint8Array) => secret,
      sign: async (_algorithm: string, secret: Uint8Array, data: Uint8Array) => keyed(secret, data).buffer,
      verify: async (_algorithm: string, secret: Uint8Array, signature: Uint8Array, data: Uint8Array) =>
        keyed(secret, data).every((byte, index) => byte === signature[index]),
    },
  };
}

/** In place of HMAC-SHA256, which is tested elsewhere and would take most of a run's time: equal for equal bytes. */
function keyed(secret: Uint8Array, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(8);
  for (let lane = 0; lane < words.length; lane++) {
    let mixed = 0x811c9dc5 ^ Math.imul(lane + 1, 0x9e3779b1);
    for (const byte of secret) mixed = Math.imul(mixed ^ byte, 0x01000193);
    for (const byte of data) mixed = Math.imul((mixed ^ byte) + lane, 0x01000193) ^ (mixed >>> 15);
    words[lane] = mixed;
  }
  return new Uint8Array(words.buffer);
}
