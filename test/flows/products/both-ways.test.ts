import { describe, expect, test } from 'vitest';
import type { ListedReport } from '../../../src/flows/bulk.ts';
import { productsSettings } from '../../../src/flows/products/settings.ts';
import { FakeShop, gross, net } from './fake-shop.ts';
import { World } from './world.ts';

/** A shop with prices with VAT and one without, kept in step both ways, with a shirt that came from the first. */
async function shops(kind = net) {
  const world = new World({ to: new FakeShop('b', kind) });
  world.bothWays = true;
  const { from } = world;
  const pictures = [from.picture('A'), from.picture('B')];
  const source = from.put({
    sku: 'TS',
    fields: { name: 'Shirt with a long name', description: 'x', price: '29.99', listPrice: '39.99' },
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: [
      from.variant('TS-S', { Size: 'S' }, { image: pictures[0]?.id }),
      from.variant('TS-M', { Size: 'M' }, { price: '31.99' }),
    ],
    pictures,
  });
  await world.run();
  return { world, source, there: world.to.get(world.link(source.id).targetId) };
}

/** Everything is looked at in both directions, twice: what was written comes back as a change. */
async function settle(world: World): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await world.run();
    await world.runBack();
  }
}

/** What the one product of a run is parked for, with both values. */
async function conflictOf(run: Promise<readonly ListedReport[]>) {
  const [report] = await run;
  if (report?.outcome.kind !== 'problem' || report.outcome.problem.code !== 'product_conflict')
    throw new Error(JSON.stringify(report?.outcome));
  return { fields: report.outcome.problem.params.fields, conflict: report.notes.conflict };
}

async function expectSettled(world: World): Promise<void> {
  const { writes } = world;
  await settle(world);
  expect(world.writes).toBe(writes);
}

describe.each([
  ['with six decimals', net],
  ['with two decimals and short names', { ...net, priceDecimals: 2, cutsNames: 8 }],
] as const)('a target %s', (_, kind) => {
  test('gives nothing of it back', async () => {
    const { world } = await shops(kind);
    await expectSettled(world);
    expect(world.from.writes).toEqual([]);
    expect(world.to.writes).toHaveLength(1);
  });

  test('a change in the source goes there, and nothing comes back', async () => {
    const { world, source } = await shops(kind);
    await settle(world);
    Object.assign(source.fields, { name: 'Another long name', price: '14.95' });
    source.pictures[0] = world.from.picture('C');
    await world.run();
    await expectSettled(world);
    expect(source.fields).toMatchObject({ name: 'Another long name', price: '14.95' });
    expect(source.pictures).toHaveLength(2);
    expect(world.from.writes).toEqual([]);
  });

  test('a change there goes to the source, field by field, and settles', async () => {
    const { world, source, there } = await shops(kind);
    await settle(world);
    Object.assign(there.fields, { description: 'better' });
    const [small] = there.variants;
    if (small) small.gtin = '0087';
    await world.runBack();
    expect(source.fields).toMatchObject({
      description: 'better',
      name: 'Shirt with a long name',
      price: '29.99',
    });
    expect(source.variants[0]).toMatchObject({ gtin: '0087', sku: 'TS-S' });
    expect(source.variants[1]).toMatchObject({ price: '31.99' });
    await expectSettled(world);
  });

  test('what both changed is for a person, in both directions, and all else is carried', async () => {
    const { world, source, there } = await shops(kind);
    await settle(world);
    Object.assign(source.fields, { brand: 'one', description: 'x, anew' });
    Object.assign(there.fields, { brand: 'other', gtin: '0087' });
    expect(await conflictOf(world.run())).toEqual({
      fields: ['brand'],
      conflict: [{ part: 'brand', source: 'one', target: 'other' }],
    });
    expect(await conflictOf(world.runBack())).toMatchObject({
      conflict: [{ part: 'brand', source: 'other', target: 'one' }],
    });
    expect(there.fields).toMatchObject({ brand: 'other', description: 'x, anew', gtin: '0087' });
    expect(source.fields).toMatchObject({ brand: 'one', description: 'x, anew', gtin: '0087' });
    await expectSettled(world);
    expect((await world.preview(source.id)).problem).toMatchObject({ code: 'product_conflict' });
  });

  test.each(['source', 'target'])(
    'and is over when both are equal, which a person made in the %s',
    async (side) => {
      const { world, source, there } = await shops(kind);
      await settle(world);
      source.fields.brand = 'one';
      there.fields.brand = 'other';
      await world.run();
      await world.runBack();
      if (side === 'source') source.fields.brand = 'other';
      else there.fields.brand = 'one';
      await settle(world);
      expect(world.last).toMatchObject([{ outcome: { kind: 'skipped' } }]);
      expect(world.link(source.id).facts.flagged).toBeUndefined();
      // What one of them changes then is carried again.
      source.fields.brand = 'third';
      await settle(world);
      expect(there.fields.brand).toBe('third');
      await expectSettled(world);
    },
  );

  test('and stays different on both sides where a person leaves it at that, until one is changed again', async () => {
    const { world, source, there } = await shops(kind);
    await settle(world);
    source.fields.brand = 'one';
    there.fields.brand = 'other';
    await settle(world);
    world.leaveOut('forth', source.id);
    world.leaveOut('back', there.id);
    await settle(world);
    expect(world.last).toMatchObject([{ outcome: { kind: 'skipped' } }]);
    expect([source.fields.brand, there.fields.brand]).toEqual(['one', 'other']);
    world.takeBack('forth', source.id);
    expect(await world.code(source.id)).toBe('product_conflict');
    world.leaveOut('forth', source.id);
    source.fields.brand = 'third';
    await settle(world);
    expect([source.fields.brand, there.fields.brand]).toEqual(['third', 'third']);
    await expectSettled(world);
  });

  test('of a variant what both changed is for a person too', async () => {
    const { world, source, there } = await shops(kind);
    await settle(world);
    Object.assign(source.variants[0] ?? {}, { gtin: '1111' });
    Object.assign(there.variants[0] ?? {}, { gtin: '2222' });
    Object.assign(source.variants[1] ?? {}, { gtin: '3333' });
    expect(await conflictOf(world.run())).toMatchObject({ fields: ['TS-S gtin'] });
    await settle(world);
    expect(there.variants.map(({ gtin }) => gtin)).toEqual(['2222', '3333']);
    expect(source.variants.map(({ gtin }) => gtin)).toEqual(['1111', '3333']);
    await expectSettled(world);
  });

  test('what both changed at once ends equal where the source is followed, and settles', async () => {
    const { world, source, there } = await shops(kind);
    for (const direction of [world.forth, world.back]) direction.settings.conflicts = 'source';
    await settle(world);
    source.fields.brand = 'one';
    there.fields.brand = 'other';
    await settle(world);
    expect(there.fields.brand).toBe(source.fields.brand);
    await expectSettled(world);
  });

  test('and so it does where nothing goes back, or not this field', async () => {
    for (const back of [{ update: false }, { fields: { brand: 'never' } }] as const) {
      const { world, source, there } = await shops(kind);
      Object.assign(world.back, { settings: productsSettings.parse(back) });
      await settle(world);
      source.fields.brand = 'one';
      there.fields.brand = 'other';
      await world.run();
      expect(there.fields.brand).toBe('one');
    }
  });

  test('a picture and a variant that are added there come to the source once', async () => {
    const { world, source, there } = await shops(kind);
    await settle(world);
    there.pictures.push(world.to.picture('own'));
    there.variants.push(world.to.variant('TS-XL', { Size: 'XL' }, { price: '10' }));
    await settle(world);
    expect(source.pictures).toHaveLength(3);
    expect(source.variants.map(({ sku }) => sku)).toEqual(['TS-S', 'TS-M', 'TS-XL']);
    expect(there.pictures).toHaveLength(3);
    expect(there.variants).toHaveLength(3);
    await expectSettled(world);
  });
});

