import { describe, expect, test } from 'vitest';
import { FakeShop, gross, net, type ShopProduct } from './fake-shop.ts';
import { type Given, World } from './world.ts';

/** A shirt in S and M, linked. */
async function shirt(settings: Given = {}, to = new FakeShop('b', net)) {
  const world = new World({ to, settings });
  const { from } = world;
  const source = from.put({
    sku: 'TS',
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: [
      from.variant('TS-S', { Size: 'S' }, { price: '19.95' }),
      from.variant('TS-M', { Size: 'M' }, { price: '19.95', gtin: '0087' }),
    ],
  });
  await world.run();
  const { targetId } = world.link(source.id);
  return { world, source, there: to.get(targetId) };
}

const skusOf = ({ variants }: ShopProduct) => variants.map(({ sku }) => sku);
const bySku = ({ variants }: ShopProduct, sku: string) => variants.find((each) => each.sku === sku);

test('a variant is added with its option value, and the merchant’s own stays with its stock (P1)', async () => {
  const { world, source, there } = await shirt();
  there.variants.push(world.to.variant('TS-XL', { Size: 'XL' }, { stock: 9 }));
  Object.assign(there.values, { care: '30 degrees' });
  there.categories.push('manual');
  const before = structuredClone(there.variants);
  source.options = [{ name: 'Size', values: ['S', 'M', 'L'] }];
  source.variants.push(world.from.variant('TS-L', { Size: 'L' }, { price: '21.95' }));
  for (const variant of source.variants) variant.price = '21.95';
  await world.run();
  expect(skusOf(there)).toEqual(['TS-S', 'TS-M', 'TS-XL', 'TS-L']);
  expect(there.variants.map(({ id, stock }) => [id, stock]).slice(0, 3)).toEqual(
    before.map(({ id, stock }) => [id, stock]),
  );
  expect(there.variants.map(({ price }) => price)).toEqual([
    '18.140496',
    '18.140496',
    undefined,
    '18.140496',
  ]);
  expect(there.options).toEqual([{ name: 'Size', values: ['S', 'M', 'L'] }]);
  expect(there.values).toEqual({ care: '30 degrees' });
  expect(there.categories).toEqual(['manual']);
  expect(world.to.changes[0]?.createValues).toBe(true);
});

test('a variant whose making was not answered is the same one when its SKU has changed since', async () => {
  const { world, source, there } = await shirt();
  const large = world.from.variant('TS-L', { Size: 'L' }, { price: '21.95' });
  source.options = [{ name: 'Size', values: ['S', 'M', 'L'] }];
  source.variants.push(large);
  world.to.losesVariants = true;
  await world.run();
  large.sku = 'TS-LARGE';
  await world.run();
  expect(skusOf(there)).toEqual(['TS-S', 'TS-M', 'TS-LARGE']);
});

test('a variant that is renamed stays the same one, and needs the option’s new value', async () => {
  const { world, source, there } = await shirt();
  const { id } = bySku(there, 'TS-M') ?? {};
  source.options = [{ name: 'Size', values: ['S', 'Medium'] }];
  for (const variant of source.variants) if (variant.sku === 'TS-M') variant.options = { Size: 'Medium' };
  await world.run();
  expect(bySku(there, 'TS-M')).toMatchObject({ id, options: { Size: 'Medium' } });
  expect(world.to.changes).toMatchObject([{ options: [{ name: 'Size', values: ['S', 'Medium'] }] }]);
});

test('variants that get other ids over it are known by those from then on', async () => {
  const { world, source, there } = await shirt();
  world.bothWays = true;
  world.to.renumbers = true;
  source.options = [{ name: 'Size', values: ['S', 'Medium'] }];
  for (const variant of source.variants) if (variant.sku === 'TS-M') variant.options = { Size: 'Medium' };
  await world.run();
  const ids = there.variants.map(({ id }) => id);
  expect(Object.values(world.link(source.id).facts.variants).map(({ id }) => id)).toEqual(ids);
  const { writes } = world;
  await world.runBack();
  await world.run();
  expect([world.writes, there.variants.map(({ id }) => id)]).toEqual([writes, ids]);
});

