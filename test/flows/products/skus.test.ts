import { describe, expect, test } from 'vitest';
import { awaitedKey } from '../../../src/records/problem.ts';
import { FakeShop, gross, net } from './fake-shop.ts';
import { World } from './world.ts';

describe('SKUs that are one to the target, and several to the source (P5)', () => {
  const skus = ['0017', '17', 'AB-1', 'ab-1', 'AB-1 ', 'AB 1'];

  test('are parked, all of them named, and the others go', async () => {
    const world = new World({ to: new FakeShop('b', net) });
    for (const sku of skus) world.from.put({ sku });
    await world.run();
    const [first, second, third] = [...world.from.products.keys()].slice(2, 5);
    const parked = world.last.filter(({ outcome }) => outcome.kind === 'problem');
    expect(parked.map(({ key }) => key)).toEqual([first, second, third]);
    for (const { outcome } of parked) {
      expect(outcome).toMatchObject({
        problem: { code: 'sku_twice', params: { of: 'source', places: [first, second, third] } },
      });
    }
    expect([...world.to.products.values()].map(({ fields }) => fields.sku)).toEqual(['0017', '17', 'AB 1']);
  });

  test('are six products where the target compares them exactly', async () => {
    const world = new World({ to: new FakeShop('b', gross) });
    for (const sku of skus) world.from.put({ sku });
    await world.run();
    expect([...world.to.products.values()].map(({ fields }) => fields.sku)).toEqual(skus);
  });

  test('are found in the source, whatever batch they come in', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'AB-1' });
    world.from.put({ sku: 'ab-1' });
    expect(await world.code(id)).toBe('sku_twice');
    expect(world.to.products.size).toBe(0);
  });
});

describe('a SKU that stands twice', () => {
  test('in a product and a variant of another is parked with both named', async () => {
    const world = new World();
    const { from } = world;
    const simple = from.put({ sku: 'TS-S' });
    const variant = from.variant('TS-S', { Size: 'S' });
    const shirt = from.put({ sku: 'TS', variants: [variant] });
    await world.run();
    const places = [simple.id, `${shirt.id}/${variant.id}`];
    const problems = world.last.flatMap(({ outcome }) =>
      outcome.kind === 'problem' ? [outcome.problem] : [],
    );
    expect(problems.map(({ code, params }) => [code, new Set(params.places as string[])])).toEqual([
      ['sku_twice', new Set(places)],
      ['sku_twice', new Set(places)],
    ]);
    expect(world.to.products.size).toBe(0);
  });

  test('in the target is parked with both named', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'MOK' });
    const places = [world.to.put({ sku: 'mok' }).id, world.to.put({ sku: 'MOK' }).id];
    expect(await world.outcome(id)).toMatchObject({
      problem: { code: 'sku_twice', params: { of: 'target', sku: 'MOK', places } },
    });
    expect(world.to.writes).toEqual([]);
  });

  test('does not stop a product that is linked already', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'MOK' });
    await world.run();
    world.from.put({ sku: 'MOK' });
    world.from.get(id).fields.name = 'Mok, blue';
    await world.run();
    expect(world.last.map(({ outcome }) => outcome.kind)).toEqual(['done', 'problem']);
    expect(world.to.products.size).toBe(1);
  });
});

describe('a corrected SKU (P6)', () => {
  test('is the same product', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'MOK-W' });
    await world.run();
    const { targetId } = world.link(id);
    world.from.get(id).fields.sku = 'MOK-WIT';
    expect(await world.code(id)).toBe('updated');
    expect([...world.to.products.values()].map(({ id: each, fields }) => [each, fields.sku])).toEqual([
      [targetId, 'MOK-WIT'],
    ]);
  });

  test('is parked with both named where the new one is taken there', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'MOK-W' });
    await world.run();
    const other = world.to.put({ sku: 'MOK-WIT' });
    world.from.get(id).fields.sku = 'MOK-WIT';
    expect(await world.outcome(id)).toMatchObject({
      problem: { code: 'sku_taken', params: { sku: 'MOK-WIT', by: [other.id] } },
    });
    expect(world.to.writes).toHaveLength(1);
  });

  test('stays as it is in the target with "createOnly"', async () => {
    const world = new World({ settings: { fields: { sku: 'createOnly' } } });
    const { id } = world.from.put({ sku: 'MOK-W' });
    await world.run();
    Object.assign(world.from.get(id).fields, { sku: 'MOK-WIT', name: 'Mok' });
    await world.run();
    expect(world.to.get(world.link(id).targetId).fields).toMatchObject({ sku: 'MOK-W', name: 'Mok' });
  });
});

