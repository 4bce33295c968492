/** What either of two shops sells: the one is master of the stock, and the orders of the other come to it. */
import { expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

type Shop = 'ecwid' | 'shopify';

const buyer = {
  ...{ name: 'Ada Berg', email: 'ada@example.com', street: 'Kade 1' },
  ...{ postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
};
const mug = { sku: 'MOK', name: 'Mok', price: '12.10' };
const rate = '21';

/** A line of a basket, as each shop sells it. */
const lines: Readonly<Record<Shop, (id: string, pieces: number) => object>> = {
  ecwid: (id, pieces) => ({ ...mug, rate, productId: Number(id), quantity: String(pieces) }),
  shopify: (_id, pieces) => ({ ...mug, rate, quantity: pieces }),
};

test.each<[Shop, Shop]>([
  ['ecwid', 'shopify'],
  ['shopify', 'ecwid'],
])(
  'a sale in the master or in the one that follows leaves the same number in both: %s, %s',
  async (from, to) => {
    const played = new PlayedSystems(hosts);
    await played.control(from, 'POST', '/products', { ...mug, pieces: 10 });
    const flow = (name: string, settings = {}) => ({
      ...{ flow: name, from: 'master', to: 'other', every: '5m', settings },
    });
    await played.configured({
      name: 'Two shops',
      connections: {
        master: { connector: from, credentials: credentials[from] },
        other: { connector: to, credentials: credentials[to] },
      },
      flows: [
        flow('products'),
        flow('stock'),
        { ...flow('orders', { products: 'require', document: 'order' }), from: 'other', to: 'master' },
      ],
    });
    const idIn = async (shop: Shop) => {
      const { ids } = await played.control<{ ids: string[] }>(shop, 'GET', `/products?sku=${mug.sku}`);
      return ids.join(' and ');
    };
    const numbers = async () => {
      await played.live(35 * minuteMs);
      const seen = [from, to].map(async (shop) =>
        played.control<{ pieces: unknown }>(shop, 'GET', `/products/${await idIn(shop)}`),
      );
      return (await Promise.all(seen)).map(({ pieces }) => pieces);
    };
    const sell = async (shop: Shop, pieces: number) => {
      const line = lines[shop](await idIn(shop), pieces);
      await played.control(shop, 'POST', '/sales', { buyer, basket: { lines: [line] } });
    };
    expect(await numbers()).toEqual([10, 10]);
    await sell(from, 3);
    expect(await numbers()).toEqual([7, 7]);
    await sell(to, 2);
    expect(await numbers()).toEqual([5, 5]);
  },
);
