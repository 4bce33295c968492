/** Of what is sold out a shop may have to be asked one by one: a batch must not need more calls than a run may make. */
import { expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { StockPair } from './stock-pair.ts';

test('a hundred SKUs that are sold out at once are written with 45 calls a run', async () => {
  const skus = Array.from({ length: 100 }, (_, index) => `P${100 + index}`);
  const pair = await StockPair.settled({ pieces: Object.fromEntries(skus.map((sku) => [sku, 3])) });
  for (const sku of skus) await pair.set(sku, 0);
  for (const sku of skus) await pair.notify(await pair.key(sku));
  await pair.live(4 * minuteMs);
  for (const sku of skus) expect(await pair.pieces(sku), sku).toBe(0);
  for (const sku of skus) await pair.change(sku, 4);
  await pair.live(4 * minuteMs);
  for (const sku of skus) expect(await pair.pieces(sku), sku).toBe(4);
  expect(pair.integration.reports.view().problems).toEqual([]);
});