test('what was not changed of one is said anew by the next run, and what was is left to the merchant', async () => {
  const { world, source, there } = await shirt();
  for (const variant of source.variants) variant.price = '24.20';
  source.fields.name = 'Shirt';
  source.fields.brand = 'Nordwind';
  world.to.keeps.add('TS-M');
  world.to.keepsFields.add('brand');
  expect(await world.code(source.id)).toBe('refused');
  expect(there.variants.map(({ price }) => price)).toEqual(['20', '16.487603']);
  there.fields.name = 'Own';
  for (const variant of there.variants) if (variant.sku === 'TS-S') variant.price = '1';
  world.to.keeps.clear();
  world.to.keepsFields.clear();
  expect(await world.code(source.id)).toBe('updated');
  expect(there.variants.map(({ price }) => price)).toEqual(['1', '20']);
  expect(there.fields).toMatchObject({ name: 'Own', brand: 'Nordwind' });
});

test('a field of a variant is followed when the source changes it, and only then', async () => {
  const { world, source, there } = await shirt();
  const [small, medium] = there.variants;
  if (small) small.price = '1';
  if (medium) medium.gtin = 'own';
  for (const variant of source.variants) if (variant.sku === 'TS-M') variant.price = '12.10';
  await world.run();
  expect(there.variants).toMatchObject([{ price: '1' }, { price: '10', gtin: 'own' }]);
});

test('a price of the product is that of each variant that has none of its own', async () => {
  const { world, source, there } = await shirt();
  for (const variant of source.variants) delete variant.price;
  source.fields.price = '24.20';
  await world.run();
  expect(there.variants.map(({ price }) => price)).toEqual(['20', '20']);
});

describe('a variant that the source has no longer (P7)', () => {
  test('stays listed with "keep", and is told of; back at the source it lives under the same id', async () => {
    const { world, source, there } = await shirt();
    const [gone] = source.variants.splice(1, 1);
    const { id } = bySku(there, 'TS-M') ?? {};
    expect(await world.outcome(source.id)).toMatchObject({
      reason: { code: 'variants_gone', params: { count: 1, updated: false } },
    });
    expect(bySku(there, 'TS-M')).toMatchObject({ id, active: true, stock: 0 });
    expect(world.link(source.id).facts.variants[gone?.id ?? '']).toMatchObject({ id, retired: true });
    const again = world.from.variant('TS-M', { Size: 'M' });
    source.variants.push(again);
    await world.run();
    expect(skusOf(there)).toEqual(['TS-S', 'TS-M']);
    expect(Object.keys(world.link(source.id).facts.variants)).toEqual([source.variants[0]?.id, again.id]);
    expect(world.link(source.id).facts.variants[again.id]).toMatchObject({ id });
    expect(world.link(source.id).facts.variants[again.id]).not.toHaveProperty('retired');
  });

  test('gives its place to one with the same options and another SKU', async () => {
    const { world, source, there } = await shirt();
    const before = bySku(there, 'TS-S')?.id;
    source.variants.splice(0, 1, world.from.variant('TS-SMALL', { Size: 'S' }));
    expect(await world.code(source.id)).toBe('updated');
    expect(skusOf(there)).toEqual(['TS-SMALL', 'TS-M']);
    expect(bySku(there, 'TS-SMALL')?.id).toBe(before);
  });

  test('is switched off once with "deactivate", and on again when it comes back', async () => {
    const { world, source, there } = await shirt({ gone: 'deactivate' });
    const [gone] = source.variants.splice(1, 1);
    await world.run();
    expect(bySku(there, 'TS-M')?.active).toBe(false);
    source.fields.name = 'Shirt';
    await world.run();
    expect(world.to.changes.map(({ variants }) => variants.retire.length)).toEqual([1, 0]);
    if (gone) source.variants.push(gone);
    await world.run();
    expect(bySku(there, 'TS-M')?.active).toBe(true);
    expect(there.variants).toHaveLength(2);
  });

  test('is blocked there where the source blocks it', async () => {
    const { world, source, there } = await shirt();
    for (const variant of source.variants) if (variant.sku === 'TS-M') variant.active = false;
    await world.run();
    expect(there.variants.map(({ active }) => active)).toEqual([true, false]);
  });

  test('is not even made where variants cannot be switched off', async () => {
    const world = new World({ to: new FakeShop('b', { ...gross, variantsActive: false }) });
    const { from, to } = world;
    const off = from.variant('TS-M', { Size: 'M' }, { active: false });
    from.put({ sku: 'TS', variants: [from.variant('TS-S', { Size: 'S' }), off] });
    await world.run();
    expect(to.bySku('TS').map(skusOf)).toEqual([['TS-S']]);
    expect(to.drafts[0]?.variants[0]).not.toHaveProperty('active');
    // Nobody can choose it either.
    expect(to.drafts[0]?.options).toEqual([{ name: 'Size', values: ['S'] }]);
  });
});

