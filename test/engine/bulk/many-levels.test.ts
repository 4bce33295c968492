/** Shops with many SKUs: what is called and written follows what changed, not what there is. */
import { expect, test } from 'vitest';
import type { SqlValue } from '../../../src/engine/storage/sql.ts';
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

/** Knows how long the longest answer of a shop was, in characters. */
class Weighed extends StockPair {
  longest = 0;

  protected override async carry(request: Request): Promise<Response> {
    const answer = await super.carry(request);
    this.longest = Math.max(this.longest, (await answer.clone().text()).length);
    return answer;
  }
}

test('three times as many SKUs take no more memory at once: no statement and no answer gives or takes a list of all of them', async () => {
  const peaks: { rows: number; bound: number; answer: number; underWay: number }[] = [];
  for (const products of [1_300, 3_900]) {
    const peak = { rows: 0, bound: 0, answer: 0, underWay: 0 };
    const pair = new Weighed();
    const exec = pair.sql.exec.bind(pair.sql);
    Object.assign(pair.sql, {
      exec: (query: string, ...bindings: SqlValue[]) => {
        const rows = exec(query, ...bindings);
        peak.rows = Math.max(peak.rows, rows.length);
        for (const each of bindings) peak.bound = Math.max(peak.bound, String(each).length);
        return rows;
      },
    });
    const plan = { kind: 'generated', products, variants: 0 };
    for (const shop of ['ecwid', 'magento']) await pair.control(shop, 'POST', '/catalogue', plan);
    await pair.configured(pair.document({ settings: { verify: '1h' } }));
    for (let minute = 0; minute < 90; minute++) {
      await pair.live(minuteMs);
      peak.underWay = Math.max(peak.underWay, pair.stores.batches.keysOf(pair.flow).size);
    }
    const written = pair.stores.levels.counts(pair.flow).find(({ state }) => state === 'written');
    expect(written?.count).toBeGreaterThan(0.9 * products);
    peaks.push({ ...peak, answer: pair.longest });
  }
  const [few, many] = peaks;
  expect(many?.rows).toBeLessThanOrEqual(few?.rows ?? 0);
  expect(many?.underWay).toBeLessThanOrEqual(12 * bulkSize);
  // Ids of later products are no shorter: so much is let go.
  expect(many?.bound).toBeLessThanOrEqual(1.1 * (few?.bound ?? 0));
  expect(many?.answer).toBeLessThanOrEqual(1.1 * (few?.answer ?? 0));
}, 120_000);

test('a batch of a hundred levels asks the object no more often than one of ten, with as few statements', async () => {
  const { pair, skus } = await settledWith(300);
  const exec = pair.sql.exec.bind(pair.sql);
  let statements = 0;
  Object.assign(pair.sql, {
    exec: (query: string, ...bindings: SqlValue[]) => {
      statements++;
      return exec(query, ...bindings);
    },
  });
  const counted: { asked: readonly string[]; statements: number }[] = [];
  for (const count of [10, bulkSize]) {
    for (const sku of skus.slice(0, count)) await pair.set(sku, 2_000 + count);
    const keys = await Promise.all(skus.slice(0, count).map((sku) => pair.key(sku)));
    for (const key of keys) await pair.notify(key);
    pair.consumer.asked.length = 0;
    statements = 0;
    await pair.live(10_000);
    counted.push({ asked: [...pair.consumer.asked], statements });
  }
  const [few, many] = counted;
  expect(few?.asked.filter((each) => !each.startsWith('lease'))).toEqual([
    'claim',
    'orders-under-way',
    'report',
  ]);
  expect(many?.asked.filter((each) => each === 'claim')).toHaveLength(1);
  // A call more to the target for every fifty ids, four of which take a lease.
  expect(many?.asked.length).toBeLessThanOrEqual((few?.asked.length ?? 0) + 2);
  expect(many?.statements).toBeLessThanOrEqual((few?.statements ?? 0) + 5);
}, 120_000);
