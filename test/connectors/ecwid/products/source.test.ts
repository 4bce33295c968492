import { describe, expect, test } from 'vitest';
import type { Query } from '../../../../src/connectors/contract/api.ts';
import { productSource } from '../../../../src/connectors/ecwid/products/source.ts';
import { stockSource } from '../../../../src/connectors/ecwid/stock/source.ts';
import { changesIn } from '../../read-changes.ts';
import { FakeApi } from '../fake-api.ts';
import { blue, mug, red } from './mug.ts';

const window = { since: new Date('2026-03-01T00:00:00Z'), until: new Date('2026-03-01T10:00:00Z') };
const since = window.since.getTime() / 1000;

type Row = { readonly id: number; readonly sku?: string; readonly combinations?: readonly object[] };

/** The search of a shop as the sheet says (4.2): ids, one exact SKU, or page by page. */
function shop(rows: readonly Row[]) {
  return new FakeApi((_path, { productId, sku, offset = 0, limit }: Query) => {
    const has = (each: { readonly sku?: string }) => each.sku === sku;
    const matching = rows.filter((row) => {
      if (productId !== undefined) return String(productId).split(',').includes(String(row.id));
      return sku === undefined || has(row) || (row.combinations ?? []).some(has);
    });
    const items = matching.slice(Number(offset), Number(offset) + Number(limit));
    return { total: matching.length, count: items.length, offset, limit, items };
  });
}

describe('by time of change', () => {
  test('what changed, oldest first, and then what was deleted', async () => {
    const api = new FakeApi((path) =>
      path === '/products/deleted'
        ? { total: 1, count: 1, items: [{ id: 7, date: '2026-03-01 08:00:00 +0000' }] }
        : { total: 1, count: 1, items: [{ id: 500100, updateTimestamp: since + 60 }] },
    );
    expect(await changesIn(productSource, api, window)).toEqual([
      { flow: 'products', key: '500100', version: String(since + 60) },
      { flow: 'products', key: '7' },
    ]);
    expect(api.calls.map(({ path, query }) => [path, query])).toMatchObject([
      [
        '/products',
        {
          updatedFrom: since,
          updatedTo: since + 36_000,
          sortBy: 'UPDATED_TIME_ASC',
          responseFields: 'total,count,offset,limit,items(id,updateTimestamp)',
        },
      ],
      ['/products/deleted', { from_date: since, to_date: since + 36_000, limit: 100, offset: 0 }],
    ]);
  });

  test('many that were deleted are read to the end', async () => {
    const deleted = Array.from({ length: 230 }, (_, id) => ({ id: id + 1 }));
    const api = new FakeApi((path, { offset, limit }) => {
      if (path !== '/products/deleted') return { total: 0, items: [] };
      return { total: 230, items: deleted.slice(Number(offset), Number(offset) + Number(limit)) };
    });
    const named = await changesIn(productSource, api, window);
    expect(named.map(({ key }) => key)).toEqual(deleted.map(({ id }) => String(id)));
    expect(api.calls).toHaveLength(4);
  });

  test('a shop without a list of what was deleted is read all the same', async () => {
    const api = new FakeApi((path) => (path === '/products/deleted' ? undefined : { total: 0, items: [] }));
    expect(await changesIn(productSource, api, window)).toEqual([]);
  });

  test('a change of stock is one of its product', async () => {
    const api = new FakeApi((path) =>
      path === '/products/deleted' ? undefined : { total: 1, items: [{ id: 5, updateTimestamp: since }] },
    );
    if (stockSource.changes.kind !== 'by-time') throw new Error('it can be asked what changed');
    const { changes } = await stockSource.changes.page(api, { ...window, page: null });
    expect(changes).toEqual([{ flow: 'stock', key: '5', version: String(since) }]);
  });
});