describe('variants are known', () => {
  test('by their SKU, else by their options, when the product is met first', async () => {
    const world = new World();
    const { from, to } = world;
    from.put({
      sku: 'TS',
      variants: [
        from.variant('TS-S', { Size: 'S' }),
        from.variant('', { Size: 'M' }),
        from.variant('TS-L', { Size: 'L' }),
      ],
    });
    const there = to.put({
      sku: 'TS',
      variants: [to.variant('ts-s', { Maat: 'S' }), to.variant('', { Size: 'M' })],
    });
    const ids = there.variants.map(({ id }) => id);
    await world.run();
    expect(there.variants.map(({ id }) => id).slice(0, 2)).toEqual(ids);
    expect(there.variants).toHaveLength(3);
  });

  test('under new ids, when the target has given them new ones', async () => {
    const { world, source, there } = await shirt();
    there.variants = there.variants.map((variant) => ({ ...variant, id: `${variant.id}-new` }));
    for (const variant of source.variants) variant.price = '12.10';
    await world.run();
    expect(there.variants.map(({ price }) => price)).toEqual(['10', '10']);
    expect(Object.values(world.link(source.id).facts.variants).map(({ id }) => id)).toEqual(
      there.variants.map(({ id }) => id),
    );
  });

  test('under new ids by the SKUs that they had, where those have changed since (seed 1007640)', async () => {
    const { world, source, there } = await shirt();
    there.variants = there.variants.map((variant) => ({ ...variant, id: `${variant.id}-new` }));
    const ids = there.variants.map(({ id }) => id);
    for (const variant of source.variants) if (variant.sku === 'TS-S') variant.sku = 'TS-SMALL';
    await world.run();
    expect(skusOf(there)).toEqual(['TS-SMALL', 'TS-M']);
    expect(there.variants.map(({ id }) => id)).toEqual(ids);
  });

  test('under new ids by their SKUs of now first, where one has taken another’s', async () => {
    const { world, source, there } = await shirt();
    there.variants = there.variants.map((variant) => ({ ...variant, id: `${variant.id}-new` }));
    const ids = Object.fromEntries(there.variants.map(({ options, id }) => [options.Size, id]));
    const [small, medium] = source.variants;
    if (small && medium) [small.sku, medium.sku] = ['TS-SMALL', 'TS-S'];
    await world.run();
    expect(Object.fromEntries(there.variants.map(({ options, id }) => [options.Size, id]))).toEqual(ids);
    expect(Object.fromEntries(there.variants.map(({ options, sku }) => [options.Size, sku]))).toEqual({
      S: 'TS-SMALL',
      M: 'TS-S',
    });
  });
});

test('a variant that the merchant took away stays away until the source changes it', async () => {
  const { world, source, there } = await shirt();
  there.variants.pop();
  source.fields.name = 'Shirt';
  await world.run();
  expect(skusOf(there)).toEqual(['TS-S']);
  for (const variant of source.variants) if (variant.sku === 'TS-M') variant.price = '9.99';
  await world.run();
  expect(skusOf(there)).toEqual(['TS-S', 'TS-M']);
});

