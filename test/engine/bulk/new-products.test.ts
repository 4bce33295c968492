/** A product that is new in both shops has its level as soon as it stands in the target. */
import { expect, test } from 'vitest';
import { markLevels } from '../../../src/engine/work/mark-levels.ts';
import { minuteMs } from '../../support/durations.ts';
import { before, StockPair } from './stock-pair.ts';

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
  // It may be made until the end of the lease, and be found ten minutes later.
  await pair.live(15 * minuteMs);
  expect(await pair.pieces('NIEUW')).toBe(8);
  expect(pair.level('NIEUW')).toMatchObject({ state: 'written', quantity: '8' });
});

test('that is made while its level is looked at for the first time: the level follows all the same', async () => {
  const pair = await StockPair.settled();
  const key = await pair.add('ecwid', 'NIEUW', 8);
  let isMade = false;
  pair.interfere = async (call) => {
    // By now the batch has found no such product there.
    if (isMade || !call.startsWith('POST magento') || !call.endsWith('/source-items')) return;
    isMade = true;
    await pair.add('magento', 'NIEUW', before);
    markLevels(pair.stores, ['other'], ['NIEUW'], pair.clock.now());
  };
  await pair.change('P001', 40);
  await pair.notify(key);
  await pair.live(2 * minuteMs);
  expect(isMade).toBe(true);
  expect(pair.level('NIEUW')).toMatchObject({ state: 'written', quantity: '8' });
  expect(await pair.pieces('NIEUW')).toBe(8);
  expect(pair.dirty).toBe(0);
});
