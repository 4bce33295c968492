import { describe, expect, test } from 'vitest';
import { World } from './world.ts';

/** A batch that is run, and whose report is lost with the consumer. */
async function dying(world: World): Promise<void> {
  world.dies = true;
  await world.run();
  world.dies = false;
}

describe('a consumer that dies before it reports', () => {
  test('leaves no second product, and its product is known as made', async () => {
    const world = new World();
    const { from, to } = world;
    const source = from.put({
      sku: 'TS',
      variants: [from.variant('TS-S', { Size: 'S' })],
      pictures: [from.picture('A')],
    });
    await dying(world);
    const { writes } = to;
    expect(await world.code(source.id)).toBe('created');
    expect(to.writes).toEqual(writes);
    expect(to.products.size).toBe(1);
    expect(world.link(source.id).facts).toMatchObject({
      made: true,
      pictures: { A: to.bySku('TS')[0]?.pictures[0]?.id },
    });
  });

  test('leaves nothing behind of what the source has changed by the next run', async () => {
    const world = new World();
    const { from, to } = world;
    const source = from.put({
      sku: 'TS',
      options: [{ name: 'Size', values: ['S'] }],
      variants: [from.variant('TS-S', { Size: 'S' })],
      pictures: [from.picture('A')],
    });
    await dying(world);
    Object.assign(source.variants[0] ?? {}, { sku: 'TS-SMALL' });
    source.pictures = [from.picture('B')];
    await world.run();
    const [there] = to.bySku('TS');
    expect(there?.variants.map(({ sku }) => sku)).toEqual(['TS-SMALL']);
    expect(there?.pictures).toHaveLength(1);
    source.pictures = [];
    await dying(world);
    await world.run();
    expect(there?.pictures).toEqual([]);
  });

  test('leaves no second product where its SKU is corrected each time', async () => {
    const world = new World();
    const source = world.from.put({ sku: 'MOK' });
    await dying(world);
    for (const sku of ['MOK-1', 'MOK-2']) {
      Object.assign(source.fields, { sku });
      await dying(world);
    }
    await world.run();
    await world.run();
    expect([...world.to.products.values()].map(({ fields }) => fields.sku)).toEqual(['MOK-2']);
  });

  test('leaves a text to the merchant who improved it before the next run, where it is only for a new product', async () => {
    const world = new World({ settings: { fields: { description: 'createOnly' } } });
    const { id } = world.from.put({ sku: 'MOK', fields: { description: '<p>Blue</p>' } });
    await dying(world);
    const [there] = world.to.bySku('MOK');
    if (there === undefined) throw new Error('it was made');
    expect(there.fields.description).toBe('<p>Blue</p>');
    there.fields.description = '<p>Own</p>';
    await world.run([id]);
    expect(there.fields.description).toBe('<p>Own</p>');
  });

  test('leaves no second picture, variant or category', async () => {
    const world = new World();
    const { from, to } = world;
    world.forth.categories.set('14', 'c14');
    const source = from.put({ sku: 'TS', variants: [from.variant('TS-S', { Size: 'S' })] });
    await world.run();
    source.variants.push(from.variant('TS-M', { Size: 'M' }));
    source.pictures = [from.picture('A')];
    source.categories = ['14'];
    await dying(world);
    const { writes } = to;
    await world.run();
    expect(to.writes).toEqual(writes);
    const [there] = to.bySku('TS');
    expect([there?.variants.length, there?.pictures.length, there?.categories]).toEqual([2, 1, ['c14']]);
    source.pictures = [];
    await world.run();
    expect(there?.pictures).toEqual([]);
  });

  test('and whose batch is run twice at once, leaves what one run would', async () => {
    const world = new World();
    const keys = ['A', 'B', 'C'].map((sku) => world.from.put({ sku }).id);
    await world.run();
    for (const key of keys) world.from.get(key).fields.name = 'New';
    await dying(world);
    await dying(world);
    await world.run();
    expect(world.to.writes).toHaveLength(6);
  });
});

test('an update whose answer was lost is made good, also when the source has taken it back by then', async () => {
  const world = new World();
  const { from, to } = world;
  const source = from.put({ sku: 'MOK', fields: { name: 'a' } });
  await world.run();
  const there = to.get(world.link(source.id).targetId);
  source.fields.name = 'b';
  source.pictures = [from.picture('A')];
  to.losesAnswer = true;
  expect(await world.outcome(source.id)).toMatchObject({
    kind: 'problem',
    problem: { kind: 'outcome-unknown' },
  });
  source.fields.name = 'a';
  source.pictures = [];
  await world.run();
  expect(there.fields.name).toBe('a');
  expect(there.pictures).toEqual([]);
});

test('an update that was refused is tried again, with all that it had', async () => {
  const world = new World();
  const { from, to } = world;
  const source = from.put({ sku: 'TS', variants: [from.variant('TS-S', { Size: 'S' })] });
  await world.run();
  source.fields.name = 'b';
  for (const variant of source.variants) variant.gtin = '0087';
  to.refuses.add('TS');
  expect(await world.code(source.id)).toBe('refused');
  to.refuses.clear();
  expect(await world.code(source.id)).toBe('updated');
  const [there] = to.bySku('TS');
  expect(there).toMatchObject({ fields: { name: 'b' }, variants: [{ gtin: '0087' }] });
});