describe('SKUs of variants', () => {
  test('that are swapped end right: each stays the same variant', async () => {
    const { world, source, there } = await shirt();
    const [one, two] = source.variants;
    if (one && two) [one.sku, two.sku] = [two.sku, one.sku];
    const ids = there.variants.map(({ id }) => id);
    await world.run();
    expect(there.variants.map(({ id, sku, options }) => [id, sku, options.Size])).toEqual([
      [ids[0], 'TS-M', 'S'],
      [ids[1], 'TS-S', 'M'],
    ]);
  });

  test('that the merchant’s own variant has are parked, and nothing is written', async () => {
    const { world, source, there } = await shirt();
    const own = world.to.variant('TS-NEW', { Size: 'XL' });
    there.variants.push(own);
    for (const variant of source.variants) if (variant.sku === 'TS-M') variant.sku = 'TS-NEW';
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { code: 'sku_taken', params: { by: [own.id] } },
    });
    expect(world.to.writes).toHaveLength(1);
  });

  test('that a variant has which an earlier writing made and did not tie to the product are taken up', async () => {
    const { world, source, there } = await shirt();
    const { to } = world;
    to.untied.add(to.put({ sku: 'TS-L' }).id);
    source.variants.push(world.from.variant('TS-L', { Size: 'L' }));
    expect(await world.code(source.id)).toBe('updated');
    expect(skusOf(there)).toEqual(['TS-S', 'TS-M', 'TS-L']);
    expect(to.products.size).toBe(1);
  });

  test('that one has which was made for a product that stood there, before it was linked to it, are taken up', async () => {
    const world = new World();
    const { from, to } = world;
    const there = to.put({
      sku: 'TS',
      options: [{ name: 'Size', values: ['S'] }],
      variants: [to.variant('TS-S', { Size: 'S' })],
    });
    to.untied.add(to.put({ sku: 'TS-L' }).id);
    const { id } = from.put({
      sku: 'TS',
      options: [{ name: 'Size', values: ['S', 'L'] }],
      variants: [from.variant('TS-S', { Size: 'S' }), from.variant('TS-L', { Size: 'L' })],
    });
    expect(await world.code(id)).not.toBe('sku_taken');
    expect(skusOf(to.get(there.id))).toEqual(['TS-S', 'TS-L']);
    expect(to.products.size).toBe(1);
  });

  test('that another product of the target has are parked', async () => {
    const { world, source } = await shirt();
    const other = world.to.put({ sku: 'TS-L' });
    source.variants.push(world.from.variant('TS-L', { Size: 'L' }));
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { code: 'sku_taken', params: { sku: 'TS-L', by: [other.id] } },
    });
  });
});

describe('options', () => {
  test('go under the target’s name where the table has one, else under their own', async () => {
    const world = new World({ settings: { options: { map: { size: 'Maat' } } } });
    const { from, to } = world;
    from.put({
      sku: 'TS',
      options: [{ name: 'Size', values: ['S'] }],
      variants: [from.variant('TS-S', { Size: 'S', Colour: 'blue' })],
    });
    await world.run();
    const [there] = to.bySku('TS');
    expect(there?.options).toEqual([
      { name: 'Maat', values: ['S'] },
      { name: 'Colour', values: ['blue'] },
    ]);
    expect(there?.variants[0]?.options).toEqual({ Maat: 'S', Colour: 'blue' });
  });

  test('without values are named, and everything else goes', async () => {
    const world = new World({ settings: { createValues: false } });
    const { from, to } = world;
    const { id } = from.put({
      sku: 'TS',
      options: [
        { name: 'Size', values: ['S', 'M'] },
        { name: 'Print', values: [] },
      ],
      variants: [from.variant('TS-S', { Size: 'S' }), from.variant('TS-M', { Size: ' ' })],
    });
    expect(await world.outcome(id)).toMatchObject({
      problem: { code: 'option_without_value', params: { sku: 'TS', option: 'Print' } },
    });
    expect(to.bySku('TS').map(skusOf)).toEqual([['TS-S']]);
    expect(to.drafts[0]?.createValues).toBe(false);
    const { writes } = to;
    expect(await world.code(id)).toBe('option_without_value');
    expect(to.writes).toEqual(writes);
  });
});

test('more variants than the target takes are parked, with both numbers', async () => {
  const world = new World();
  const { from } = world;
  const many = Array.from({ length: 10_000 }, (_, index) =>
    from.variant(`V-${index}`, { No: String(index) }),
  );
  const { id } = from.put({ sku: 'MANY', variants: many });
  const few = from.put({ sku: 'FEW' });
  await world.run();
  expect(world.last.map(({ outcome }) => outcome)).toMatchObject([
    { problem: { code: 'too_many_variants', params: { sku: 'MANY', count: 10_000, max: 100 } } },
    { kind: 'done' },
  ]);
  world.to.traits = { ...world.to.traits, groups: false };
  expect(await world.code(id)).toBe('too_many_variants');
  expect(few.id).not.toBe(id);
});

test('the merchant’s own variants count, too', async () => {
  const { world, source, there } = await shirt({}, new FakeShop('b', { ...net, maxVariants: 3 }));
  there.variants.push(world.to.variant('TS-XL', { Size: 'XL' }));
  source.variants.push(world.from.variant('TS-L', { Size: 'L' }));
  expect(await world.outcome(source.id)).toMatchObject({
    problem: { code: 'too_many_variants', params: { count: 4, max: 3 } },
  });
});
