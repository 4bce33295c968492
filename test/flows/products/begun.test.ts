/** A product that an earlier batch was about to make, and nobody knows whether it did. */
import { describe, expect, test } from 'vitest';
import { World } from './world.ts';

const minuteMs = 60_000;
const now = Date.parse('2026-03-02T12:00:00Z');

/** A new mug that was begun so long ago, under this SKU. */
function begun(agoMs: number, sku = 'MOK') {
  const world = new World();
  const { id } = world.from.put({ sku: 'MOK' });
  world.begunAt = now - agoMs;
  world.forth.begun.set(id, sku);
  return { world, id };
}

describe('what was begun and is not there', () => {
  test('is looked for again until it would be found, and not made meanwhile', async () => {
    const { world, id } = begun(9 * minuteMs);
    const outcome = await world.outcome(id);
    expect(outcome).toMatchObject({ problem: { kind: 'wait', code: 'outcome_unknown' } });
    const retryAt = outcome.kind === 'problem' ? outcome.problem.retryAt : undefined;
    expect(retryAt).toBe(now + minuteMs);
    expect(world.to.writes).toEqual([]);
  });

  test('holds up no other product of its batch', async () => {
    const { world, id } = begun(minuteMs);
    const other = world.from.put({ sku: 'BORD' });
    const [waiting, made] = await world.run([id, other.id]);
    expect(waiting?.outcome).toMatchObject({ problem: { kind: 'wait' } });
    expect(made?.outcome).toMatchObject({ kind: 'done' });
  });

  test('is made once that is sure', async () => {
    const { world, id } = begun(10 * minuteMs);
    expect(await world.code(id)).toBe('created');
  });

  test('is not waited for where only a picture was begun', async () => {
    const { world, id } = begun(minuteMs, '');
    expect(await world.code(id)).toBe('created');
  });
});

test('one that is there is completed at once, and is known as made', async () => {
  const { world, id } = begun(minuteMs);
  const { id: there } = world.to.put({ sku: 'MOK' });
  expect(await world.code(id)).toBe('created');
  expect(world.link(id)).toMatchObject({ targetId: there, facts: { made: true } });
});

test('is found under the SKU that it was begun with, though the source has corrected it since', async () => {
  const { world, id } = begun(minuteMs);
  const { id: there } = world.to.put({ sku: 'MOK' });
  world.from.get(id).fields.sku = 'MOK-WIT';
  // It is linked first, and corrected then.
  expect(await world.code(id)).toBe('outcome_unknown');
  expect(await world.code(id)).toBe('updated');
  expect([...world.to.products.keys()]).toEqual([there]);
  expect(world.to.get(there).fields.sku).toBe('MOK-WIT');
});

test('a product that was deleted in the target is not made again because a picture of it was begun', async () => {
  const world = new World();
  const { id } = world.from.put({ sku: 'MOK' });
  await world.run();
  world.to.products.clear();
  world.from.get(id).fields.name = 'Mok';
  world.forth.begun.set(id, '');
  expect(await world.code(id)).toBe('product_gone');
});
