/** Products that were begun under SKUs which the source has given to others since: nobody knows yet whether they were made. */
import { describe, expect, test } from 'vitest';
import type { ShopProduct } from './fake-shop.ts';
import { World } from './world.ts';

const minuteMs = 60_000;
const now = Date.parse('2026-03-02T12:00:00Z');

function begin(world: World, { id }: ShopProduct, sku: string, agoMs: number): void {
  world.forth.begun.set(id, { products: { '': { at: now - agoMs, sku } }, pictures: {} });
}

function skusThere({ to }: World): string[] {
  return [...to.products.values()].map(({ fields }) => fields.sku).toSorted();
}

/** A mug is linked, and a board was begun so long ago; then the source swaps their SKUs. */
async function swapped(agoMs: number) {
  const world = new World();
  const mug = world.from.put({ sku: 'MOK' });
  await world.run();
  const board = world.from.put({ sku: 'BORD' });
  begin(world, board, 'BORD', agoMs);
  [mug.fields.sku, board.fields.sku] = ['BORD', 'MOK'];
  return { world, mug, board };
}

describe('a SKU under which another product may still come to stand', () => {
  test('is given to nobody who is linked', async () => {
    const { world, mug } = await swapped(minuteMs);
    expect(await world.outcome(mug.id)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown', retryAt: now + minuteMs },
    });
    expect(skusThere(world)).toEqual(['MOK']);
  });

  test('is given to whoever has it now when that is sure', async () => {
    const { world, mug, board } = await swapped(10 * minuteMs);
    expect(await world.code(mug.id)).toBe('updated');
    expect(await world.code(board.id)).toBe('created');
    expect(skusThere(world)).toEqual(['BORD', 'MOK']);
  });

  test('is not made a product of', async () => {
    const world = new World();
    const board = world.from.put({ sku: 'BORD' });
    begin(world, board, 'BORD', minuteMs);
    board.fields.sku = 'BORD-2';
    const other = world.from.put({ sku: 'BORD' });
    expect(await world.outcome(other.id)).toMatchObject({ problem: { kind: 'wait' } });
    expect(world.to.writes).toEqual([]);
  });

  test('is waited for also where another source has begun it', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'BORD' });
    world.foreign.push({ sku: 'BORD', at: now - minuteMs });
    expect(await world.outcome(id)).toMatchObject({ problem: { kind: 'wait', code: 'outcome_unknown' } });
    world.foreign.splice(0);
    expect(await world.code(id)).toBe('created');
  });
});

test('of two batches that are about to make products under one SKU the first one to tell of it does', async () => {
  const world = new World();
  const [board, mug] = ['BORD', 'MOK'].map((sku) => world.from.put({ sku }));
  world.onIntend = () => world.foreign.push({ sku: 'BORD', at: now });
  const [waiting, made] = await world.run();
  expect(waiting).toMatchObject({
    key: board?.id,
    begun: null,
    outcome: { problem: { kind: 'wait', code: 'outcome_unknown' } },
  });
  expect(made).toMatchObject({ key: mug?.id, outcome: { kind: 'done' } });
  expect(skusThere(world)).toEqual(['MOK']);
});

describe('what came of it', () => {
  test('is its own, and comes before what stands under the SKU that it has now', async () => {
    const { world, board } = await swapped(10 * minuteMs);
    const late = world.to.put({ sku: 'BORD' });
    // It is linked first, whoever has its new SKU.
    expect(await world.code(board.id)).toBe('outcome_unknown');
    expect(world.link(board.id)).toMatchObject({ targetId: late.id, facts: { sku: 'BORD' } });
    expect(await world.outcome(board.id)).toMatchObject({ problem: { kind: 'retry', code: 'sku_taken' } });
    expect(skusThere(world)).toEqual(['BORD', 'MOK']);
  });

  test('is not taken for another one that has its SKU by now', async () => {
    const world = new World();
    const [first, second] = [world.from.put({ sku: 'A' }), world.from.put({ sku: 'B' })];
    begin(world, first, 'A', 20 * minuteMs);
    begin(world, second, 'B', 10 * minuteMs);
    const [ofFirst, ofSecond] = [world.to.put({ sku: 'A' }), world.to.put({ sku: 'B' })];
    first.fields.sku = 'C';
    second.fields.sku = 'A';
    expect(await world.code(second.id)).toBe('outcome_unknown');
    expect(await world.code(first.id)).toBe('outcome_unknown');
    expect(world.link(second.id).targetId).toBe(ofSecond.id);
    expect(world.link(first.id).targetId).toBe(ofFirst.id);
    await world.run();
    await world.run();
    expect(skusThere(world)).toEqual(['A', 'C']);
  });

  test('is not adopted by one that was never begun', async () => {
    const world = new World();
    const board = world.from.put({ sku: 'BORD' });
    begin(world, board, 'BORD', 10 * minuteMs);
    const late = world.to.put({ sku: 'BORD' });
    board.fields.sku = 'BORD-2';
    const other = world.from.put({ sku: 'BORD' });
    expect(await world.outcome(other.id)).toMatchObject({
      problem: { kind: 'retry', code: 'sku_linked', params: { id: late.id, other: board.id } },
    });
    for (let round = 0; round < 3; round++) await world.run();
    expect(world.link(board.id).targetId).toBe(late.id);
    expect(skusThere(world)).toEqual(['BORD', 'BORD-2']);
  });

  test('is found beside another one’s that has the same SKU', async () => {
    const { world, mug, board } = await swapped(10 * minuteMs);
    expect(await world.code(mug.id)).toBe('updated');
    const late = world.to.put({ sku: 'BORD' });
    for (let round = 0; round < 2; round++) await world.run([board.id]);
    expect(world.link(board.id).targetId).toBe(late.id);
    expect(skusThere(world)).toEqual(['BORD', 'MOK']);
  });
});

test('nothing else is taken for a product that may still come to be', async () => {
  const world = new World();
  const board = world.from.put({ sku: 'BORD' });
  begin(world, board, 'BORD', minuteMs);
  board.fields.sku = 'PLANK';
  const merchants = world.to.put({ sku: 'PLANK' });
  expect(await world.outcome(board.id)).toMatchObject({ problem: { kind: 'wait', code: 'outcome_unknown' } });
  begin(world, board, 'BORD', 10 * minuteMs);
  expect(await world.outcome(board.id)).toMatchObject({ kind: 'done', targetId: merchants.id });
  expect(world.link(board.id).facts.made).toBeUndefined();
});

test('what was begun is found by its variants also where its SKU has gone to a product that is linked', async () => {
  const world = new World();
  const { from, to } = world;
  const mug = from.put({ sku: 'TS' });
  await world.run();
  const shirt = from.put({ sku: 'SHIRT', variants: [from.variant('SHIRT-S', { Size: 'S' })] });
  const sent = { at: now - 10 * minuteMs, sku: 'TS', variants: ['TS-S'] };
  world.forth.begun.set(shirt.id, { products: { '': sent }, pictures: {} });
  // A shop that knows SKUs of variants alone.
  const made = to.put({ sku: '', variants: [to.variant('TS-S', { Size: 'S' })] });
  await world.run([shirt.id]);
  expect(world.link(shirt.id).targetId).toBe(made.id);
  expect(to.products.size).toBe(2);
  expect(world.link(mug.id).targetId).not.toBe(made.id);
});