describe('a SKU that another product lets go of in the same moment', () => {
  test.each(['first', 'last'])(
    'goes to its new owner once that one is carried, which comes %s',
    async (place) => {
      const world = new World();
      const [c, d] = ['C', 'D'].map((sku) => world.from.put({ sku }).id);
      if (c === undefined || d === undefined) throw new Error('nothing was put');
      await world.run();
      const [idOfC, idOfD] = [c, d].map((key) => world.link(key).targetId);
      world.from.get(c).fields.sku = 'C2';
      world.from.get(d).fields.sku = 'C';
      const keys = place === 'first' ? [c, d] : [d, c];
      const reports = await world.run(keys);
      expect(reports.find(({ key }) => key === d)?.outcome).toMatchObject({
        problem: { kind: 'retry', code: 'sku_taken', params: { sku: 'C', by: [idOfC] } },
      });
      expect(await world.code(d)).toBe('updated');
      expect(world.to.get(idOfC ?? '').fields.sku).toBe('C2');
      expect(world.to.get(idOfD ?? '').fields.sku).toBe('C');
      expect(world.to.products.size).toBe(2);
    },
  );

  test('makes a new product under it then', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'C' });
    await world.run();
    world.from.get(id).fields.sku = 'C2';
    const { id: added } = world.from.put({ sku: 'C' });
    expect((await world.run()).find(({ key }) => key === added)?.outcome).toMatchObject({
      problem: { kind: 'retry', code: 'sku_linked' },
    });
    expect(await world.code(added)).toBe('created');
    expect(world.to.products.size).toBe(2);
  });

  test('is another one’s still where that one cannot have its own new one', async () => {
    const world = new World();
    const { id: c } = world.from.put({ sku: 'C' });
    const { id: d } = world.from.put({ sku: 'D' });
    await world.run();
    world.to.put({ sku: 'C2' });
    world.from.get(c).fields.sku = 'C2';
    world.from.get(d).fields.sku = 'C';
    const outcomes = (await world.run()).map(({ outcome }) => outcome);
    // The second one is parked as well in the end, as whatever fails for a day is.
    expect(outcomes).toMatchObject([
      { problem: { kind: 'rejected', code: 'sku_taken' } },
      { problem: { kind: 'retry', code: 'sku_taken' } },
    ]);
    expect(world.to.get(world.link(d).targetId).fields.sku).toBe('D');
  });
});

test.each([2, 3])(
  '%i products that pass their SKUs round wait each for the next, and nothing is written',
  async (size) => {
    const world = new World();
    const skus = ['A', 'B', 'C'].slice(0, size);
    const all = skus.map((sku) => world.from.put({ sku }));
    await world.run();
    const nextOf = (index: number) => all[(index + 1) % size]?.id ?? '';
    for (const [index, each] of all.entries()) each.fields.sku = skus[(index + 1) % size] ?? '';
    await world.run();
    // The engine finds that it is a circle, and asks a person.
    expect(world.last.map(({ outcome }) => outcome)).toMatchObject(
      all.map((_, index) => ({
        kind: 'problem',
        problem: {
          kind: 'retry',
          code: 'sku_taken',
          params: { by: [world.link(nextOf(index)).targetId] },
          awaits: awaitedKey(nextOf(index)),
        },
      })),
    );
    expect(world.to.writes).toHaveLength(size);
  },
);

test('a SKU that moves to another product of the source does not take its record there, and both are named', async () => {
  const world = new World();
  const one = world.from.put({ sku: 'A' });
  await world.run();
  one.fields.sku = 'A-old';
  const two = world.from.put({ sku: 'A' });
  expect(await world.outcome(two.id)).toMatchObject({
    problem: { code: 'sku_linked', params: { sku: 'A', id: world.link(one.id).targetId, other: one.id } },
  });
  await world.run();
  expect(await world.code(two.id)).toBe('created');
  expect([...world.to.products.values()].map(({ fields }) => fields.sku)).toEqual(['A-old', 'A']);
});

