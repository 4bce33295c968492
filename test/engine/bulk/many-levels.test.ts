/** Shops with many SKUs: what is called and written follows what changed, not what there is. */
import { expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { StockPair } from './stock-pair.ts';

/** Levels that Magento takes in one call. */
const bulkSize = 100;

/** Two shops with the same products, one SKU each, whose levels are the same and known to be. */
async function settledWith(products: number): Promise<{ pair: StockPair; skus: string[] }> {
  const pair = new StockPair();
  const plan = { kind: 'generated', products, variants: 0 };
  for (const shop of ['ecwid', 'magento']) await pair.control(shop, 'POST', '/catalogue', plan);
  await pair.configured(pair.document({ settings: { verify: 'off' } }));
  await pair.live(30 * minuteMs);
  pair.forget();
  const known = pair.sql.exec(
    "SELECT sku FROM levels WHERE state = 'written' AND sku LIKE 'G-%' ORDER BY sku",
  );
  return { pair, skus: known.map(({ sku }) => String(sku)) };
}

test('5,000 SKUs of which 1 % change: one writing for each list that the target takes, readings of those alone', async () => {
  const { pair, skus } = await settledWith(5_000);
  const changed = skus.filter((_, index) => index % 100 === 0);
  const untouched = () => pair.sql.exec('SELECT count(*) AS count FROM levels WHERE updated_at < ?', began);
  const began = pair.clock.now();
  const before = Number(untouched()[0]?.count);
  const calls: string[] = [];
  pair.interfere = (call) => void calls.push(call);
  for (const sku of changed) await pair.change(sku, 1_000);
  await pair.live(minuteMs);

  expect(changed.length).toBeGreaterThan(45);
  expect(pair.lists).toHaveLength(Math.ceil(changed.length / bulkSize));
  expect(pair.written.toSorted()).toEqual(changed.map((sku) => `${sku} 1000`));
  // The source once; of the target its products, pieces, and what can be sold, and five that tell how it counts, whatever the number.
  expect(calls.length).toBeLessThanOrEqual(10);
  expect(Number(untouched()[0]?.count)).toBe(before - changed.length);
}, 120_000);

test('10,000 changes in a minute, ten of each level within a second: each is written once, with the last value', async () => {
  const { pair, skus } = await settledWith(1_100);
  const levels = skus.slice(0, 1_000);
  expect(levels).toHaveLength(1_000);
  for (const [index, sku] of levels.entries()) {
    const key = await pair.key(sku);
    for (let change = 1; change <= 10; change++) {
      await pair.set(sku, 1_000 * change + index);
      await pair.notify(key);
      await pair.live(6);
    }
  }
  await pair.live(5 * minuteMs);
  expect(pair.written.toSorted()).toEqual(levels.map((sku, index) => `${sku} ${10_000 + index}`).toSorted());
  expect(pair.dirty).toBe(0);
}, 120_000);
