import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BucketState,
  concurrent,
  costBucket,
  daily,
  type Limit,
  type LimitedCall,
  perRoute,
  window,
  windowByCost,
} from '../../../src/connectors/contract/limits.ts';
import { RateLimiter } from '../../../src/engine/connection/limits/rate-limiter.ts';
import type { DayShelf, ToldUse } from '../../../src/engine/connection/limits/told-day.ts';
import { Permits } from '../../../src/engine/connection/permits.ts';
import type { Ended, PermitRequest } from '../../../src/engine/connection/ports.ts';
import { Problem } from '../../../src/records/problem.ts';
import { permitsOf } from '../../support/fake-connection.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const readBucket = ({ body }: { readonly body: unknown }) =>
  (body as { bucket?: BucketState }).bucket ?? null;
const readUse = ({ headers }: { readonly headers: Headers }) => {
  const [used = '', allowed = ''] = headers.get('usage')?.split('/') ?? [];
  return allowed === '' ? null : { used: Number(used), allowed: Number(allowed) };
};

function answer(body: unknown = {}, headers: Record<string, string> = {}) {
  return { status: 200, headers: new Headers(headers), body };
}

/** Calls under these limits; each says what it is and what its answer told. */
class Limited {
  readonly clock = new VirtualClock();
  readonly limiter: RateLimiter;
  readonly #permits: Permits;

  constructor(
    limits: readonly Limit[],
    private readonly afterCrash = false,
    shelf?: DayShelf,
  ) {
    this.limiter = new RateLimiter(limits, this.clock, this.afterCrash, shelf);
    this.#permits = new Permits(permitsOf(this.limiter), limits, this.clock);
  }

  call(
    { method = 'GET', path = '/x', cost = 1, flow = null }: Partial<LimitedCall> = {},
    work: () => Promise<Parameters<typeof readBucket>[0] & { headers: Headers }> = async () => answer(),
  ): Promise<void> {
    return this.#permits.run({ method, path, cost, flow }, async (heard) => {
      heard({ status: 200, ...(await work()) }, null);
    });
  }

  /** Waits out `wait` problems, as the runner does. Returns how long it took. */
  async patiently(work: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== 'wait') throw error;
        await this.clock.sleep((error.retryAt ?? 0) - this.clock.now());
      }
    }
  }

  async refused(call: Partial<LimitedCall> = {}): Promise<Problem> {
    const thrown = await this.call(call).catch((error: unknown) => error);
    if (thrown instanceof Problem) return thrown;
    throw new Error('it was let through');
  }
}

/** A system with a bucket, which refuses what it has no room for. */
class Bucket {
  throttled = 0;
  served = 0;
  #available: number;
  #at: number;

  constructor(
    private readonly clock: VirtualClock,
    private readonly capacity: number,
    private readonly restorePerSecond: number,
  ) {
    this.#available = capacity;
    this.#at = clock.now();
  }

