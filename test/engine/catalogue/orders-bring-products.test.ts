import { expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const products = {
  flow: 'products',
  settings: { price: { pricesIncludeVat: { target: true } } },
  enabled: true,
};

type Target = 'magento' | 'mijnwebwinkel';

/** Ecwid's orders go to a shop that has no products at all. */
async function shops(target: Target, flows: readonly object[]) {
  const played = new PlayedSystems(hosts);
  await played.control('ecwid', 'POST', '/catalogue', { kind: 'seed' });
  await played.open();
  const document = {
    name: 'Tea',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      other: { connector: target, credentials: credentials[target] },
    },
    flows: flows.map((flow) => ({ from: 'shop', to: 'other', every: '5m', ...flow })),
  };
  return { played, document };
}

/** One is searched for a SKU, the other walked through. */
test.each<Target>(['magento', 'mijnwebwinkel'])(
  'an order has the products that the target lacks brought first, by the products flow, and then goes itself: %s',
  async (target) => {
    const orders = { flow: 'orders', settings: { products: 'create', document: 'order' } };
    const { played, document } = await shops(target, [orders, products]);
    await played.integration.configure(document);
    await played.live(minuteMs);
    await played.control('ecwid', 'POST', '/orders', { count: 1, profile: 'simple' });
    await played.live(10 * minuteMs);
    const [order, ...brought] = played.tasks().map(({ flow, key, state }) => ({ flow, key, state }));
    expect(order).toMatchObject({ flow: 'orders:shop:other', state: 'done' });
    expect(brought.length).toBeGreaterThan(0);
    for (const { flow, key, state } of brought) {
      expect([flow, state]).toEqual(['products:shop:other', 'done']);
      const { sku } = await played.control<{ sku: string }>('ecwid', 'GET', `/products/${key}`);
      const found = await played.control<{ ids: string[] }>(target, 'GET', `/products?sku=${sku}`);
      expect([sku, found.ids.length]).toEqual([sku, 1]);
    }
  },
);

test('without the products flow beside it the setting is refused, naming what is missing', async () => {
  const orders = { flow: 'orders', settings: { products: 'create', document: 'order' } };
  const { played, document } = await shops('magento', [orders]);
  await expect(played.integration.configure(document)).rejects.toMatchObject({
    issues: [{ path: ['flows', 0, 'settings'], message: expect.stringContaining('"products"') }],
  });
});
