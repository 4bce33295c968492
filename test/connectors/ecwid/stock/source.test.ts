import { describe, expect, test } from 'vitest';
import { stockSource } from '../../../../src/connectors/ecwid/stock/source.ts';
import { stockLevel } from '../../../../src/records/stock-level.ts';
import { FakeApi } from '../fake-api.ts';
import { blue, mug, red } from '../products/mug.ts';

async function levels(product: object, locations: readonly string[] | null = null) {
  const api = new FakeApi(() => ({ total: 1, items: [product] }));
  const read = (await stockSource.levels(api, ['500100'], { locations })).get('500100') ?? [];
  return { api, rows: read.map((level) => stockLevel.parse(level)) };
}

test('of a product and each of its variations, with one call', async () => {
  const { api, rows } = await levels(mug);
  expect(rows).toEqual([
    { sku: 'MUG', name: 'Enamel mug', productId: '500100', managed: true, available: '60' },
    {
      sku: 'MUG-BLU',
      name: 'Enamel mug, Blue',
      productId: '500100',
      variantId: '900201',
      managed: true,
      available: '34',
    },
    {
      sku: 'MUG-RED',
      name: 'Enamel mug, Red',
      productId: '500100',
      variantId: '900202',
      managed: true,
      available: '26',
    },
  ]);
  expect(api.calls.map(({ path, query }) => [path, query.productId, query.limit])).toEqual([
    ['/products', '500100', 100],
  ]);
  expect(stockSource.readSize).toBe(100);
});

describe('what is not counted, or not known, is not zero', () => {
  test('an unlimited product has no number', async () => {
    const { rows } = await levels({ id: 500100, sku: 'A', unlimited: true });
    expect(rows).toEqual([{ sku: 'A', name: '', productId: '500100', managed: false }]);
  });

  test('one without a number has none', async () => {
    expect((await levels({ id: 500100, unlimited: false })).rows[0]).not.toHaveProperty('available');
    expect((await levels({ id: 500100 })).rows[0]).not.toHaveProperty('managed');
  });

  test('a product that is gone has no levels at all', async () => {
    const api = new FakeApi(() => ({ total: 0, items: [] }));
    expect((await stockSource.levels(api, ['1', 'x'], { locations: null })).size).toBe(0);
  });

  test('a number below zero is what it is', async () => {
    expect((await levels({ id: 500100, unlimited: false, quantity: -5 })).rows[0]?.available).toBe('-5');
  });
});

test('a variation without a SKU of its own has the product’s level', async () => {
  const combinations = [
    { ...blue, sku: undefined, quantity: 99 },
    { ...red, sku: 'MUG', quantity: 98 },
  ];
  const { rows } = await levels({ ...mug, combinations });
  expect(rows.slice(1).map(({ sku, variantId, available }) => [sku, variantId, available])).toEqual([
    [undefined, '900201', '60'],
    [undefined, '900202', '60'],
  ]);
});

describe('at places', () => {
  const placed = { id: 500100, sku: 'A', unlimited: false, quantity: 7, locationInventory: { w1: 4, w2: 3 } };

  test('a row for each that it is kept at', async () => {
    const { rows } = await levels(placed, ['w2', 'w1', 'w9']);
    expect(rows.map(({ location, available }) => [location, available])).toEqual([
      ['w2', '3'],
      ['w1', '4'],
    ]);
  });

  test('none where the store knows no places', async () => {
    expect((await levels(mug, ['w1'])).rows).toEqual([]);
  });
});

test('a number that is none is refused, and nothing is told', async () => {
  await expect(levels({ ...mug, quantity: 'many' })).rejects.toThrow(/quantity/);
});
