import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { kvIdCache } from '../../durable-objects/kv-id-cache.ts';
import { newId } from './support/harness.ts';
import { clock, dayMs } from './support/virtual-clock.ts';

function many(count: number): Map<string, string> {
  return new Map(Array.from({ length: count }, (_, index) => [`SKU-${index}`, `${5_000 + index}`]));
}

/** KV, with a count of what is written. */
function counting() {
  let writes = 0;
  const namespace = {
    get: env.SKUS.get.bind(env.SKUS),
    put: async (...given: Parameters<KVNamespace['put']>) => {
      writes++;
      await env.SKUS.put(...given);
    },
  } as unknown as KVNamespace;
  return { cache: kvIdCache(namespace), writes: () => writes };
}

async function keysOf(place: string): Promise<number> {
  return (await env.SKUS.list({ prefix: `${place}:` })).keys.length;
}

it('thousands of ids of an account lie in 32 keys of KV, and are found again', async () => {
  const place = newId();
  const cache = kvIdCache(env.SKUS);
  const ids = many(20_000);
  await cache.put(place, ids);
  expect(await keysOf(place)).toBe(32);
  expect(await cache.get(place, [...ids.keys()])).toEqual(ids);
  expect(await cache.get(place, ['SKU-20000', ''])).toEqual(new Map());
});

it('a batch of a hundred neighbours costs a few writes, not one for each key', async () => {
  const { cache, writes } = counting();
  const neighbours = [...many(1_200)].slice(1_100);
  await cache.put(newId(), new Map(neighbours));
  expect(writes()).toBeLessThanOrEqual(2);
});

it('what is added leaves the others, and another id takes the place of the one before', async () => {
  const place = newId();
  const cache = kvIdCache(env.SKUS);
  await cache.put(place, many(100));
  await cache.put(
    place,
    new Map([
      ['SKU-7', '9'],
      ['NEW', '1'],
    ]),
  );
  const found = await cache.get(place, ['SKU-6', 'SKU-7', 'NEW']);
  expect(found).toEqual(
    new Map([
      ['SKU-6', '5006'],
      ['SKU-7', '9'],
      ['NEW', '1'],
    ]),
  );
});

it('what is forgotten is gone, and nothing else', async () => {
  const place = newId();
  const cache = kvIdCache(env.SKUS);
  const ids = many(100);
  await cache.put(place, ids);
  await cache.forget(place, ['SKU-7', 'SKU-8', 'UNKNOWN']);
  const found = await cache.get(place, [...ids.keys()]);
  expect(found.size).toBe(98);
  expect(found.has('SKU-7')).toBe(false);
});

it('ids of one account are not those of another', async () => {
  const [one, other] = [newId(), newId()];
  const cache = kvIdCache(env.SKUS);
  await cache.put(one, many(10));
  expect(await cache.get(other, [...many(10).keys()])).toEqual(new Map());
});

it('an id is looked up anew after a day', async () => {
  const place = newId();
  const cache = kvIdCache(env.SKUS);
  await cache.put(place, many(10));
  clock.pass(dayMs / 2);
  expect((await cache.get(place, ['SKU-1'])).size).toBe(1);
  clock.pass(dayMs / 2 + 1_000);
  expect(await cache.get(place, ['SKU-1'])).toEqual(new Map());
});

it('what is not there costs no write to forget, and what is there as it is none to keep', async () => {
  const place = newId();
  const { cache, writes } = counting();
  await cache.forget(place, [...many(100).keys()]);
  expect(writes()).toBe(0);
  await cache.put(place, many(5));
  const first = writes();
  expect(first).toBeLessThanOrEqual(5);
  await cache.put(place, many(5));
  expect(writes()).toBe(first);
});

it.each(['__proto__', 'constructor', 'toString', 'ß', '茶-1', ' AB 1 '])(
  '%s is a SKU like any other',
  async (sku) => {
    const place = newId();
    const cache = kvIdCache(env.SKUS);
    expect(await cache.get(place, [sku])).toEqual(new Map());
    await cache.put(
      place,
      new Map([
        [sku, '12'],
        ['AB-1', '13'],
      ]),
    );
    expect(await cache.get(place, [sku, 'AB-1'])).toEqual(
      new Map([
        [sku, '12'],
        ['AB-1', '13'],
      ]),
    );
  },
);
