import { describe, expect, test } from 'vitest';
import type { ShopProduct } from './fake-shop.ts';
import { World } from './world.ts';

/** A linked product: in the source, and in the target. */
async function linked(world: World, fields: Record<string, unknown>): Promise<[ShopProduct, ShopProduct]> {
  const source = world.from.put({ sku: 'MOK', fields });
  await world.run();
  return [source, world.to.get(world.link(source.id).targetId)];
}

describe('a field', () => {
  test('that the source changes is written, alone', async () => {
    const world = new World();
    const [source] = await linked(world, { description: 'old', brand: 'x' });
    source.fields.description = 'new';
    await world.run();
    expect(world.to.changes.map(({ fields }) => fields)).toEqual([{ description: 'new' }]);
  });

  test('that the target has no place for is not sent, and a change of it is no news', async () => {
    const world = new World();
    world.to.traits = { ...world.to.traits, lacks: new Set(['brand']) };
    const [source, there] = await linked(world, { description: 'old', brand: 'x' });
    expect(there.fields).not.toHaveProperty('brand');
    source.fields.brand = 'y';
    expect(await world.code(source.id)).toBe('nothing_new');
    expect(world.to.writes).toHaveLength(1);
  });

  test('that the merchant improved in the target stays until the source changes it', async () => {
    const world = new World();
    const [source, there] = await linked(world, { description: 'dull' });
    there.fields.description = 'lively';
    source.fields.name = 'Mok';
    await world.run();
    expect(there.fields).toMatchObject({ name: 'Mok', description: 'lively' });
    await world.run([source.id], true);
    expect(there.fields.description).toBe('lively');
    source.fields.description = 'better';
    await world.run();
    expect(there.fields.description).toBe('better');
  });

  test('that the source takes away goes where Koppel put it, and stays where it is the merchant’s', async () => {
    const world = new World();
    const [source, there] = await linked(world, { description: 'x' });
    there.fields.brand = 'own';
    Object.assign(source.fields, { description: '', brand: '' });
    await world.run();
    expect(there.fields).toMatchObject({ description: '', brand: 'own' });
  });

  test('that the source does not know leaves the target’s alone', async () => {
    const world = new World();
    const [source, there] = await linked(world, { description: 'x' });
    delete source.fields.description;
    source.fields.name = 'Mok';
    await world.run();
    expect(there.fields).toMatchObject({ description: 'x', name: 'Mok' });
  });

  test('is written once, when both sides get the same value', async () => {
    const world = new World();
    const [source, there] = await linked(world, {});
    there.fields.name = 'Mok';
    source.fields.name = 'Mok';
    expect(await world.code(source.id)).toBe('nothing_new');
    expect(world.to.writes).toHaveLength(1);
  });
});

const names = [
  'active',
  'description',
  'shortDescription',
  'gtin',
  'brand',
  'weightKg',
  'price',
  'listPrice',
] as const;
const values: Readonly<Record<(typeof names)[number], readonly [unknown, unknown]>> = {
  active: [true, false],
  description: ['a', 'b'],
  shortDescription: ['a', 'b'],
  gtin: ['1', '2'],
  brand: ['a', 'b'],
  weightKg: ['1', '2'],
  price: ['12.10', '24.20'],
  listPrice: ['14.52', '29.04'],
};

describe.each(names)('the mode of "%s"', (name) => {
  const [before, after] = values[name];

  test('"createOnly" sends it with a new product, and never again', async () => {
    const world = new World({ settings: { fields: { [name]: 'createOnly' } } });
    const [source, there] = await linked(world, { [name]: before });
    const made = there.fields[name];
    expect(made).toBeDefined();
    source.fields[name] = after;
    await world.run();
    expect(there.fields[name]).toBe(made);
    expect(world.to.writes).toHaveLength(1);
  });

  test('"never" sends it not even with a new one', async () => {
    const world = new World({ settings: { fields: { [name]: 'never' } } });
    const [source, there] = await linked(world, { [name]: before });
    expect(world.to.drafts[0]).not.toHaveProperty(name);
    there.fields[name] = 'own';
    source.fields[name] = after;
    source.fields.name = 'Mok';
    await world.run();
    expect(there.fields).toMatchObject({ [name]: 'own', name: 'Mok' });
  });

  test('"always" follows the source', async () => {
    const world = new World();
    const [source, there] = await linked(world, { [name]: before });
    const made = there.fields[name];
    source.fields[name] = after;
    await world.run();
    expect(there.fields[name]).not.toBe(made);
  });
});