test('a search of the source that lags behind names nobody who has let the SKU go', async () => {
  const world = new World();
  const one = world.from.put({ sku: 'A' });
  await world.run();
  one.fields.sku = 'A-old';
  const two = world.from.put({ sku: 'A' });
  const lagging = { sku: 'A', id: one.id, productId: one.id, variantId: null };
  Object.assign(world.from.source, { find: async () => new Map([['A', [lagging]]]) });
  await world.run();
  await world.run();
  expect(world.link(two.id).targetId).not.toBe(world.link(one.id).targetId);
  expect([...world.to.products.values()].map(({ fields }) => fields.sku)).toEqual(['A-old', 'A']);
});

test('a product that was deleted and made anew in the source is the same in the target', async () => {
  const world = new World({ settings: { gone: 'deactivate' } });
  const { id } = world.from.put({ sku: 'MOK' });
  await world.run();
  const { targetId } = world.link(id);
  world.from.products.delete(id);
  const next = world.from.put({ sku: 'MOK' });
  expect(await world.outcome(next.id)).toMatchObject({ kind: 'done', targetId });
  await world.run([id]);
  expect(world.to.get(targetId).fields.active).toBe(true);
  expect(world.to.products.size).toBe(1);
});

test('a product that the merchant made anew in the target is met under its SKU, once a person asks', async () => {
  const world = new World();
  const { id } = world.from.put({ sku: 'MOK' });
  await world.run();
  world.to.products.clear();
  const there = world.to.put({ sku: 'mok' });
  world.from.get(id).fields.name = 'Mok, blue';
  expect(await world.code(id)).toBe('product_gone');
  expect(await world.outcome(id, true)).toMatchObject({ kind: 'done', targetId: there.id });
  expect(there.fields.name).toBe('Mok, blue');
  expect(world.to.products.size).toBe(1);
});

test('a simple product that gets variants has them in the target, too', async () => {
  const world = new World();
  const { from, to } = world;
  const source = from.put({ sku: 'TS' });
  await world.run();
  Object.assign(source, { kind: 'variants', variants: [from.variant('TS-S', { Size: 'S' })] });
  expect(await world.code(source.id)).toBe('updated');
  expect(to.bySku('TS').map(({ variants }) => variants.map(({ sku }) => sku))).toEqual([['TS-S']]);
});

test('a product that was deleted in the target is not made again until a person asks for just this one', async () => {
  const world = new World();
  const { id } = world.from.put({ sku: 'MOK' });
  await world.run();
  const { targetId } = world.link(id);
  world.to.products.delete(targetId);
  world.from.get(id).fields.name = 'Mok, blue';
  expect(await world.outcome(id)).toMatchObject({
    problem: { code: 'product_gone', params: { id: targetId } },
  });
  expect(await world.code(id, 'period')).toBe('product_gone');
  expect(world.to.products.size).toBe(0);
  expect(await world.code(id, true)).toBe('created');
  expect(world.to.products.size).toBe(1);
});

test('a product that was begun under a SKU which another one has there by now is made under its own', async () => {
  const world = new World();
  const { from, to, forth } = world;
  const other = from.put({ sku: 'NIEUW' });
  const source = from.put({ sku: 'MOK' });
  await world.run([other.id]);
  // Nothing came of it, and then the source swapped the two.
  forth.begun.set(source.id, { products: { '': { at: 0, sku: 'MOK' } }, pictures: {} });
  Object.assign(other.fields, { sku: 'MOK' });
  Object.assign(source.fields, { sku: 'NIEUW' });
  await world.run([other.id]);
  expect(await world.code(source.id)).toBe('created');
  expect([...to.products.values()].map(({ fields }) => fields.sku)).toEqual(['MOK', 'NIEUW']);
});

test('two that swapped their SKUs before it was told which was made do not come to be one', async () => {
  const world = new World();
  const { from, to, forth } = world;
  const first = from.put({ sku: 'MOK' });
  const second = from.put({ sku: 'NIEUW' });
  world.dies = true;
  await world.run([first.id]);
  world.dies = false;
  forth.begun.set(second.id, { products: { '': { at: 0, sku: 'NIEUW' } }, pictures: {} });
  Object.assign(first.fields, { sku: 'NIEUW' });
  Object.assign(second.fields, { sku: 'MOK' });
  const [, other] = await world.run([first.id, second.id]);
  expect(other?.outcome).toMatchObject({
    problem: { code: 'sku_linked', params: { other: first.id } },
  });
  expect(await world.code(first.id)).toBe('updated');
  expect(await world.code(second.id)).toBe('created');
  expect([...to.products.values()].map(({ fields }) => fields.sku)).toEqual(['NIEUW', 'MOK']);
  expect(world.link(first.id).targetId).not.toBe(world.link(second.id).targetId);
});
