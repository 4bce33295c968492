/** The orders of the one that follows come to the master, and that flow is switched off for long: levels go on. */
import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { signedHook } from '../../support/signed-hook.ts';
import { credentials, hosts } from '../../support/systems.ts';

const mug = { sku: 'MOK', name: 'Mok', price: '12.10' };
const stock = { flow: 'stock', from: 'master', to: 'shop', every: '5m' };
const orders = {
  ...{ flow: 'orders', from: 'shop', to: 'master' },
  settings: { products: 'require', document: 'order' },
};

test('levels are brought though more orders wait in a flow that is off than a batch can read', async () => {
  const played = new PlayedSystems(hosts);
  await played.control('shopify', 'POST', '/products', { ...mug, pieces: 100 });
  const { id } = await played.control<{ id: string }>('ecwid', 'POST', '/products', { ...mug, pieces: 1 });
  const document = (enabled: boolean) => ({
    name: 'Two shops',
    connections: {
      master: { connector: 'shopify', credentials: credentials.shopify },
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
    },
    flows: [stock, { ...orders, enabled }],
  });
  const pieces = async () =>
    (await played.control<{ pieces: number }>('ecwid', 'GET', `/products/${id}`)).pieces;
  await played.configured(document(true));
  await played.live(30 * minuteMs);
  expect(await pieces()).toBe(100);
  await played.integration.configure(document(false));
  for (let number = 0; number < 60; number++) {
    const { id: order } = await played.control<{ id: string }>('ecwid', 'POST', '/sales', {
      buyer: {
        name: 'Ada Berg',
        email: 'ada@example.com',
        street: 'Kade 1',
        postalCode: '8011 AB',
        city: 'Zwolle',
        country: 'NL',
      },
      basket: { lines: [{ ...mug, rate: '21', productId: Number(id), quantity: '1' }] },
    });
    await played.integration.accept('shop', await signedHook(order, played.clock.now()));
  }
  await played.control('shopify', 'PUT', '/stock/MOK', { pieces: 70 });
  await played.live(2 * hourMs);
  expect(played.tasks().filter(({ state }) => state === 'queued')).toHaveLength(60);
  expect(await pieces()).toBe(70);
});
