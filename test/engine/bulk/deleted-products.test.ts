/** A product that the source deletes: its level in the target is 0, and it is switched off where the settings say so. */
import { expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { StockPair } from './stock-pair.ts';

test.each(['ecwid', 'magento'] as const)('from %s', async (from) => {
  const magento = from === 'magento' ? 'source' : 'target';
  const settings = { price: { pricesIncludeVat: { [magento]: true } }, gone: 'deactivate' };
  const pair = await StockPair.settled({
    from,
    flows: [{ flow: 'products', from: 'shop', to: 'other', every: '5m', settings }],
  });
  pair.integration.sync('products', { since: '2000-01-01' });
  await pair.live(hourMs);
  await pair.control(from, 'DELETE', `/products/${await pair.key('P002')}`);
  await pair.live(hourMs);
  const isActive = async (sku: string) => {
    const id = await pair.key(sku, pair.to);
    return (await pair.control<{ active: boolean }>(pair.to, 'GET', `/products/${id}`)).active;
  };
  expect([await isActive('P001'), await isActive('P002')]).toEqual([true, false]);
  expect(await pair.pieces('P002')).toBe(0);
});