test('the name is only given to a new product with "createOnly"', async () => {
  const world = new World({ settings: { fields: { name: 'createOnly' } } });
  const [source, there] = await linked(world, { name: 'Mok' });
  source.fields.name = 'Beker';
  await world.run();
  expect(there.fields.name).toBe('Mok');
});

describe('mapped fields and constants', () => {
  test('fill the target’s own fields in, and follow the mapping', async () => {
    const world = new World({ settings: { fixed: { meta: 'x' } }, mapping: { origin: 'product.brand' } });
    const [source, there] = await linked(world, { brand: 'Tichelaar' });
    expect(there.values).toEqual({ meta: 'x', origin: 'Tichelaar' });
    there.values.meta = 'own';
    world.forth.mapping = { origin: '$uppercase(product.brand)' };
    await world.run([source.id], true);
    expect(there.values).toEqual({ meta: 'own', origin: 'TICHELAAR' });
  });

  test('an expression that fails parks its product and names the field', async () => {
    const world = new World({ mapping: { origin: '1/product.name' } });
    const { id } = world.from.put({ sku: 'MOK' });
    expect(await world.outcome(id)).toMatchObject({
      problem: { code: 'mapping_failed', params: { field: 'origin' } },
    });
  });
});

describe('the tax class', () => {
  const vat = { map: { '21': 'high', '9': 'low', Books: 'books' } };

  test.each([
    [{ vatRate: '21' }, 'high'],
    [{ vatRate: '9' }, 'low'],
    [{ vatRate: '9', vatClass: 'Books' }, 'books'],
    [{ vatRate: '9', vatClass: 'Magazines' }, 'low'],
  ])('of %o is by class, else by rate', async (fields, expected) => {
    const world = new World({ settings: { vat } });
    const [, there] = await linked(world, fields);
    expect(there.fields.vatClass).toBe(expected);
  });

  test('that the table lacks parks the product and names the entry', async () => {
    const world = new World({ settings: { vat } });
    const { id } = world.from.put({ sku: 'MOK', fields: { vatRate: '6' } });
    expect(await world.outcome(id)).toMatchObject({
      problem: { code: 'choice_missing', params: { setting: 'vat', value: '6' } },
    });
  });

  test('is left alone without the setting, and with "never"', async () => {
    const world = new World({ settings: { vat: { map: {}, default: 'x' }, fields: { vatClass: 'never' } } });
    await linked(world, {});
    expect(world.to.drafts[0]).not.toHaveProperty('vatClass');
  });
});

test('a text that the target would cut is refused, and its field named; of what stays nothing is refused', async () => {
  const world = new World({ settings: { fields: { description: 'createOnly' } } });
  Object.assign(world.to.lengths, { sku: 64, description: 10 });
  const { id } = world.from.put({ sku: 'S'.repeat(300) });
  const fits = world.from.put({ sku: 'OK', fields: { description: 'short' } });
  await world.run();
  expect(world.last.map(({ outcome }) => outcome)).toMatchObject([
    { problem: { code: 'text_too_long', params: { field: 'sku', length: 300, maxLength: 64 } } },
    { kind: 'done' },
  ]);
  expect(id).not.toBe(fits.id);
  Object.assign(fits.fields, { description: 'much too long for it', name: 'New' });
  expect(await world.code(fits.id)).toBe('updated');
  fits.fields.sku = 'T'.repeat(300);
  expect(await world.code(fits.id)).toBe('text_too_long');
});
