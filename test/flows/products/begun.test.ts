/** A product that an earlier batch was about to make, and nobody knows whether it did. */
import { describe, expect, test } from 'vitest';
import { FakeShop, gross } from './fake-shop.ts';
import { World } from './world.ts';

const minuteMs = 60_000;
const now = Date.parse('2026-03-02T12:00:00Z');

/** A new mug that was begun so long ago, under this SKU. */
function begun(agoMs: number, sku: string | null = 'MOK') {
  const world = new World();
  const { id } = world.from.put({ sku: 'MOK' });
  const products = sku === null ? {} : { '': { at: now - agoMs, sku } };
  const pictures = sku === null ? { '': { at: now - agoMs, sent: ['A'], stood: [] } } : {};
  world.forth.begun.set(id, { products, pictures });
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
    const { world, id } = begun(minuteMs, null);
    expect(await world.code(id)).toBe('created');
  });
});

test('what is told before it is sent counts from the end of the lease, of pictures too', async () => {
  const world = new World({ to: new FakeShop('b', { ...gross, namesPictures: true }) });
  const { id } = world.from.put({ sku: 'MOK', pictures: [world.from.picture('A')] });
  world.dies = true;
  await world.run();
  const at = world.leaseEndsAt;
  expect(world.forth.begun.get(id)).toEqual({
    products: { '': { at, sku: 'MOK' } },
    pictures: { '': { at, sent: ['A'], stood: [] } },
    updates: { '': [expect.objectContaining({ at })] },
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

test('one that has its SKUs at its variants alone is found under those that they were begun with', async () => {
  const world = new World();
  const { from, to } = world;
  const source = from.put({
    sku: 'TS',
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: [from.variant('TS-S', { Size: 'S' }), from.variant('TS-M', { Size: 'M' })],
  });
  world.dies = true;
  await world.run([source.id]);
  world.dies = false;
  for (const { fields } of to.products.values()) fields.sku = '';
  source.fields.sku = 'TX';
  for (const variant of source.variants) variant.sku = variant.sku.replace('TS', 'TX');
  await world.run([source.id]);
  await world.run([source.id]);
  expect([...to.products.values()].map(({ variants }) => variants.map(({ sku }) => sku))).toEqual([
    ['TX-S', 'TX-M'],
  ]);
});

test('a product that was deleted in the target is not made again because a picture of it was begun', async () => {
  const world = new World();
  const { id } = world.from.put({ sku: 'MOK' });
  await world.run();
  world.to.products.clear();
  world.from.get(id).fields.name = 'Mok';
  world.forth.begun.set(id, { products: {}, pictures: { '': { at: now, sent: ['A'], stood: [] } } });
  expect(await world.code(id)).toBe('product_gone');
});

describe('pictures that were sent to a target which names them itself', () => {
  /** A mug that is linked, with a picture of the merchant's; a run has died over A and B, of which so many came to be. */
  async function died(count: number, agoMs: number) {
    const world = new World({ to: new FakeShop('b', { ...gross, namesPictures: true }) });
    const { from, to } = world;
    const source = from.put({ sku: 'MOK' });
    await world.run();
    const there = to.get(world.link(source.id).targetId);
    there.pictures = [to.picture('own')];
    source.pictures = ['A', 'B'].map((each) => from.picture(each));
    world.dies = true;
    await world.run();
    world.dies = false;
    const sent = there.pictures.splice(1 + count);
    world.begunAt = now - agoMs;
    return { world, source, there, sent };
  }
  /** Nothing that the dead run sent can be done any more. */
  const later = (world: World, { id }: { readonly id: string }) => {
    world.now += 10 * minuteMs;
    return world.code(id);
  };
  const shown = ({ pictures }: Awaited<ReturnType<typeof died>>['there']) => pictures.map(({ from }) => from);

  test('are known by what stood there before, in the order in which they were sent', async () => {
    const { world, source, there } = await died(2, minuteMs);
    source.pictures = [
      world.from.picture('C'),
      world.from.picture('B', { id: source.pictures[1]?.id ?? '' }),
    ];
    // What is found is told before anything more is sent.
    expect(await world.code(source.id)).toBe('outcome_unknown');
    await world.run();
    expect(shown(there)).toEqual([undefined, 'C', 'B']);
    expect(await later(world, source)).toBe('nothing_new');
  });

  test('and may still come to be are waited for, and neither sent again nor taken away', async () => {
    const { world, source, there, sent } = await died(1, minuteMs);
    source.fields.name = 'Mok';
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown', retryAt: now + minuteMs },
    });
    expect(there.fields.name).toBe('Mok');
    expect(shown(there)).toEqual([undefined, 'A']);
    there.pictures.push(...sent);
    await world.run();
    expect(shown(there)).toEqual([undefined, 'A', 'B']);
    expect(await later(world, source)).toBe('nothing_new');
  });

  test('are sent again when it is sure that they were not', async () => {
    const { world, source, there } = await died(1, 11 * minuteMs);
    expect(await world.code(source.id)).toBe('outcome_unknown');
    expect(await world.code(source.id)).toBe('updated');
    expect(shown(there)).toEqual([undefined, 'A', 'B']);
  });

  describe('while the product has to wait for a person', () => {
    /** The same mug, whose SKU is another one's there. */
    async function heldUp(count: number, agoMs: number) {
      const all = await died(count, agoMs);
      all.source.fields.sku = 'BORD';
      all.world.to.put({ sku: 'BORD' });
      return all;
    }

    test('are known from then on, whatever somebody adds there until it can go on', async () => {
      const { world, source, there } = await heldUp(2, minuteMs);
      await world.run();
      expect(world.forth.begun.size).toBe(0);
      expect(await later(world, source)).toBe('sku_taken');
      there.pictures.unshift(world.to.picture('own'));
      source.fields.sku = 'MOK';
      expect(await world.code(source.id)).toBe('updated');
      expect(shown(there)).toEqual([undefined, undefined, 'A', 'B']);
      expect(await world.code(source.id)).toBe('nothing_new');
    });

    test('and are not what stands there, are not waited for once that is sure', async () => {
      const { world, source, there } = await heldUp(1, 11 * minuteMs);
      expect(await world.code(source.id)).toBe('sku_taken');
      expect(world.forth.begun.size).toBe(0);
      there.pictures.push(world.to.picture('own'));
      source.fields.sku = 'MOK';
      expect(await world.code(source.id)).toBe('updated');
      expect(shown(there)).toEqual([undefined, 'A', undefined, 'B']);
    });

    test('are looked for first where they may still come to be', async () => {
      const { world, source, there, sent } = await heldUp(1, minuteMs);
      expect(await world.outcome(source.id)).toMatchObject({
        problem: { kind: 'wait', code: 'outcome_unknown', retryAt: now + minuteMs },
      });
      expect(world.forth.begun.size).toBe(1);
      there.pictures.push(...sent);
      await world.run();
      expect(world.forth.begun.size).toBe(0);
      expect(await later(world, source)).toBe('sku_taken');
    });

    test('are known also where nothing of it can be said', async () => {
      const { world, source } = await died(2, minuteMs);
      source.fields.price = '5';
      Object.assign(world.to.traits, { currency: 'USD' });
      await world.run();
      expect(world.forth.begun.size).toBe(0);
      expect(await later(world, source)).toBe('product_currency');
    });
  });
});
