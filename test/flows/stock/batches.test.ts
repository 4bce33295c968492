import { describe, expect, test } from 'vitest';
import { Between } from './between.ts';

function three(given: ConstructorParameters<typeof Between>[0] = {}): Between {
  const between = new Between(given);
  for (const [sku, number] of [
    ['A', 1],
    ['B', 2],
    ['C', 3],
  ] as const) {
    between.master.has(sku, number);
    between.shop.has(sku, 9);
  }
  return between;
}

describe('calls', () => {
  test('a full list of changed levels costs one, and what is unchanged none', async () => {
    const between = three({ batchSize: 2 });
    await between.run();
    expect(between.shop.lists.map((list) => list.length)).toEqual([2, 1]);
    expect(between.shop.searches).toEqual([['A', 'B', 'C']]);
    const reports = await between.run();
    expect(between.shop.lists.length).toBe(2);
    expect(between.shop.searches.length).toBe(1);
    expect(reports.map(({ levels, problem }) => [levels, problem])).toEqual(Array(3).fill([[], null]));
  });

  test('a target that does not tell its numbers gets each once, and when a person asks', async () => {
    const between = three({ tellsNumber: false });
    await between.run();
    await between.run();
    expect(between.shop.written).toEqual(['A 1', 'B 2', 'C 3']);
    between.master.has('B', 5);
    await between.run();
    expect(between.shop.written.slice(3)).toEqual(['B 5']);
    await between.run(['A'], { asked: true });
    expect(between.shop.written.slice(4)).toEqual(['A 1']);
  });

  test('every key is reported, with its revision, also one that there is nothing of', async () => {
    const between = three();
    const reports = await between.run(['A', 'nothing']);
    expect(reports).toMatchObject([
      { key: 'A', revision: 1, problem: null },
      { key: 'nothing', revision: 1, levels: [], problem: null },
    ]);
  });

  test('levels without a SKU are left out', async () => {
    const between = three();
    between.master.rows.set('shirt', [{ productId: 'shirt', variantId: '1', available: '5' }]);
    const reports = await between.run();
    expect(reports.at(-1)).toEqual({ key: 'shirt', revision: 1, levels: [], problem: null });
    expect(between.shop.written).toEqual(['A 1', 'B 2', 'C 3']);
  });
});

describe('ids', () => {
  test('are walked for where nothing can be searched, to the end: only there it is known whether one is alone', async () => {
    const between = three({ walks: true });
    between.shop.has('D', 9);
    between.shop.has('E', 9);
    await between.run(['A', 'C']);
    expect(between.shop.written).toEqual(['A 1', 'C 3']);
    expect(between.shop.pagesWalked).toBe(3);
  });

  test('that are gone are forgotten and looked up once more', async () => {
    const between = three();
    between.cache.set('A', 'old');
    between.know('B', '7', { targetId: 'older' });
    await between.run();
    expect(between.forgotten).toEqual(['A', 'B']);
    expect(between.shop.written).toEqual(['C 3', 'A 1', 'B 2']);
    expect(between.level('B')).toMatchObject({ targetId: 't-B', quantity: '2' });
    expect(between.level('B')?.drift).toBeUndefined();
  });

  test('of another SKU by now are never written to', async () => {
    const between = three();
    between.know('A', '9');
    between.know('B', '9');
    between.shop.article('t-A').sku = 'B';
    between.shop.article('t-B').sku = 'A';
    await between.run(['A', 'B']);
    expect(between.shop.article('t-A').number).toBe(2);
    expect(between.shop.article('t-B').number).toBe(1);
  });

  test('that the target says are gone when it writes are looked up once more, once', async () => {
    const between = three();
    await between.run();
    between.master.has('A', 5);
    between.shop.meanwhile = () => {
      between.shop.articles.delete('t-A');
      between.shop.has('A', 0, 'new');
    };
    await between.run();
    expect(between.shop.article('new').number).toBe(5);
    expect(between.level('A')).toMatchObject({ targetId: 'new', state: 'written' });
    between.master.has('A', 6);
    between.shop.meanwhile = () => between.shop.articles.delete('new');
    await between.run();
    expect(between.level('A')).toMatchObject({ targetId: null, state: 'unknown' });
  });

  test('are looked up anew where a person asks', async () => {
    const between = three();
    await between.run();
    await between.run(['A'], { asked: true });
    expect(between.shop.searches).toEqual([['A', 'B', 'C'], ['A']]);
  });
});

