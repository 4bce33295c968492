/** A product may come before its category: it is put there when that has come. */
import { describe, expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

type Shop = 'ecwid' | 'magento';

async function between(from: Shop, to: Shop, names: readonly string[]): Promise<PlayedSystems> {
  const played = new PlayedSystems(hosts);
  played.sandbox.standIn('ecwid')?.change({ fetchesPictures: false });
  const magento = from === 'magento' ? 'source' : 'target';
  const settings = { price: { pricesIncludeVat: { [magento]: true } } };
  const flow = { from: 'shop', to: 'other', every: '5m' };
  await played.configured({
    name: 'Products',
    connections: {
      shop: { connector: from, credentials: credentials[from] },
      other: { connector: to, credentials: credentials[to] },
    },
    flows: names.map((name) => ({ ...flow, flow: name, settings: name === 'products' ? settings : {} })),
  });
  await played.live(minuteMs);
  return played;
}

async function categoriesOf(played: PlayedSystems, shop: Shop, sku: string): Promise<readonly string[]> {
  const { ids } = await played.control<{ ids: string[] }>(shop, 'GET', `/products?sku=${sku}`);
  const { categories } = await played.control<{ categories: string[] }>(shop, 'GET', `/products/${ids[0]}`);
  return categories;
}

async function withCategory(
  played: PlayedSystems,
  shop: Shop,
): Promise<{ category: string; product: string }> {
  const { id: category } = await played.control<{ id: string }>(shop, 'POST', '/categories', {
    name: 'Thee',
  });
  const mug = { name: 'Mok', sku: 'MOK', price: '12.10', pieces: 3, categories: [category] };
  const { id: product } = await played.control<{ id: string }>(shop, 'POST', '/products', mug);
  return { category, product };
}

describe.each([
  ['ecwid', 'magento'],
  ['magento', 'ecwid'],
] as const)('from %s to %s', (from, to) => {
  test('a product that came before its category is put there', async () => {
    const played = await between(from, to, ['categories', 'products']);
    const { category, product } = await withCategory(played, from);
    played.integration.sync('products', { keys: [product] });
    await played.live(10_000);
    expect(await categoriesOf(played, to, 'MOK')).toEqual([]);
    played.integration.sync('categories', { keys: [category] });
    await played.live(minuteMs);
    expect(await categoriesOf(played, to, 'MOK')).toHaveLength(1);
  });

  test('nothing is kept of it where no flow brings categories', async () => {
    const played = await between(from, to, ['products']);
    const { product } = await withCategory(played, from);
    played.integration.sync('products', { keys: [product] });
    await played.live(minuteMs);
    expect(await categoriesOf(played, to, 'MOK')).toEqual([]);
    expect(played.stores.sql.exec('SELECT * FROM awaited')).toEqual([]);
  });
});
