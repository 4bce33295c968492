/**
 * Tells when everything that can go on has gone on. A tick of Node comes when no promise is left to settle; Web Crypto
 * works in threads, so its operations are counted, and what is under way is awaited. Nothing here waits by the wall clock.
 */
const underWay = new Set<Promise<unknown>>();

const operations = ['sign', 'verify', 'digest', 'encrypt', 'decrypt', 'importKey', 'deriveBits'] as const;

for (const name of operations) countOperation(name);

export async function settled(): Promise<void> {
  await nextTick();
  while (underWay.size > 0) {
    await Promise.all(underWay);
    // What waited for it goes on.
    await nextTick();
  }
}

/** Through this the event loop comes round: for what a test itself does with the world outside. */
export function eventLoopTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

/** Kept on the prototype once per process, however many files import this. */
function countOperation(name: (typeof operations)[number]): void {
  const prototype = Object.getPrototypeOf(crypto.subtle);
  const operation = prototype[name];
  prototype[name] = function (this: SubtleCrypto, ...given: unknown[]) {
    const work: Promise<unknown> = operation.apply(this, given);
    const end = work.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(end);
    void end.then(() => underWay.delete(end));
    return work;
  };
}
