/** A product that is new in both shops has its level as soon as it stands in the target. */
import { expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { StockPair } from './stock-pair.ts';

test.each(['ecwid', 'magento'] as const)('from %s: its level follows at once', async (from) => {
  const magento = from === 'magento' ? 'source' : 'target';
  const price = { pricesIncludeVat: { [magento]: true } };
  const pair = await StockPair.settled({
    from,
    flows: [{ flow: 'products', from: 'shop', to: 'other', every: '5m', settings: { price } }],
  });
  await pair.add(from, 'NIEUW', 8);
  // Its level is looked at first, and finds no product there.
  pair.consumer.dieAt(/^POST .*\/products$/, 'before');
  await pair.live(5 * minuteMs);
  expect(pair.level('NIEUW')).toMatchObject({ state: 'unknown' });
  await pair.live(10 * minuteMs);
  expect(await pair.pieces('NIEUW')).toBe(8);
  expect(pair.level('NIEUW')).toMatchObject({ state: 'written', quantity: '8' });
});
