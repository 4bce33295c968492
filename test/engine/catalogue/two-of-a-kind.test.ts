/** Two accounts of one system are a pair, for categories, products and stock: a Dutch shop and a German one. */
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { TwoOfAKind, type Which } from '../../support/two-of-a-kind.ts';

interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: string;
  readonly categories: readonly string[];
  readonly variants: readonly unknown[];
  readonly pieces: number | 'unlimited';
}

const everything = '2000-01-01';

async function kept(system: 'ecwid' | 'magento', ways: readonly Which[]): Promise<TwoOfAKind> {
  const shops = new TwoOfAKind(system);
  const price = system === 'magento' ? { pricesIncludeVat: { source: true, target: true } } : {};
  const flow = (name: string, from: Which, settings = {}) => {
    const to = from === 'first' ? 'second' : 'first';
    return { flow: name, from, to, every: '5m', settings };
  };
  await shops.configured({
    name: 'Two of a kind',
    connections: {
      first: { connector: system, credentials: shops.credentials('first') },
      second: { connector: system, credentials: shops.credentials('second') },
    },
    flows: [
      ...ways.flatMap((from) => [flow('categories', from), flow('products', from, { price })]),
      flow('stock', 'first', { manage: 'on' }),
    ],
  });
  await shops.live(minuteMs);
  return shops;
}

async function add(shops: TwoOfAKind, which: Which, sku: string, more: object = {}): Promise<string> {
  const mug = { name: `Mok ${sku}`, sku, price: '12.10', pieces: 7, ...more };
  return (await shops.lever<{ id: string }>(which, 'POST', '/products', mug)).id;
}

async function found(shops: TwoOfAKind, which: Which, sku: string): Promise<readonly Product[]> {
  const { ids } = await shops.lever<{ ids: string[] }>(which, 'GET', `/products?sku=${sku}`);
  return Promise.all(ids.map((id) => shops.lever<Product>(which, 'GET', `/products/${id}`)));
}

describe.each(['ecwid', 'magento'] as const)('two shops of %s', (system) => {
  test('what the one has is in the other once, and then there is silence', async () => {
    const shops = await kept(system, ['first']);
    // The other has numbers of its own by then.
    for (const sku of ['X', 'Y']) await add(shops, 'second', sku);
    const { id: category } = await shops.lever<{ id: string }>('first', 'POST', '/categories', {
      name: 'Thee',
    });
    for (const sku of ['A', 'B', 'C']) await add(shops, 'first', sku, { categories: [category] });
    for (const flow of ['categories', 'products', 'stock'])
      shops.integration.sync(flow, { since: everything });
    await shops.live(hourMs);
    for (const sku of ['A', 'B', 'C']) {
      expect(await found(shops, 'second', sku)).toMatchObject([
        { name: `Mok ${sku}`, price: '12.10', pieces: 7, categories: [expect.any(String)] },
      ]);
    }
    expect(shops.integration.reports.view().problems).toEqual([]);
    shops.changes.length = 0;
    for (const flow of ['categories', 'products', 'stock'])
      shops.integration.sync(flow, { since: everything });
    await shops.live(hourMs);
    expect(shops.changes).toEqual([]);
  });

  test('a changed price, a corrected SKU and a level follow, each in the one product', async () => {
    const shops = await kept(system, ['first']);
    await add(shops, 'second', 'X');
    const id = await add(shops, 'first', 'A');
    await shops.live(30 * minuteMs);
    const [before] = await found(shops, 'second', 'A');
    await shops.lever('first', 'PATCH', `/products/${id}`, { sku: 'A2', price: '13.20' });
    await shops.lever('first', 'PUT', '/stock/A2', { pieces: 3 });
    await shops.live(30 * minuteMs);
    expect(await found(shops, 'second', 'A')).toEqual([]);
    expect(await found(shops, 'second', 'A2')).toMatchObject([{ id: before?.id, price: '13.20', pieces: 3 }]);
    expect(await found(shops, 'second', 'X')).toMatchObject([{ name: 'Mok X', pieces: 7 }]);
  });

  test('kept in step both ways they come to rest, each with what the other had', async () => {
    const shops = await kept(system, ['first', 'second']);
    await add(shops, 'first', 'A');
    await add(shops, 'second', 'B', { price: '9.95' });
    await shops.live(hourMs);
    expect(await found(shops, 'second', 'A')).toMatchObject([{ price: '12.10' }]);
    expect(await found(shops, 'first', 'B')).toMatchObject([{ price: '9.95' }]);
    shops.changes.length = 0;
    await shops.live(hourMs);
    expect(shops.changes).toEqual([]);
  });
});