describe('several at once', () => {
  test('a hundred go with a call; what is gone is left out', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => ({ ...mug, id: index + 1 }));
    const api = shop(rows);
    const keys = [...rows.map(({ id }) => String(id)), '999', 'x', '1'];
    const found = await productSource.getMany?.(api, keys);
    expect([...(found?.keys() ?? [])]).toEqual(rows.map(({ id }) => String(id)));
    expect(found?.get('150')).toMatchObject({ id: '150', sku: 'MUG' });
    expect(api.calls.map(({ query }) => String(query.productId).split(',').length)).toEqual([100, 51]);
  });
});

describe('by SKU', () => {
  const rows = [
    mug,
    { id: 2, sku: 'AB-1 ' },
    { id: 3, sku: 'AB-1' },
    { id: 4, sku: 'ab-1' },
    { id: 5, sku: 'AB-1' },
  ];
  const ids = async (api: FakeApi, skus: readonly string[]) =>
    Object.fromEntries(
      [...(await productSource.find(api, skus))].map(([sku, places]) => [sku, places.map(({ id }) => id)]),
    );

  test('one or two are asked for', async () => {
    const api = shop(rows);
    expect(await productSource.find(api, ['MUG-RED', 'MUG'])).toEqual(
      new Map([
        ['MUG-RED', [{ sku: 'MUG-RED', id: '500100:900202', productId: '500100', variantId: '900202' }]],
        ['MUG', [{ sku: 'MUG', id: '500100', productId: '500100', variantId: null }]],
      ]),
    );
    expect(api.calls.map(({ query }) => query.sku)).toEqual(['MUG-RED', 'MUG']);
  });

  test('exactly, whatever the search passes over; two that share one are both there', async () => {
    const generous = new FakeApi(() => ({ total: rows.length, items: rows }));
    expect(await ids(generous, ['AB-1'])).toEqual({ 'AB-1': ['3', '5'] });
    expect(await ids(generous, ['AB-1 '])).toEqual({ 'AB-1 ': ['2'] });
    expect(await ids(generous, ['Ab-1'])).toEqual({});
  });

  test('an empty one is nobody’s', async () => {
    const api = shop([{ id: 9, sku: '' }]);
    expect(await ids(api, ['', ' '])).toEqual({});
    expect(api.calls).toEqual([]);
  });

  test('a variation with the product’s SKU is the product', async () => {
    const api = shop([
      {
        ...mug,
        combinations: [
          { ...blue, sku: 'MUG' },
          { ...red, sku: '' },
        ],
      },
    ]);
    expect(await ids(api, ['MUG'])).toEqual({ MUG: ['500100'] });
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: index + 1, sku: `S${index}` }));
  const skus = (count: number) => many(count).map(({ sku }) => sku);

  test('many are walked through where that is cheaper', async () => {
    const api = shop(many(350));
    expect(Object.keys(await ids(api, [...skus(20), 'NONE']))).toEqual(skus(20));
    expect(api.calls.map(({ query }) => [query.sku, query.offset])).toEqual([
      [undefined, 0],
      [undefined, 100],
      [undefined, 200],
      [undefined, 300],
    ]);
  });

  test('and asked for where it is not: the first page tells', async () => {
    const api = shop(many(900));
    expect(Object.keys(await ids(api, skus(5)))).toEqual(skus(5));
    expect(api.calls.map(({ query }) => query.sku)).toEqual([undefined, ...skus(5)]);
  });

  test('what a walk may have skipped is asked for', async () => {
    const rows = many(150);
    let calls = 0;
    const api = new FakeApi((_path, { sku, offset = 0 }: Query) => {
      // The first is deleted after the first page: all others move forward by one.
      if (calls++ === 1) rows.shift();
      const matching = rows.filter((row) => sku === undefined || row.sku === sku);
      return { total: matching.length, items: matching.slice(Number(offset), Number(offset) + 100) };
    });
    expect(await ids(api, ['S100', 'S3', 'GONE'])).toEqual({ S3: ['4'], S100: ['101'] });
    expect(api.calls.map(({ query }) => query.sku)).toEqual([undefined, undefined, 'S100', 'GONE']);
  });
});
