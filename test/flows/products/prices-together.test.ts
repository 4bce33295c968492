/** A target that takes prices in lists gets those of a batch together (case F5). */
import { describe, expect, test } from 'vitest';
import type { PriceOutcome, ProductTarget } from '../../../src/connectors/contract/products.ts';
import { withWords } from '../../../src/records/own-words.ts';
import { problem, rejected } from '../../../src/records/problem.ts';
import { FakeShop, net } from './fake-shop.ts';
import { World } from './world.ts';

/** Four products that stand on both sides. `becomes`: what is told of prices, by SKU, where they are not written. */
async function met(becomes: Readonly<Record<string, PriceOutcome>> = {}) {
  const to = new FakeShop('b', { ...net, priceDecimals: 2 });
  const lists: (readonly string[])[] = [];
  const trouble: { of: Error | null; from: number } = { of: null, from: 0 };
  const setPrices: ProductTarget['setPrices'] = async (_api, changes) => {
    lists.push(changes.map(({ standing, price }) => `${standing.product.sku} ${price}`));
    if (trouble.of !== null && lists.length > trouble.from) throw trouble.of;
    return changes.map(({ standing, price }) => {
      const outcome = becomes[standing.product.sku ?? ''] ?? 'written';
      if (outcome === 'written') to.get(standing.id).fields.price = price;
      return outcome;
    });
  };
  Object.assign(to.target, { setPrices });
  const world = new World({ to });
  const ids = ['A', 'B', 'C', 'D'].map((sku) => world.from.put({ sku }).id);
  await world.run();
  to.calls.length = 0;
  const pricesThere = () => ids.map((id) => to.get(world.link(id).targetId).fields.price);
  const reprice = (price: string) => {
    for (const id of ids) world.from.get(id).fields.price = price;
  };
  return { world, to, lists, ids, pricesThere, reprice, trouble };
}

const outcomesOf = (world: World) =>
  world.last.map(({ outcome }) => (outcome.kind === 'problem' ? outcome.problem.code : outcome.reason.code));

describe('prices of a batch', () => {
  test('go together where they are all that is new, and once', async () => {
    const { world, to, lists, ids, pricesThere, reprice } = await met();
    reprice('24.20');
    world.from.get(ids[2] ?? '').fields.name = 'Mok van steen';
    await world.run();
    expect(lists).toEqual([['A 20', 'B 20', 'D 20']]);
    expect(to.writes).toEqual([`update ${world.link(ids[2] ?? '').targetId}`]);
    expect(pricesThere()).toEqual(['20', '20', '20', '20']);
    expect(outcomesOf(world)).toEqual(['updated', 'updated', 'updated', 'updated']);
    expect(world.last[0]?.notes).toMatchObject({ target: { fields: { price: '20' } } });
    for (let run = 0; run < 3; run++) await world.run(ids, true);
    expect(lists).toHaveLength(1);
    expect(to.writes).toHaveLength(1);
  });

  test('that are refused are problems of their own products alone, and are said again', async () => {
    const becomes: Record<string, PriceOutcome> = {
      B: withWords(rejected('refused', { system: 'b', status: 200 }), 'Below cost'),
      C: problem('retry', 'conflict', { system: 'b', status: 200 }),
    };
    const { world, lists, pricesThere, reprice } = await met(becomes);
    reprice('24.20');
    await world.run();
    expect(outcomesOf(world)).toEqual(['updated', 'refused', 'conflict', 'updated']);
    expect(pricesThere()).toEqual(['20', '10', '10', '20']);
    expect(world.last.map(({ notes }) => notes.said)).toEqual([
      undefined,
      'Below cost',
      undefined,
      undefined,
    ]);
    expect(world.last[1]?.outcome).toMatchObject({ problem: { connection: 'b' } });
    delete becomes.B;
    delete becomes.C;
    await world.run();
    expect(lists.at(-1)).toEqual(['B 20', 'C 20']);
    expect(pricesThere()).toEqual(['20', '20', '20', '20']);
  });

  test('that take more than a row of a list go with their products', async () => {
    const { world, to, ids, pricesThere, reprice } = await met({ D: 'alone' });
    reprice('24.20');
    await world.run();
    expect(to.writes).toEqual([`update ${world.link(ids[3] ?? '').targetId}`]);
    expect(pricesThere()).toEqual(['20', '20', '20', '20']);
  });

  test('go in lists of what the target takes; one list that failed leaves those before it written', async () => {
    const { world, to, lists, pricesThere, reprice, trouble } = await met();
    Object.assign(to.target, { batchSize: 2 });
    reprice('24.20');
    trouble.of = problem('retry', 'server_error', { system: 'b', status: 503 });
    trouble.from = 1;
    await world.run();
    expect(lists).toEqual([
      ['A 20', 'B 20'],
      ['C 20', 'D 20'],
    ]);
    expect(outcomesOf(world)).toEqual(['updated', 'updated', 'server_error', 'server_error']);
    expect(pricesThere()).toEqual(['20', '20', '10', '10']);
  });

  test('to a target that is away are asked for once', async () => {
    const { world, to, lists, reprice, trouble } = await met();
    Object.assign(to.target, { batchSize: 2 });
    reprice('24.20');
    trouble.of = problem('retry', 'refused', { system: 'b', status: 400 });
    await world.run();
    expect(lists).toHaveLength(1);
    expect(outcomesOf(world)).toEqual(Array(4).fill('refused'));
  });

  test('of a list that is refused as a whole go with their products, and the next list goes', async () => {
    const { world, to, lists, pricesThere, reprice, trouble } = await met();
    Object.assign(to.target, { batchSize: 2 });
    reprice('24.20');
    trouble.of = rejected('refused', { system: 'b', status: 400 });
    await world.run();
    expect(lists).toHaveLength(2);
    expect(outcomesOf(world)).toEqual(Array(4).fill('updated'));
    expect(pricesThere()).toEqual(['20', '20', '20', '20']);
  });

  test('of which the list as a whole failed are all said again', async () => {
    const { world, to, lists, pricesThere, reprice, trouble } = await met();
    trouble.of = problem('retry', 'server_error', { system: 'b', status: 503 });
    reprice('24.20');
    await world.run();
    expect(outcomesOf(world)).toEqual(Array(4).fill('server_error'));
    expect(to.writes).toEqual([]);
    trouble.of = null;
    await world.run();
    expect(lists).toHaveLength(2);
    expect(pricesThere()).toEqual(['20', '20', '20', '20']);
  });

  test.each([
    ['are read back together where they come back', false, ['readMany 4']],
    [
      'are read back each by itself where the list shows them as they were',
      true,
      ['readMany 4', 'read', 'get'],
    ],
  ])('%s', async (_what, isStale, reads) => {
    const { world, to, ids, reprice } = await met();
    world.bothWays = true;
    await world.run(ids, true);
    await world.runBack();
    reprice('24.20');
    const [first = ''] = ids.map((id) => world.link(id).targetId);
    if (isStale) to.listedAs.set(first, structuredClone(to.get(first)));
    to.calls.length = 0;
    await world.run();
    const [, ...after] = to.calls;
    expect(after.map((call) => call.replace(` ${first}`, ''))).toEqual(reads);
    to.listedAs.clear();
    const { writes } = world;
    for (let run = 0; run < 3; run++) {
      await world.runBack();
      await world.run(ids, true);
    }
    expect(world.writes).toBe(writes);
    expect(ids.map((id) => world.from.get(id).fields.price)).toEqual(Array(4).fill('24.20'));
  });
});
