/** Lists of a shop show for some seconds what stood before: what they lack is looked for once more. */
import { expect, test } from 'vitest';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { markLevels, markSold } from '../../../src/engine/work/mark-levels.ts';
import { minuteMs, secondMs } from '../../support/durations.ts';
import { many, StockPair } from '../bulk/stock-pair.ts';
import { inMaster, ordersBack, sell, shelfOf } from './shelves.ts';

const lagMs = 15 * secondMs;
const settings = { verify: 'off' };

function behind(pair: StockPair): StockPair {
  pair.sandbox.standIn(pair.from)?.change({ searchLagMs: lagMs });
  return pair;
}

/** Readings of the source’s levels from now on. */
function readings(pair: StockPair): () => number {
  let count = 0;
  pair.interfere = (call) => {
    if (/^GET ecwid .*\/products$/.test(call)) count++;
  };
  return () => count;
}

test('what a webhook tells before lists do is brought across when they do, of all of one moment together', async () => {
  const pair = behind(await StockPair.settled({ pieces: many(5), every: null, settings }));
  const read = readings(pair);
  for (const sku of ['P001', 'P002', 'P003']) await pair.change(sku, 50);
  await pair.live(minuteMs);
  expect([await pair.pieces('P001'), await pair.pieces('P002'), await pair.pieces('P003')]).toEqual([
    50, 50, 50,
  ]);
  expect(read()).toBe(2);
  expect(pair.dirty).toBe(0);
});

test.each([null, '5m'])('what lists have is read once (polled: %s)', async (every) => {
  const pair = await StockPair.settled({ every, settings });
  const read = readings(pair);
  await pair.change('P002', 50);
  await pair.live(minuteMs);
  expect([await pair.pieces('P002'), read(), pair.dirty]).toEqual([50, 1, 0]);
});

test('where the source is polled anyway nothing is read twice for a webhook', async () => {
  const pair = behind(await StockPair.settled({ settings }));
  const read = readings(pair);
  await pair.change('P002', 50);
  await pair.live(minuteMs);
  expect([read(), pair.dirty]).toEqual([1, 0]);
  await pair.live(5 * minuteMs);
  expect(await pair.pieces('P002')).toBe(50);
});

test('two changes of one moment, of which lists have only the first, are both brought across', async () => {
  const pair = behind(await StockPair.settled({ every: null, settings }));
  await pair.set('P002', 50);
  await pair.live(lagMs - secondMs);
  await pair.notify(await pair.key('P002'));
  await pair.change('P002', 49);
  await pair.live(minuteMs);
  expect(await pair.pieces('P002')).toBe(49);
});

test('a restock in the target just after a level was written there is mended, and shown as somebody’s', async () => {
  const pair = await StockPair.settled({ from: 'magento', settings });
  await pair.set('P002', 9);
  while ((await pair.pieces('P002')) !== 9) await pair.live(secondMs);
  await pair.live(5 * secondMs);
  await pair.set('P002', 10, 'ecwid');
  markLevels(pair.stores, ['other'], ['P002'], pair.clock.now());
  await pair.run();
  await pair.live(10 * secondMs);
  // What is read may still be what stood there before.
  expect(await pair.pieces('P002')).toBe(10);
  await pair.live(minuteMs);
  expect(await pair.pieces('P002')).toBe(9);
  expect(pair.level('P002')?.drift?.quantity).toBe('10');
});

test('a change by hand that a sale’s look finds is somebody’s', async () => {
  const pair = await StockPair.settled({ settings });
  await pair.set('P002', 7, 'magento');
  markSold(pair.stores, 'orders:other:shop', [{ sku: 'P002', quantity: '1' }], pair.clock.now());
  await pair.run();
  await pair.live(10 * secondMs);
  expect(await pair.pieces('P002')).toBe(2);
  expect(pair.level('P002')?.drift?.quantity).toBe('7');
});

test('a look that begins before lists tell of a sale, and ends after, is not the last', async () => {
  const pair = await StockPair.settled({ settings });
  pair.consumer.keeps = true;
  const soldAt = pair.clock.now();
  markSold(pair.stores, 'orders:other:shop', [{ sku: 'P002', quantity: '1' }], soldAt);
  await pair.run();
  await pair.live(ecwid.searchDelayMs - 1);
  const [id = 0] = pair.consumer.messages;
  const claim = await pair.integration.batch(id, { do: 'claim' });
  if (claim === null || !('lease' in claim)) throw new Error('Nothing is looked at.');
  const [{ key, revision } = { key: '', revision: 0 }] = claim.keys;
  expect(claim.keys).toMatchObject([{ unseen: [{ sku: 'P002', quantity: '1' }] }]);
  await pair.clock.runUntil(soldAt + ecwid.searchDelayMs + 1);
  const report = {
    reports: [{ key, revision, levels: [], problem: null }],
    claimed: new Map([[key, revision]]),
    ...{ records: new Map(), failure: null, calls: 1, answered: [], ended: new Map() },
  };
  await pair.integration.batch(id, { do: 'report', lease: claim.lease, report });
  expect(pair.stores.dirty.get(pair.flow, key)).toMatchObject({ sold: [{ sku: 'P002' }] });
  pair.consumer.keeps = false;
  await pair.live(10 * secondMs);
  expect(pair.dirty).toBe(0);
});

test('a sale that the master’s lists do not tell yet is none that is forgotten with a death', async () => {
  const pair = new StockPair({ flows: [ordersBack] });
  await pair.has('MOK', 10);
  await pair.configured(pair.document());
  await pair.live(22 * minuteMs);
  behind(pair);
  await sell(pair, 'MOK', 3);
  while ((await inMaster(pair, 'MOK')) !== 7) await pair.live(secondMs / 4);
  pair.die();
  await pair.open();
  for (let looks = 0; looks < 60; looks++) {
    await pair.live(secondMs);
    expect(shelfOf(pair, 'MOK').salable).toBeLessThanOrEqual(7);
  }
  expect(shelfOf(pair, 'MOK').salable).toBe(7);
});
