/** Targets that are told several parts in one: a call that is done late brings all of them back, as they were read for it. */
import { describe, expect, test } from 'vitest';
import type { ProductTraits } from '../../../src/connectors/contract/products.ts';
import { FakeShop, gross } from './fake-shop.ts';
import { minuteMs } from './late-shirt.ts';
import { type Given, World } from './world.ts';

const together: NonNullable<ProductTraits['together']> = [
  ['price', 'listPrice'],
  ['active', 'categories'],
  ['attributes', 'gtin', 'brand'],
];

/** A mug that is linked; `say` changes something of it at the source and carries it, `late` does that with a call that is done late. */
async function mug({ settings = {} as Given, bothWays = false } = {}) {
  const world = new World({ to: new FakeShop('b', { ...gross, together }), settings: { ...settings } });
  world.bothWays = bothWays;
  for (const id of ['1', '2', '3']) world.forth.categories.set(id, `c${id}`);
  world.forth.settings.attributes = { map: { A: 'A', B: 'B', C: 'C' } };
  const source = world.from.put({
    sku: 'MOK',
    fields: { price: '15', listPrice: null, brand: 'Acme', gtin: '' },
    categories: ['1'],
    attributes: [{ name: 'A', values: ['one'] }],
  });
  await world.run();
  const there = world.to.get(world.link(source.id).targetId);
  const say = async (fields: Record<string, unknown>) => {
    Object.assign(source.fields, fields);
    return world.code(source.id);
  };
  const late = async (fields: Record<string, unknown>) => {
    world.to.holdsBack = true;
    expect(await say(fields)).toBe('timed_out');
  };
  const attribute = (name: string, ...values: readonly string[]) => {
    source.attributes = source.attributes.filter((each) => each.name !== name);
    if (values.length > 0) source.attributes.push({ name, values: [...values] });
  };
  const laterOn = () => {
    world.now += 10 * minuteMs;
    return world.code(source.id);
  };
  return { world, source, there, say, late, attribute, laterOn };
}

describe('prices that go together', () => {
  test('the price of before does not come back with a list price that was not answered', async () => {
    const { world, there, say, late, laterOn } = await mug();
    await late({ listPrice: '20' });
    await say({ price: '12' });
    world.to.doLateWork();
    expect(there.fields).toMatchObject({ price: '15', listPrice: '20' });
    await laterOn();
    expect(there.fields).toMatchObject({ price: '12', listPrice: '20' });
    expect(await laterOn()).toBe('nothing_new');
  });

  test('nor is it carried to the source as a change of the target', async () => {
    const { world, source, there, say, late, laterOn } = await mug({ bothWays: true });
    await late({ listPrice: '20' });
    await say({ price: '12' });
    world.to.doLateWork();
    await world.runBack();
    expect(source.fields).toMatchObject({ price: '12', listPrice: '20' });
    await laterOn();
    await world.runBack();
    expect([source.fields, there.fields]).toMatchObject([{ price: '12' }, { price: '12' }]);
  });

  test('that of a variant neither', async () => {
    const { world, source, there, late, say, laterOn } = await mug();
    const variant = world.from.variant('MOK-L', { Size: 'L' }, { price: '15', listPrice: null });
    Object.assign(source, {
      kind: 'variants',
      options: [{ name: 'Size', values: ['L'] }],
      variants: [variant],
    });
    await say({});
    variant.listPrice = '20';
    await late({});
    variant.price = '12';
    await say({});
    const now = () => there.variants.map(({ price, listPrice }) => [price, listPrice]);
    world.to.doLateWork();
    expect(now()).toEqual([['15', '20']]);
    await laterOn();
    expect(now()).toEqual([['12', '20']]);
  });

  test('that of a variant neither, where a shop adds it to the price of the product', async () => {
    const { world, source, there, late, say, laterOn } = await mug({ bothWays: true });
    world.to.traits = { ...world.to.traits, addsVariantPrices: true };
    const variant = world.from.variant('MOK-L', { Size: 'L' }, { price: '18' });
    Object.assign(source, {
      kind: 'variants',
      options: [{ name: 'Size', values: ['L'] }],
      variants: [variant],
    });
    await say({});
    await late({ price: '14' });
    await say({ price: '12' });
    world.to.doLateWork();
    expect([there.fields.price, there.variants[0]?.price]).toEqual(['14', '20']);
    await world.runBack();
    expect(source.variants[0]?.price).toBe('18');
    await laterOn();
    expect([there.fields.price, there.variants[0]?.price]).toEqual(['12', '18']);
  });

  test.each([
    [
      'a price comes to stand as the list price',
      { price: '12', listPrice: '16' },
      { price: '12', listPrice: '20' },
    ],
    [
      'the end of a sale leaves the list price as the price',
      { price: '20', listPrice: null },
      { price: '12', listPrice: '20' },
    ],
  ])('are both said anew where %s, in a system that makes one of the other', async (_what, done, wanted) => {
    const { there, say, late, laterOn } = await mug();
    // What a shop makes of one of two calls that is done by itself.
    await late({ price: '16' });
    await say(wanted);
    Object.assign(there.fields, done);
    await laterOn();
    expect(there.fields).toMatchObject(wanted);
  });

  test('a price that the merchant has changed stays his, though an update that was not answered carried it', async () => {
    const { world, there, say, late, laterOn } = await mug();
    there.fields.price = '16';
    await late({ listPrice: '20' });
    await say({});
    world.to.doLateWork();
    await laterOn();
    expect(there.fields).toMatchObject({ price: '16', listPrice: '20' });
  });
});

