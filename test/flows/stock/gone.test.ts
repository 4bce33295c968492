import { describe, expect, test } from 'vitest';
import type { StockLevel } from '../../../src/records/stock-level.ts';
import { Between } from './between.ts';
import { away } from './master.ts';

describe('what is gone at the source (P7)', () => {
  const variant = (sku: string, available: string): StockLevel => ({
    sku,
    productId: 'shirt',
    variantId: sku,
    available,
  });

  function shirt(given: ConstructorParameters<typeof Between>[0] = {}) {
    const between = new Between(given);
    between.master.rows.set('shirt', [variant('TS-M', '2'), variant('TS-L', '4')]);
    between.shop.has('TS-M', 2);
    between.shop.has('TS-L', 4);
    between.know('TS-M', '2', {}, 'shirt');
    between.know('TS-L', '4', {}, 'shirt');
    return between;
  }

  test('a variant goes to 0 once, and lives again under the same id', async () => {
    const between = shirt();
    between.master.rows.set('shirt', [variant('TS-M', '2')]);
    await between.run();
    expect(between.shop.written).toEqual(['TS-L 0']);
    expect(between.level('TS-L', 'shirt')).toMatchObject({
      state: 'gone',
      quantity: '0',
      targetId: 't-TS-L',
    });
    between.shop.article('t-TS-L').number = 1;
    await between.run();
    expect(between.shop.written).toEqual(['TS-L 0']);
    between.master.rows.set('shirt', [variant('TS-M', '2'), variant('TS-L', '3')]);
    await between.run();
    expect(between.shop.lists.at(-1)).toMatchObject([{ id: 't-TS-L', quantity: '3' }]);
  });

  test('so does a product as a whole', async () => {
    const between = shirt();
    between.master.rows.delete('shirt');
    await between.run();
    expect(between.shop.written).toEqual(['TS-M 0', 'TS-L 0']);
  });

  test('so does what was unknown there when it was last told of, as a run that died may have written it', async () => {
    const between = new Between();
    between.know('MOK', '13', { state: 'unknown', targetId: null, quantity: null });
    between.master.rows.delete('MOK');
    between.shop.has('MOK', 13);
    await between.run();
    expect(between.shop.written).toEqual(['MOK 0']);
  });

  test('so does what has another id there by now, as Ecwid gives variants new ones', async () => {
    const between = shirt();
    between.shop.articles.delete('t-TS-L');
    between.shop.has('TS-L', 4, 't-new');
    between.master.rows.set('shirt', [variant('TS-M', '2')]);
    await between.run();
    expect(between.shop.written).toEqual(['TS-L 0']);
    expect(between.level('TS-L', 'shirt')).toMatchObject({
      state: 'gone',
      quantity: '0',
      targetId: 't-new',
    });
  });

  test('and what gets another id there while it is written', async () => {
    const between = shirt();
    between.master.rows.set('shirt', [variant('TS-M', '2')]);
    between.shop.meanwhile = () => {
      between.shop.articles.delete('t-TS-L');
      between.shop.has('TS-L', 4, 't-new');
    };
    await between.run();
    expect(between.shop.article('t-new').number).toBe(0);
    expect(between.level('TS-L', 'shirt')).toMatchObject({ state: 'gone', targetId: 't-new' });
  });

  test('and what has another id of which neither search nor levels know yet', async () => {
    const between = shirt();
    between.master.rows.set('shirt', [variant('TS-M', '2')]);
    between.shop.articles.delete('t-TS-L');
    between.shop.has('TS-L', 4, 't-new');
    between.shop.ghosts.set('t-TS-L', { sku: 'TS-L', number: 4 });
    const [report] = await between.run();
    expect(report?.problem).toMatchObject({ kind: 'retry', code: 'level_moving' });
    expect(between.level('TS-L', 'shirt')).toMatchObject({ state: 'written', quantity: '4' });
    between.shop.ghosts.clear();
    await between.run();
    expect(between.shop.article('t-new').number).toBe(0);
    expect(between.level('TS-L', 'shirt')).toMatchObject({ state: 'gone', targetId: 't-new' });
  });

  test('what the search names, and has no level at this place, is unknown there, and nothing to be looked for again', async () => {
    const between = new Between();
    between.master.rows.set('MOK', [{ sku: 'MOK', productId: 'MOK', available: '3' }]);
    between.shop.ghosts.set('t-MOK', { sku: 'MOK', number: null });
    const [report] = await between.run();
    expect(report?.problem).toBeNull();
    expect(between.level('MOK')).toMatchObject({ state: 'unknown' });
  });

  test('what is not there either is looked up once', async () => {
    const between = shirt();
    between.shop.articles.delete('t-TS-L');
    between.master.rows.set('shirt', [variant('TS-M', '2')]);
    await between.run();
    await between.run();
    expect(between.shop.written).toEqual([]);
    expect(between.shop.searches).toEqual([['TS-L']]);
    expect(between.level('TS-L', 'shirt')).toMatchObject({ state: 'gone', targetId: null });
  });

  test('a physical target keeps what its open orders need', async () => {
    const between = shirt({ counts: 'physical' });
    between.arrived.add(between.shop.sell('TS-L', 3).id);
    between.master.rows.set('shirt', [variant('TS-M', '2')]);
    await between.run();
    expect(between.shop.written).toEqual(['TS-L 3']);
    expect(between.shop.salable('TS-L')).toBe(0);
  });

  test('nothing is written where the source did not answer', async () => {
    const between = shirt();
    between.master.rows.delete('shirt');
    between.master.has('PEN', 1);
    between.master.readSize = 1;
    between.master.failing.set('shirt', away());
    await between.run(['PEN', 'shirt']);
    expect(between.shop.lists).toEqual([]);
  });

  test("a SKU that another product has now is that one's, in the same batch or not", async () => {
    const between = shirt({ withProducts: true });
    between.master.rows.set('shirt', [variant('TS-M', '2')]);
    between.master.rows.set('vest', [{ sku: 'TS-L', productId: 'vest', available: '7' }]);
    await between.run(['shirt']);
    expect(between.shop.lists).toEqual([]);
    expect(between.level('TS-L', 'shirt')).toMatchObject({ state: 'gone', targetId: null });
    const both = shirt();
    both.master.rows.set('shirt', [variant('TS-M', '2')]);
    both.master.rows.set('vest', [{ sku: 'TS-L', productId: 'vest', available: '7' }]);
    await both.run();
    expect(both.shop.written).toEqual(['TS-L 7']);
  });

  test('a SKU that another product has now is looked at under the key of its level there, which need not be the product’s', async () => {
    const between = shirt({ withProducts: true });
    between.master.rows.set('shirt', [variant('TS-M', '2')]);
    between.master.rows.set('item 7', [{ sku: 'TS-L', productId: 'vest', available: '7' }]);
    const [{ others } = {}] = await between.run(['shirt']);
    expect(others).toEqual(['item 7']);
  });

  test.each([true, false])(
    'a SKU whose number with the other product is not known is left (it can be searched: %s)',
    async (withProducts) => {
      const between = shirt({ withProducts });
      between.master.rows.set('shirt', []);
      between.master.rows.set('vest', [{ sku: 'TS-L', productId: 'vest' }]);
      await between.run();
      expect(between.shop.written).toEqual(['TS-M 0']);
    },
  );

  test('two rows of before that lead to one article make one 0', async () => {
    const between = shirt();
    between.know('TS-L', '4', {}, 'jacket');
    between.master.rows.set('shirt', [variant('TS-M', '2')]);
    await between.run();
    expect(between.shop.written).toEqual(['TS-L 0']);
  });

  test.each([true, false])(
    'a corrected SKU is the same article there (which tells its SKU: %s)',
    async (tellsSku) => {
      const between = shirt({ tellsSku });
      between.master.rows.set('shirt', [variant('TS-M', '2'), variant('TS-LARGE', '4')]);
      between.shop.article('t-TS-L').sku = 'TS-LARGE';
      await between.run();
      expect(between.shop.lists).toEqual([]);
      expect(between.level('TS-LARGE', 'shirt')).toMatchObject({ state: 'written', targetId: 't-TS-L' });
    },
  );

  test('one that is not counted there is only told', async () => {
    const between = shirt();
    between.master.rows.delete('shirt');
    for (const article of between.shop.articles.values()) article.managed = false;
    await between.run();
    expect(between.shop.lists).toEqual([]);
    expect(between.level('TS-L', 'shirt')).toMatchObject({ state: 'gone', quantity: null });
  });

  test('one that has its level elsewhere only keeps its number', async () => {
    const between = shirt({ settings: { sourceLocations: ['A'] } });
    between.master.rows.set('shirt', [
      { ...variant('TS-M', '2'), location: 'A' },
      { ...variant('TS-L', '4'), location: 'B' },
    ]);
    await between.run();
    expect(between.shop.lists).toEqual([]);
    expect(between.level('TS-L', 'shirt')).toMatchObject({ state: 'unplaced', quantity: '4' });
    between.master.rows.set('shirt', [{ ...variant('TS-M', '2'), location: 'A' }]);
    await between.run(['shirt']);
    expect(between.shop.written).toEqual(['TS-L 0']);
  });
});
