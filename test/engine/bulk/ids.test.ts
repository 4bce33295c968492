/** Where a SKU stands is told by a cache, which may be wrong, or away; and SKUs move. */
import { describe, expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { StockPair } from './stock-pair.ts';

/** Ids in memory, in place of KV. */
class Cached {
  readonly ids = new Map<string, string>();
  isAway = false;
  asked = 0;

  #here(): void {
    this.asked++;
    if (this.isAway) throw new Error('KV is away.');
  }

  async get(place: string, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    this.#here();
    const known = keys.map((key) => [key, this.ids.get(`${place} ${key}`)] as const);
    return new Map(known.flatMap(([key, id]) => (id === undefined ? [] : [[key, id] as const])));
  }

  async put(place: string, ids: ReadonlyMap<string, string>): Promise<void> {
    this.#here();
    for (const [key, id] of ids) this.ids.set(`${place} ${key}`, id);
  }

  async forget(place: string, keys: readonly string[]): Promise<void> {
    this.#here();
    for (const key of keys) this.ids.delete(`${place} ${key}`);
  }
}

async function withCache(from: 'ecwid' | 'magento' = 'magento') {
  const pair = new StockPair({ from });
  const cache = new Cached();
  pair.idCache = cache;
  for (const [sku, pieces] of Object.entries({ MOK: 1, BORD: 2 })) await pair.has(sku, pieces);
  return { pair, cache };
}

/** From now on nothing is known but what the cache says. */
function forgetLevels(pair: StockPair): void {
  pair.stores.levels.forget(pair.flow);
}

describe.each(['ecwid', 'magento'] as const)('from %s, a cache that', (from) => {
  test.each([
    [
      'is away',
      (cache: Cached) => {
        cache.isAway = true;
      },
    ],
    [
      'gives an id that is gone',
      (cache: Cached) => {
        for (const key of cache.ids.keys()) cache.ids.set(key, '999999');
      },
    ],
    [
      'gives the id of another product',
      (cache: Cached) => {
        const [[one = '', first = ''] = [], [other = '', second = ''] = []] = [...cache.ids];
        cache.ids.set(one, second);
        cache.ids.set(other, first);
      },
    ],
  ])('%s brings no level to another product', async (_, harm) => {
    const { pair, cache } = await withCache(from);
    await pair.configured(pair.document());
    await pair.live(12 * minuteMs);
    expect(cache.asked).toBeGreaterThan(0);
    harm(cache);
    forgetLevels(pair);
    await pair.set('MOK', 11);
    await pair.set('BORD', 22);
    await pair.live(20 * minuteMs);
    expect(await pair.pieces('MOK')).toBe(11);
    expect(await pair.pieces('BORD')).toBe(22);
    const stray = pair.written.filter((each) => !/ (1|2|11|22)$/.test(each));
    expect(stray).toEqual([]);
    expect(pair.dirty).toBe(0);
  });
});

describe('a SKU', () => {
  test('that moves to another product of the source brings that one’s level', async () => {
    const pair = await StockPair.settled({ pieces: { MOK: 4, BORD: 9 } });
    const [mok, bord] = [await pair.key('MOK'), await pair.key('BORD')];
    await pair.control('ecwid', 'PATCH', `/products/${mok}`, { sku: 'MOK-OUD' });
    await pair.control('ecwid', 'PATCH', `/products/${bord}`, { sku: 'MOK' });
    for (const key of [mok, bord]) await pair.notify(key);
    await pair.live(20 * minuteMs);
    expect(await pair.pieces('MOK')).toBe(9);
    expect(pair.level('MOK')).toMatchObject({ key: bord, state: 'written', quantity: '9' });
    // Nobody has it any more.
    expect(await pair.pieces('BORD')).toBe(0);
    expect(pair.dirty).toBe(0);
  });

  test.each(['both at once', 'one after the other', 'one after the other, the second first'])(
    'of two products that swap ends right: %s',
    async (order) => {
      const pair = await StockPair.settled({ pieces: { MOK: 4, BORD: 9 } });
      const [mok, bord] = [await pair.key('MOK'), await pair.key('BORD')];
      await pair.control('ecwid', 'PATCH', `/products/${mok}`, { sku: 'TMP' });
      await pair.control('ecwid', 'PATCH', `/products/${bord}`, { sku: 'MOK' });
      await pair.control('ecwid', 'PATCH', `/products/${mok}`, { sku: 'BORD' });
      const keys = order.endsWith('first') ? [bord, mok] : [mok, bord];
      for (const key of keys) {
        await pair.notify(key);
        if (order !== 'both at once') await pair.live(minuteMs);
      }
      await pair.live(20 * minuteMs);
      expect(await pair.pieces('MOK')).toBe(9);
      expect(await pair.pieces('BORD')).toBe(4);
      expect(pair.level('MOK')).toMatchObject({ key: bord, state: 'written', quantity: '9' });
      expect(pair.level('BORD')).toMatchObject({ key: mok, state: 'written', quantity: '4' });
      expect(pair.written.filter((each) => each.endsWith(' 0'))).toEqual([]);
    },
  );

  test('that moves within one batch is known with its new product, whichever is told of first', async () => {
    const pair = await StockPair.settled({ pieces: { BORD: 9, MOK: 4 } });
    const [bord, mok] = [await pair.key('BORD'), await pair.key('MOK')];
    await pair.control('ecwid', 'PATCH', `/products/${mok}`, { sku: 'MOK-OUD' });
    await pair.control('ecwid', 'PATCH', `/products/${bord}`, { sku: 'MOK' });
    for (const key of [mok, bord]) await pair.notify(key);
    await pair.live(2 * minuteMs);
    expect(pair.level('MOK')).toMatchObject({ key: bord, state: 'written', quantity: '9' });
  });
});