describe('a SKU that stands twice', () => {
  test('with two products: neither is written, both are named', async () => {
    const between = three();
    between.master.rows.set('other', [{ sku: 'A', productId: 'other', available: '7' }]);
    await between.run();
    expect(between.shop.written).toEqual(['B 2', 'C 3']);
    for (const key of ['A', 'other'])
      expect(between.level('A', key)).toMatchObject({
        state: 'refused',
        problem: { code: 'sku_shared', params: { sku: 'A', keys: ['A', 'other: A'] } },
      });
    between.master.rows.delete('other');
    await between.run(['A']);
    expect(between.shop.written).toEqual(['B 2', 'C 3', 'A 1']);
  });

  test('and then with one: it is written, also where the key of its level is not its product’s', async () => {
    const between = new Between({ withProducts: true });
    between.master.rows.set('item 7', [{ sku: 'A', productId: 'mug', available: '7' }]);
    between.shop.has('A', 9);
    between.know('A', '', { state: 'refused', quantity: null, targetId: null }, 'item 7');
    await between.run(['item 7']);
    expect(between.shop.written).toEqual(['A 7']);
  });

  test('with two variants of one product', async () => {
    const between = three();
    between.master.rows.set('shirt', [
      { sku: 'A', productId: 'shirt', variantId: '1', available: '5' },
      { sku: 'A', productId: 'shirt', variantId: '2', available: '6' },
    ]);
    await between.run(['shirt']);
    expect(between.shop.lists).toEqual([]);
    expect(between.level('A', 'shirt')?.problem?.params.keys).toEqual(['shirt (1): A', 'shirt (2): A']);
  });

  test('with two that nothing else tells apart', async () => {
    const between = three();
    const row = { sku: 'A', productId: 'shirt', available: '5' };
    between.master.rows.set('shirt', [row, row]);
    await between.run(['shirt']);
    expect(between.shop.lists).toEqual([]);
    expect(between.level('A', 'shirt')?.problem?.code).toBe('sku_shared');
  });

  test.each([false, true])('in the target, which is walked: %s', async (walks) => {
    const between = three({ walks });
    const { shop } = between;
    // On a page behind those on which all that is looked for has been met.
    shop.has('D', 5);
    shop.has('A', 5, 'other');
    await between.run();
    expect(shop.written).toEqual(['B 2', 'C 3']);
    expect(between.level('A')).toMatchObject({
      state: 'refused',
      problem: { code: 'sku_twice', params: { of: 'target', sku: 'A', places: ['t-A', 'other'] } },
    });
    shop.articles.delete('other');
    await between.run(['A']);
    expect(shop.written).toEqual(['B 2', 'C 3', 'A 1']);
    expect(between.level('A')).toMatchObject({ state: 'written', targetId: 't-A' });
  });

  test('as the target compares it', async () => {
    const between = three({ anyCase: true });
    between.master.has('a ', 4);
    await between.run();
    expect(between.shop.written).toEqual(['B 2', 'C 3']);
    expect(between.level('a ')?.problem?.code).toBe('sku_shared');
  });
});

describe('drift', () => {
  function written(): Between {
    const between = new Between();
    between.master.has('MOK', 10);
    between.shop.has('MOK', 10);
    between.know('MOK', '10');
    return between;
  }

  test.each([4, 15])('%i that somebody entered is mended and told', async (number) => {
    const between = written();
    between.shop.article('t-MOK').number = number;
    await between.run();
    expect(between.shop.written).toEqual(['MOK 10']);
    expect(between.level('MOK')).toMatchObject({ quantity: '10', drift: String(number) });
  });

  test('is none where the shop and the master both sold', async () => {
    const between = written();
    between.arrived.add(between.shop.sell('MOK', 3).id);
    between.master.has('MOK', 6);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 6']);
    expect(between.level('MOK')?.drift).toBeUndefined();
  });

  test('is none where an order is on its way and the master got more', async () => {
    const between = written();
    between.shop.sell('MOK', 3);
    between.master.has('MOK', 20);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 17']);
    expect(between.level('MOK')?.drift).toBeUndefined();
  });

  test('is none of a level that was never written', async () => {
    const between = written();
    between.levels.clear();
    between.shop.article('t-MOK').number = 4;
    await between.run();
    expect(between.level('MOK')).toMatchObject({ quantity: '10' });
    expect(between.level('MOK')?.drift).toBeUndefined();
  });
});