test('two products that stood on both sides before are met without copies of pictures', async () => {
  const world = new World({ to: new FakeShop('b', gross) });
  world.bothWays = true;
  const here = world.from.put({
    sku: 'MOK',
    pictures: [world.from.picture('one')],
    fields: { description: 'a' },
  });
  const there = world.to.put({ sku: 'MOK', pictures: [world.to.picture('one')], fields: { brand: 'b' } });
  await settle(world);
  expect([here.pictures.length, there.pictures.length]).toEqual([1, 1]);
  expect(there.fields).toMatchObject({ description: 'a', brand: 'b' });
  expect(here.fields).toMatchObject({ description: 'a', brand: 'b' });
  await expectSettled(world);
});

test('a SKU that is corrected in the target is corrected in the source, and no product is made', async () => {
  const { world, source, there } = await shops();
  await settle(world);
  there.fields.sku = 'TS-NEW';
  await settle(world);
  expect(source.fields.sku).toBe('TS-NEW');
  expect([world.from.products.size, world.to.products.size]).toEqual([1, 1]);
  await expectSettled(world);
});

test('the way back knows what it is linked to, though its own flow never ran', async () => {
  const world = new World();
  world.from.put({ sku: 'MOK' });
  await world.run();
  world.bothWays = true;
  for (const product of world.to.products.values()) product.fields.sku = 'MOK-2';
  await world.runBack();
  expect(world.from.products.size).toBe(1);
  expect([...world.from.products.values()].map(({ fields }) => fields.sku)).toEqual(['MOK-2']);
  await expectSettled(world);
});

test('what Koppel switched off while the source had it no longer is no conflict when it comes back', async () => {
  const { world, source, there } = await shops();
  world.forth.settings = productsSettings.parse({ gone: 'deactivate' });
  await settle(world);
  world.from.products.delete(source.id);
  await world.run([source.id]);
  expect(there.fields.active).toBe(false);
  world.from.products.set(source.id, source);
  expect(await world.code(source.id)).toBe('updated');
  expect(there.fields.active).toBe(true);
});

test('a variant that is not sold for now, and cannot be switched off there, stays known as that when something comes back', async () => {
  const { world, source, there } = await shops({ ...net, variantsActive: false });
  await settle(world);
  const [small] = source.variants;
  if (small) small.active = false;
  await world.run();
  const isOff = () => world.link(source.id).facts.variants[small?.id ?? '']?.off;
  expect(isOff()).toBe(true);
  there.fields.description = 'better';
  await world.runBack();
  expect(source.fields.description).toBe('better');
  expect(isOff()).toBe(true);
  if (small) small.active = true;
  await world.run();
  expect(isOff()).toBeUndefined();
});

test('a tax class that the way back has no setting for is the source’s, whoever changed it there', async () => {
  const world = new World({ settings: { vat: { map: { '21': 'high', '9': 'low' } } } });
  world.bothWays = true;
  const source = world.from.put({ sku: 'MOK' });
  await settle(world);
  const there = world.to.get(world.link(source.id).targetId);
  expect(there.fields.vatClass).toBe('high');
  source.fields.vatRate = '9';
  there.fields.vatClass = 'own';
  expect(await world.code(source.id)).toBe('updated');
  expect(there.fields.vatClass).toBe('low');
  await expectSettled(world);
});
