import { describe, expect, test } from 'vitest';
import { stockSource } from '../../../../src/connectors/magento/stock/source.ts';
import { FakeShop } from '../fake-shop.ts';

function shopWith(quantities: Record<string, number>, behaviour = {}) {
  const shop = new FakeShop(behaviour);
  for (const [sku, quantity] of Object.entries(quantities)) {
    shop.product(sku, { stock: { qty: quantity, manage_stock: true, min_qty: 0 } });
    shop.keep(sku, quantity);
  }
  return shop;
}

/** All pages of a snapshot, as the engine walks them. */
async function snapshot(shop: FakeShop) {
  const { changes } = stockSource;
  if (changes.kind !== 'by-snapshot') throw new Error('it is compared');
  const rows = [];
  let page: string | null = null;
  let pages = 0;
  do {
    const window = { since: new Date(0), until: new Date('2026-03-02T12:00:00Z'), page };
    const read = await changes.page(shop.api, window);
    rows.push(...read.rows);
    page = read.next;
    pages += 1;
  } while (page !== null && pages < 20);
  return { rows, pages, digests: new Map(rows.map(({ key, digest }) => [key, digest])) };
}

describe('levels', () => {
  test('are what the website can sell, with what open orders hold', async () => {
    const shop = shopWith({ A: 10, B: 0 });
    shop.keep('A', 99, 'noord');
    shop.reservations.set('A', -3);
    const levels = await stockSource.levels(shop.api, ['A', 'B', 'gone'], { locations: null });
    expect(levels.get('A')).toEqual([
      { sku: 'A', managed: true, onHand: '10', reserved: '3', available: '7' },
    ]);
    expect(levels.get('B')).toEqual([
      { sku: 'B', managed: true, onHand: '0', reserved: '0', available: '0' },
    ]);
    expect(levels.has('gone')).toBe(false);
  });

  test('that rise between what is there and what can be sold are told with what open orders hold', async () => {
    const shop = shopWith({ A: 11 });
    shop.reservations.set('A', -2);
    const { get } = shop.api;
    const rising = (...call: Parameters<typeof get>) => {
      if (JSON.stringify(call[0]).includes('salable')) shop.keep('A', 40);
      return get.apply(shop.api, call);
    };
    shop.api.get = rising as typeof get;
    const levels = await stockSource.levels(shop.api, ['A'], { locations: null });
    expect(levels.get('A')).toMatchObject([{ onHand: '40', reserved: '2', available: '38' }]);
  });

  test('of places have a row for each that keeps it', async () => {
    const shop = shopWith({ A: 4, B: 2 });
    shop.keep('A', 9, 'noord');
    const levels = await stockSource.levels(shop.api, ['A', 'B'], { locations: ['default', 'noord'] });
    expect(levels.get('A')?.map(({ location, onHand }) => [location, onHand])).toEqual([
      ['default', '4'],
      ['noord', '9'],
    ]);
    expect(levels.get('B')?.map(({ location }) => location)).toEqual(['default']);
  });

  test('of a place that is none are refused', async () => {
    await expect(
      stockSource.levels(shopWith({ A: 1 }).api, ['A'], { locations: ['zuid'] }),
    ).rejects.toMatchObject({ code: 'location_unknown' });
  });

  test('S3: a part that cannot be read is no level', async () => {
    const failing = new FakeShop();
    failing.api.get = () => Promise.reject(new Error('away'));
    await expect(stockSource.levels(failing.api, ['A'], { locations: null })).rejects.toThrow('away');
  });

  test('without sources are those of the older record', async () => {
    const shop = shopWith({ A: 6 }, { hasSources: false });
    expect(await stockSource.levels(shop.api, ['A', 'gone'], { locations: null })).toEqual(
      new Map([['A', [{ sku: 'A', onHand: '6', available: '6', managed: true }]]]),
    );
  });
});

describe('changes', () => {
  test('are seen when the shop sells, and when goods come in', async () => {
    const shop = shopWith({ A: 10, B: 4 });
    const before = await snapshot(shop);
    expect(before.rows.map(({ subject }) => subject).sort()).toEqual(['A', 'A', 'B', 'B']);
    expect(JSON.stringify(before.rows)).not.toMatch(/10/);
    shop.reservations.set('A', -1);
    const sold = await snapshot(shop);
    const differ = (one: typeof before, other: typeof before) =>
      one.rows.filter(({ key, digest }) => other.digests.get(key) !== digest).map(({ subject }) => subject);
    expect(differ(before, sold)).toEqual(['A']);
    shop.keep('B', 5);
    expect(new Set(differ(sold, await snapshot(shop)))).toEqual(new Set(['B']));
  });

  test('are read page by page, each asked for by the last row', async () => {
    const shop = shopWith(
      Object.fromEntries(
        Array.from({ length: 650 }, (_, index) => [`SKU-${String(index).padStart(4, '0')}`, 2]),
      ),
    );
    const { rows, pages } = await snapshot(shop);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(1_300);
    expect(pages).toBe(6);
  });

  test('without sources are those of the older records', async () => {
    const shop = shopWith({ A: 6 }, { hasSources: false });
    const before = await snapshot(shop);
    shop.have('A').stock.qty = 5;
    const after = await snapshot(shop);
    expect(before.rows).toMatchObject([{ subject: 'A' }]);
    expect(after.rows[0]?.digest).not.toBe(before.rows[0]?.digest);
  });
});