  ask(requested: number, actual: number) {
    const now = this.clock.now();
    const restored = ((now - this.#at) / 1000) * this.restorePerSecond;
    this.#available = Math.min(this.capacity, this.#available + restored);
    this.#at = now;
    if (requested > this.#available) this.throttled++;
    else {
      this.served += actual;
      this.#available -= actual;
    }
    const { capacity, restorePerSecond } = this;
    return answer({ bucket: { available: this.#available, capacity, restorePerSecond } });
  }
}

describe('a bucket of cost', () => {
  test('never overflows, whatever calls cost and however they are delayed', async () => {
    const call = fc.record({
      requested: fc.integer({ min: 5, max: 60 }),
      percent: fc.integer({ min: 0, max: 100 }),
      there: fc.nat(1_500),
      back: fc.nat(1_500),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.noBias(fc.array(call, { minLength: 15, maxLength: 40, size: 'max' })),
        fc.integer({ min: 60, max: 150 }),
        fc.integer({ min: 10, max: 60 }),
        fc.integer({ min: 2, max: 6 }),
        async (calls, capacity, restore, together) => {
          // What is declared is wrong: answers tell.
          const limited = new Limited([costBucket(capacity, restore * 2, readBucket), concurrent(together)]);
          const { clock } = limited;
          const bucket = new Bucket(clock, capacity, restore);
          // The first answer tells the rate; what was declared holds until then.
          await limited.call({ cost: 1 }, async () => bucket.ask(1, 1));
          await clock.settle(
            Promise.all(
              calls.map(({ requested, percent, there, back }) =>
                limited.patiently(() =>
                  limited.call({ cost: requested }, async () => {
                    await clock.sleep(there);
                    const told = bucket.ask(requested, Math.ceil((requested * percent) / 100));
                    await clock.sleep(back);
                    return told;
                  }),
                ),
              ),
            ),
          );
          expect(bucket.throttled).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('is used to 0.95 of what it gives', async () => {
    const limited = new Limited([costBucket(100, 10, readBucket), concurrent(4)]);
    const { clock } = limited;
    const bucket = new Bucket(clock, 100, 10);
    const start = clock.now();
    const one = () =>
      limited.patiently(() =>
        limited.call({ cost: 10 }, async () => {
          await clock.sleep(50);
          return bucket.ask(10, 5);
        }),
      );
    await clock.settle(Promise.all(Array.from({ length: 200 }, one)));
    expect(bucket.throttled).toBe(0);
    const permitted = 100 + ((clock.now() - start) / 1000) * 10;
    expect(bucket.served / permitted).toBeGreaterThanOrEqual(0.95);
  });

  test('gets back what an answer says was not needed', async () => {
    const limited = new Limited([costBucket(100, 1, readBucket)]);
    await limited.call({ cost: 100 }, async () =>
      answer({ bucket: { available: 97, capacity: 100, restorePerSecond: 1 } }),
    );
    expect(limited.limiter.readyAt()).toBeLessThanOrEqual(limited.clock.now());
    await limited.call({ cost: 97 });
    const { clock } = limited;
    expect((await limited.refused({ cost: 50 })).retryAt).toBeGreaterThan(clock.now() + 49_000);
  });

  test('lets a call that asks for more than there can be go when there is all', async () => {
    const limited = new Limited([costBucket(100, 10, readBucket)]);
    await limited.call({ cost: 500 });
    expect(await limited.refused({ cost: 500 })).toMatchObject({ kind: 'wait', code: 'rate_limited' });
  });

  test('keeps room for what may not have arrived yet, however long that takes', async () => {
    const limited = new Limited([costBucket(100, 1_000, readBucket)]);
    const { clock } = limited;
    const start = clock.now();
    const slow = limited.call({ cost: 60 }, async () => {
      await clock.sleep(9_000);
      return answer();
    });
    await clock.advance(5_000);
    await limited.call({ cost: 30 });
    const asked = limited.call({ cost: 60 }).then(() => clock.now());
    await clock.settle(slow);
    expect(await clock.settle(asked)).toBeGreaterThanOrEqual(start + 9_000);
  });

  test('counts as empty after a crash', async () => {
    const limited = new Limited([costBucket(100, 10, readBucket)], true);
    expect((await limited.refused({ cost: 50 })).retryAt).toBeGreaterThan(limited.clock.now() + 4_900);
  });
});

describe('a limit by route', () => {
  const routes = perRoute(2, '1m', ({ method, path }) =>
    method === 'GET' ? (path.split('/')[1] ?? '') : null,
  );

  test('holds each route by itself, and leaves the others out', async () => {
    const limited = new Limited([routes]);
    await limited.call({ path: '/orders/1' });
    await limited.call({ path: '/orders/2' });
    const { retryAt = 0 } = await limited.refused({ path: '/orders/3' });
    expect(retryAt).toBeGreaterThanOrEqual(limited.clock.now() + 60_000);
    await limited.call({ path: '/products/1' });
    for (let call = 0; call < 5; call++) await limited.call({ method: 'POST', path: '/orders' });
    await limited.clock.advance(retryAt - limited.clock.now());
    await limited.call({ path: '/orders/3' });
  });

  test('waits for the answers where all of a route is under way', async () => {
    const limited = new Limited([routes]);
    const { clock } = limited;
    const slow = () =>
      limited.call({ path: '/orders' }, async () => {
        await clock.sleep(5_000);
        return answer();
      });
    const start = clock.now();
    const third = Promise.all([slow(), slow()]).then(() => clock.now());
    const asked = limited.refused({ path: '/orders' });
    expect((await clock.settle(third)) - start).toBe(5_000);
    expect((await clock.settle(asked)).retryAt).toBeGreaterThanOrEqual(start + 65_000);
  });
});

describe('calls of a day', () => {
  test('stop short of what is left to others, and one in ten minutes asks again', async () => {
    const limited = new Limited([daily(1_000, 100, readUse)]);
    const { clock } = limited;
    await limited.call({}, async () => answer({}, { usage: '899/1000' }));
    await limited.call({}, async () => answer({}, { usage: '900/1000' }));
    expect((await limited.refused()).retryAt).toBe(clock.now() + 600_000);
    expect(limited.limiter.readyAt()).toBe(clock.now() + 600_000);
    await clock.advance(600_000);
    await limited.call({}, async () => answer({}, { usage: '900/1000' }));
    await limited.refused();
    await clock.advance(600_000);
    await limited.call({}, async () => answer({}, { usage: '10/1000' }));
    await limited.call();
  });

  test('count from here where no answer tells, and are free again a day later', async () => {
    const limited = new Limited([daily(3, 1, readUse)]);
    const { clock } = limited;
    await limited.call();
    await limited.call();
    const { retryAt = 0 } = await limited.refused();
    expect(retryAt - clock.now()).toBeGreaterThanOrEqual(24 * 3_600_000);
    expect(retryAt - clock.now()).toBeLessThanOrEqual(25 * 3_600_000);
    await clock.advance(retryAt - clock.now());
    await limited.call();
  });

  test('what an answer allows counts above what was declared', async () => {
    const limited = new Limited([daily(2, 0, readUse)]);
    await limited.call({}, async () => answer({}, { usage: '5/100' }));
    for (let call = 0; call < 95; call++) await limited.call();
    await limited.refused();
  });
});

describe('shares of a day', () => {
  const shares = { products: 0.8, stock: 0.5 };
  const limits = [daily(1_000, 100, readUse, shares)];
  const told = (used: number, allowed = 1_000) => answer({}, { usage: `${used}/${allowed}` });
  const heard = (limited: Limited, used: number, flow = 'orders') =>
    limited.call({ flow }, async () => told(used));

  test('each flow stops at its own, and those without one use it up', async () => {
    const limited = new Limited(limits);
    await heard(limited, 449);
    await heard(limited, 450, 'stock');
    await limited.refused({ flow: 'stock' });
    await heard(limited, 719, 'products');
    await heard(limited, 720, 'products');
    const { retryAt } = await limited.refused({ flow: 'products' });
    expect(retryAt).toBe(limited.clock.now() + 600_000);
    expect(['products', 'orders'].map((flow) => limited.limiter.isSpentFor(flow))).toEqual([true, false]);
    await limited.call({ flow: 'customers' });
    await limited.call({ flow: null });
    await heard(limited, 900);
    await limited.refused({ flow: 'orders' });
  });

  test('are parts of what is allowed, and not of what was declared', async () => {
    const limited = new Limited(limits);
    await limited.call({}, async () => told(7_000, 10_000));
    await limited.call({ flow: 'products' }, async () => told(7_920, 10_000));
    await limited.refused({ flow: 'products' });
  });

  test('count from here where no answer tells', async () => {
    const limited = new Limited([daily(12, 2, readUse, { products: 0.5 })]);
    for (let call = 0; call < 5; call++) await limited.call({ flow: 'products' });
    await limited.refused({ flow: 'products' });
    for (let call = 0; call < 5; call++) await limited.call({ flow: 'orders' });
    await limited.refused({ flow: 'orders' });
  });

  test('a flow whose share is used takes no place from another, however many calls that one has under way', async () => {
    const limited = new Limited([...limits, concurrent(2)]);
    const { clock } = limited;
    await heard(limited, 800);
    const slow = limited.call({ flow: 'orders' }, async () => {
      await clock.sleep(9_000);
      return told(801);
    });
    await clock.advance(1);
    const refused = await clock.settle(
      Promise.all([1, 2, 3].map(() => limited.refused({ flow: 'products' }))),
    );
    expect(clock.now()).toBeLessThan(refused[0]?.retryAt ?? 0);
    await limited.call({ flow: 'orders' });
    await clock.settle(slow);
  });

  test('a day is short from the first share on until a twentieth is free again', async () => {
    const limited = new Limited(limits);
    const held = () => {
      const { shortDay } = limited.limiter;
      return shortDay && ['orders', 'products', 'stock'].filter((flow) => shortDay.holds(flow));
    };
    await heard(limited, 449);
    expect(held()).toBeNull();
    await heard(limited, 450);
    expect(held()).toEqual(['stock']);
    await heard(limited, 900);
    expect(held()).toEqual(['orders', 'products', 'stock']);
    await limited.clock.advance(600_000);
    await heard(limited, 440);
    expect(held()).toEqual(['stock']);
    // It may go on before: what is told of the day only does not come and go with every call.
    await limited.call({ flow: 'stock' });
    await heard(limited, 420);
    expect(held()).toBeNull();
    // Of a day ago nothing is used any more.
    await heard(limited, 500);
    expect(held()).toEqual(['stock']);
    await limited.clock.advance(24 * 3_600_000 + 1);
    expect(held()).toBeNull();
  });

  test('a short day outlives the object, with a row now and then', async () => {
    const saved: (ToldUse | null)[] = [];
    const shelf: DayShelf = { load: () => saved.at(-1) ?? null, save: (kept) => void saved.push(kept) };
    const before = new Limited(limits, false, shelf);
    for (const used of [100, 800, 801, 802]) await heard(before, used);
    expect(saved).toEqual([{ used: 800, allowed: 1_000, at: before.clock.now(), peak: 800 }]);
    const after = new Limited(limits, true, shelf);
    await after.refused({ flow: 'products' });
    expect(after.limiter.shortDay).not.toBeNull();
    await after.clock.advance(600_000);
    await heard(after, 803);
    await heard(after, 10);
    expect(saved.slice(1)).toEqual([{ used: 803, allowed: 1_000, at: after.clock.now(), peak: 803 }, null]);
  });

  test('a day that was short stays so in the next object until a twentieth is free again', async () => {
    const kept = { told: null as ToldUse | null };
    const shelf: DayShelf = { load: () => kept.told, save: (told) => void Object.assign(kept, { told }) };
    const before = new Limited(limits, false, shelf);
    await heard(before, 725);
    await before.clock.advance(600_000);
    await heard(before, 715);
    expect(before.limiter.shortDay?.holds('products')).toBe(true);
    const after = new Limited(limits, true, shelf);
    expect(after.limiter.shortDay?.holds('products')).toBe(true);
    await heard(after, 714);
    expect(after.limiter.shortDay?.holds('products')).toBe(true);
    await heard(after, 680);
    expect(after.limiter.shortDay?.holds('products')).toBe(false);
  });

  test('a further share that is used outlives the object too, however soon after the first', async () => {
    const kept = { told: null as ToldUse | null };
    const shelf: DayShelf = { load: () => kept.told, save: (told) => void Object.assign(kept, { told }) };
    const before = new Limited(limits, false, shelf);
    await heard(before, 450);
    await heard(before, 725);
    await heard(before, 715);
    expect(new Limited(limits, true, shelf).limiter.shortDay?.holds('products')).toBe(true);
  });
});

describe('figures that cannot be', () => {
  const cannotBe: object[] = [
    { available: 0, capacity: 100, restorePerSecond: 0 },
    { available: Number.NaN, capacity: 100, restorePerSecond: 10 },
    { available: 0, capacity: 0, restorePerSecond: 10 },
    { available: 0, capacity: 100, restorePerSecond: 1e-9 },
    { available: -1e15, capacity: 100, restorePerSecond: 10 },
    { available: 0, capacity: Number.POSITIVE_INFINITY, restorePerSecond: 10 },
  ];

  test.each(cannotBe)('of a bucket stop nothing: %j', async (bucket) => {
    const limited = new Limited([costBucket(100, 10, readBucket)]);
    await limited.call({}, async () => answer({ bucket }));
    expect(limited.limiter.readyAt()).toBeLessThan(limited.clock.now() + 60_000);
    await limited.clock.settle(limited.patiently(() => limited.call()));
    expect(limited.limiter.readyAt()).toBeLessThan(limited.clock.now() + 60_000);
  });

  test.each(['NaN/10', '1/NaN', '0/0', '5/-1'])('of a day stop nothing: %s', async (usage) => {
    const limited = new Limited([daily(1_000, 10, readUse)]);
    await limited.call({}, async () => answer({}, { usage }));
    const before = limited.clock.now();
    await limited.patiently(() => limited.call());
    expect(limited.clock.now()).toBe(before);
  });
});

test('a window by cost counts a batch for as many requests as it carries', async () => {
  const limited = new Limited([windowByCost(600, '1m')]);
  await limited.call({ cost: 500 });
  await limited.call({ cost: 100 });
  const { retryAt } = await limited.refused({ cost: 1 });
  expect(retryAt).toBeGreaterThanOrEqual(limited.clock.now() + 60_000);
  await limited.clock.settle(limited.patiently(() => limited.call({ cost: 1_000 })));
  expect(limited.clock.now()).toBeGreaterThanOrEqual(retryAt ?? 0);
  await limited.refused({ cost: 1 });
});

test('all limits hold one call together: it goes when the last of them lets it', async () => {
  const limited = new Limited([
    window(3, '1s'),
    concurrent(2),
    costBucket(10, 1, readBucket),
    perRoute(1, '1m', ({ path }) => path),
  ]);
  const { clock } = limited;
  await limited.call({ path: '/a', cost: 5 });
  // By its route.
  expect((await limited.refused({ path: '/a' })).retryAt).toBeGreaterThanOrEqual(clock.now() + 60_000);
  await limited.call({ path: '/b', cost: 1 });
  // By its cost.
  expect((await limited.refused({ path: '/c', cost: 9 })).retryAt).toBeGreaterThan(clock.now() + 4_900);
  await limited.call({ path: '/d', cost: 1 });
  // By the window, which is near.
  const start = clock.now();
  await clock.settle(limited.call({ path: '/e', cost: 1 }));
  expect(clock.now() - start).toBeGreaterThanOrEqual(1_000);
  expect(clock.now() - start).toBeLessThan(1_100);
});

describe('a lease', () => {
  const anyCall: PermitRequest = { calls: 10, cost: 1, routes: [], flow: null, forMs: 30_000 };
  const nothing = { answers: [], unused: 0, pauseUntil: null };

  test('gives no more than every limit lets go, and says until when they may be used', async () => {
    const clock = new VirtualClock();
    const limiter = new RateLimiter([window(5, '1s'), concurrent(4)], clock);
    expect(await limiter.lease(anyCall)).toMatchObject({ granted: 4, until: clock.now() + 30_000 });
  });

  test('counts as under way until it is settled; what is not used counts not at all', async () => {
    const clock = new VirtualClock();
    const limiter = new RateLimiter([window(4, '1m')], clock);
    const lease = await limiter.lease(anyCall);
    if (!('id' in lease)) throw new Error('none was given');
    limiter.settle(lease.id, { ...nothing, answers: [[null], [null]] });
    limiter.settle(lease.id, { ...nothing, unused: 2 });
    expect(await limiter.lease(anyCall)).toMatchObject({ granted: 2 });
  });

  test('of a holder that died counts as used when its time is over, and its places are free', async () => {
    const clock = new VirtualClock();
    const limiter = new RateLimiter([window(4, '1m'), concurrent(2)], clock);
    await limiter.lease({ ...anyCall, calls: 2 });
    const next = limiter.lease(anyCall);
    const start = clock.now();
    expect(await clock.settle(next)).toMatchObject({ granted: 2 });
    // A call that was begun at the last moment may take 20 seconds.
    expect(clock.now() - start).toBe(50_000);
    await clock.advance(50_000);
    expect(await limiter.lease(anyCall)).toMatchObject({ granted: 0, retryAt: start + 50_000 + 60_600 });
  });

  test('of an object that was evicted is none of the next one', async () => {
    const clock = new VirtualClock();
    const before = await new RateLimiter([concurrent(1)], clock).lease(anyCall);
    if (!('id' in before)) throw new Error('none was given');
    await clock.advance(5);
    const limiter = new RateLimiter([concurrent(1)], clock);
    await limiter.lease(anyCall);
    limiter.settle(before.id, { ...nothing, answers: [[]] });
    let second = false;
    void limiter.lease(anyCall).then(() => {
      second = true;
    });
    await clock.advance(1_000);
    expect(second).toBe(false);
  });

  test('that was settled more than once gives back what it had, and no more', async () => {
    const clock = new VirtualClock();
    const limiter = new RateLimiter([concurrent(1)], clock);
    const lease = await limiter.lease(anyCall);
    if (!('id' in lease)) throw new Error('none was given');
    for (let again = 0; again < 3; again++) limiter.settle(lease.id, { ...nothing, answers: [[], [], []] });
    expect(await limiter.lease(anyCall)).toMatchObject({ granted: 1 });
    let second = false;
    void limiter.lease(anyCall).then(() => {
      second = true;
    });
    await clock.advance(1_000);
    expect(second).toBe(false);
  });
});

describe('permits of a session that takes several at a time', () => {
  test('one lease serves calls that follow each other, and what is left goes back', async () => {
    const clock = new VirtualClock();
    const limits = [window(100, '1m'), concurrent(6)];
    const limiter = new RateLimiter(limits, clock);
    let leases = 0;
    const port = permitsOf(limiter);
    const counted = {
      ...port,
      lease: (request: PermitRequest, ended?: readonly Ended[]) => {
        leases++;
        return port.lease(request, ended);
      },
    };
    const permits = new Permits(counted, limits, clock, { atOnce: 5, forMs: 30_000 });
    const call = { method: 'GET', path: '/x', cost: 1, flow: null };
    for (let each = 0; each < 7; each++) await permits.run(call, async () => undefined);
    expect(leases).toBe(2);
    await permits.close();
    expect(await limiter.lease({ calls: 10, cost: 1, routes: [], flow: null, forMs: null })).toMatchObject({
      granted: 6,
    });
  });

  test('what calls brought is told with the next lease, and counts from when they ended', async () => {
    const clock = new VirtualClock();
    const limits = [window(4, '1m'), concurrent(4)];
    const limiter = new RateLimiter(limits, clock);
    const port = permitsOf(limiter);
    let told = 0;
    const counted = {
      ...port,
      settle: (ended: readonly Ended[]) => {
        told++;
        return port.settle(ended);
      },
    };
    const permits = new Permits(counted, limits, clock, { atOnce: 4, forMs: 30_000 });
    const call = { method: 'GET', path: '/x', cost: 1, flow: null };
    const start = clock.now();
    for (let each = 0; each < 4; each++) {
      await permits.run(call, async () => undefined);
      await clock.advance(10);
    }
    expect(told).toBe(0);
    await clock.advance(200);
    expect(told).toBe(1);
    // The first of them ended at once, whenever it was told of.
    expect(limiter.readyAt() - start).toBeLessThanOrEqual(60_600);
  });

  test('those for one kind of call go back before others are waited for', async () => {
    const clock = new VirtualClock();
    const limits = [concurrent(2)];
    const permits = new Permits(permitsOf(new RateLimiter(limits, clock)), limits, clock, {
      atOnce: 2,
      forMs: 30_000,
    });
    const start = clock.now();
    for (const cost of [1, 2, 1, 2]) {
      await clock.settle(permits.run({ method: 'GET', path: '/x', cost, flow: null }, async () => undefined));
    }
    expect(clock.now()).toBe(start);
  });
});