describe('categories that say whether the product is on sale', () => {
  test('put none on sale again that was switched off since', async () => {
    const { world, source, there, say, late, laterOn } = await mug();
    source.categories = ['1', '2'];
    await late({});
    await say({ active: false });
    world.to.doLateWork();
    expect(there.fields.active).toBe(true);
    await laterOn();
    expect(there.fields.active).toBe(false);
  });

  test('nor one that is gone at the source', async () => {
    const { world, source, there, late, laterOn } = await mug({ settings: { gone: 'deactivate' } });
    source.categories = ['1', '2'];
    await late({});
    world.from.products.delete(source.id);
    expect(await world.code(source.id)).toBe('outcome_unknown');
    expect(there.fields.active).toBe(false);
    world.to.doLateWork();
    expect(there.fields.active).toBe(true);
    expect(await laterOn()).toBe('deactivated');
    expect(there.fields.active).toBe(false);
  });

  test.each([
    ['one', ['1']],
    ['none', []],
  ])('that came since are there again, where it was in %s', async (_some, before) => {
    const { world, source, there, say, late, laterOn } = await mug();
    source.categories = before;
    await say({});
    await late({ active: false });
    source.categories = [...before, '2'];
    await say({});
    world.to.doLateWork();
    expect(there.categories).not.toContain('c2');
    await laterOn();
    expect(there.categories).toContain('c2');
  });

  test('that came since are there again after a switching off that was done late', async () => {
    const { world, source, there, say, laterOn } = await mug({ settings: { gone: 'deactivate' } });
    world.from.products.delete(source.id);
    world.to.holdsBack = true;
    expect(await world.code(source.id)).toBe('timed_out');
    world.from.products.set(source.id, source);
    source.categories = ['1', '2'];
    await say({});
    world.to.doLateWork();
    expect(there).toMatchObject({ categories: ['c1'], fields: { active: false } });
    await laterOn();
    expect(there).toMatchObject({ categories: ['c1', 'c2'], fields: { active: true } });
  });
});

describe('attributes that are one list', () => {
  const texts = (all: readonly { name: string; values: readonly string[] }[]) =>
    Object.fromEntries(all.map(({ name, values }) => [name, values.join()]));

  test('have those of now, and the brand of now, after a list that was not answered', async () => {
    const { world, there, say, late, attribute, laterOn } = await mug();
    attribute('B', 'before');
    await say({});
    attribute('A', 'two');
    await late({});
    attribute('B', 'now');
    attribute('C', 'new');
    await say({ brand: 'Best', gtin: '4006381333931' });
    world.to.doLateWork();
    expect(texts(there.attributes)).toEqual({ A: 'two', B: 'before' });
    expect(there.fields).toMatchObject({ brand: 'Acme', gtin: '' });
    await laterOn();
    expect(texts(there.attributes)).toEqual({ A: 'two', B: 'now', C: 'new' });
    expect(there.fields).toMatchObject({ brand: 'Best', gtin: '4006381333931' });
  });

  test('have those that came after a brand that was not answered', async () => {
    const { world, there, say, late, attribute, laterOn } = await mug();
    await late({ brand: 'Best' });
    attribute('C', 'new');
    await say({});
    world.to.doLateWork();
    expect(texts(there.attributes)).toEqual({ A: 'one' });
    await laterOn();
    expect(texts(there.attributes)).toEqual({ A: 'one', C: 'new' });
  });

  test('and what the merchant has changed or taken away of them stays so', async () => {
    const { world, there, say, late, attribute, laterOn } = await mug();
    attribute('B', 'before');
    await say({});
    there.attributes = [{ name: 'A', values: ['own'] }];
    attribute('C', 'new');
    await late({});
    await say({});
    world.to.doLateWork();
    await laterOn();
    expect(texts(there.attributes)).toEqual({ A: 'own', C: 'new' });
  });

  test('are found by the look after that time, also while the product waits for a person then', async () => {
    const { world, source, there, say, late, attribute, laterOn } = await mug();
    attribute('A', 'two');
    await late({});
    attribute('C', 'new');
    await say({});
    world.to.doLateWork();
    world.to.lengths.name = 3;
    source.fields.name = 'Mugs';
    await laterOn();
    source.fields.name = 'Mug';
    await laterOn();
    expect(texts(there.attributes)).toEqual({ A: 'two', C: 'new' });
  });
});
