import { expect, test } from 'vitest';
import { cachedIds, forgetIds, type IdCache, noIdCache } from '../../../src/engine/connection/id-cache.ts';
import { memoryIdCache } from '../../support/memory-id-cache.ts';

/** A cache in memory, and a target that has the articles A and B. */
function begin(cache: Partial<IdCache> = {}) {
  const kept = new Map<string, string>();
  const asked: (readonly string[])[] = [];
  const idCache: IdCache = { ...memoryIdCache(kept), ...cache };
  const find = async (keys: readonly string[]) => {
    asked.push(keys);
    return new Map(keys.filter((key) => 'AB'.includes(key)).map((key) => [key, `id-${key}`]));
  };
  const ids = async (...keys: string[]) =>
    Object.fromEntries(await cachedIds(idCache, 'mugs:books', keys, find));
  const forget = (...keys: string[]) => forgetIds(idCache, 'mugs:books', keys);
  return { kept, asked, ids, forget };
}

test('what is not known is asked for at once, and only that', async () => {
  const { asked, ids, kept } = begin();
  expect(await ids('A')).toEqual({ A: 'id-A' });
  expect(await ids('A', 'B', 'C')).toEqual({ A: 'id-A', B: 'id-B' });
  expect(await ids('A', 'B')).toEqual({ A: 'id-A', B: 'id-B' });
  expect(asked).toEqual([['A'], ['B', 'C']]);
  expect([...kept.keys()]).toEqual(['mugs:books:A', 'mugs:books:B']);
});

test('what is not found is asked for again, nothing asks for nothing', async () => {
  const { asked, ids } = begin();
  expect([await ids('C'), await ids('C'), await ids()]).toEqual([{}, {}, {}]);
  expect(asked).toEqual([['C'], ['C']]);
});

test('what is forgotten is asked for once more', async () => {
  const { asked, ids, forget } = begin();
  await ids('A', 'B');
  await forget('A');
  expect(await ids('A', 'B')).toEqual({ A: 'id-A', B: 'id-B' });
  expect(asked).toEqual([['A', 'B'], ['A']]);
});

test('a cache that fails costs a call, nothing else', async () => {
  const fails = async () => {
    throw new Error('KV is away');
  };
  const { asked, ids, forget } = begin({ get: fails, put: fails, forget: fails });
  await forget('A');
  expect([await ids('A'), await ids('A')]).toEqual([{ A: 'id-A' }, { A: 'id-A' }]);
  expect(asked).toHaveLength(2);
  const none = begin(noIdCache);
  await none.ids('A');
  await none.ids('A');
  expect(none.asked).toHaveLength(2);
});
