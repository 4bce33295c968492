/** Prices that go both ways stay as they were on each side, until either price or the VAT between them is another one (V1). */
import { describe, expect, test } from 'vitest';
import type { PricePair, ProductLink } from '../../../src/flows/links.ts';
import { FakeShop, net } from './fake-shop.ts';
import { directionOf, type Given, World } from './world.ts';

const cents = { ...net, priceDecimals: 2 };

/** One product in both shops, after both directions have come to rest. */
async function atRest(
  price: string,
  { settings = {} as Given, backSettings = {} as Given, vatRate = '21' } = {},
) {
  const world = new World({ to: new FakeShop('b', cents), settings, backSettings });
  world.bothWays = true;
  const source = world.from.put({ sku: 'MOK', fields: { price, vatRate } });
  await rest(world);
  const target = () => world.to.get(world.link(source.id).targetId);
  return { world, source, target };
}

async function rest(world: World): Promise<void> {
  for (let run = 0; run < 3; run += 1) {
    await world.run();
    await world.runBack();
  }
}

/** As it was stored before it was known what prices were turned with. */
function unmarked(world: World): void {
  const plain = (pairs: Readonly<Record<string, PricePair>> = {}) =>
    Object.fromEntries(Object.entries(pairs).map(([field, { from, to }]) => [field, { from, to }]));
  for (const { links } of [world.forth, world.back])
    for (const [key, link] of links) {
      const { facts } = link;
      const variants = Object.entries(facts.variants).map(([id, each]) => [
        id,
        { ...each, prices: plain(each.prices) },
      ]);
      const before = { ...facts, prices: plain(facts.prices), variants: Object.fromEntries(variants) };
      links.set(key, { ...link, facts: before } as ProductLink);
    }
}

describe('a new VAT rate', () => {
  test.each(['noticed', 'asked'])('is that of the price from then on, where it was %s', async (how) => {
    const { world, source, target } = await atRest('10.90');
    expect(target().fields.price).toBe('9.01');
    source.fields.vatRate = '9';
    await world.run([source.id], how === 'asked');
    expect(target().fields.price).toBe('10');
    await rest(world);
    expect([source.fields.price, target().fields.price]).toEqual(['10.90', '10']);
  });

  test('is that of variants too', async () => {
    const world = new World({ to: new FakeShop('b', cents) });
    world.bothWays = true;
    const variants = [world.from.variant('M', { size: 'M' }, { price: '10.90' })];
    const source = world.from.put({ sku: 'TS', variants, options: [{ name: 'size', values: ['M'] }] });
    await rest(world);
    const there = () => world.to.get(world.link(source.id).targetId).variants[0]?.price;
    expect(there()).toBe('9.01');
    source.fields.vatRate = '9';
    await rest(world);
    expect(there()).toBe('10');
    expect(variants[0]?.price).toBe('10.90');
  });

  test('of the target comes back with its prices', async () => {
    const { world, source, target } = await atRest('12.10');
    target().fields.vatRate = '9';
    await world.runBack();
    expect(source.fields.price).toBe('10.9');
    await rest(world);
    expect([source.fields.price, target().fields.price]).toEqual(['10.9', '10']);
  });

  test('that a table names is that of all products of the class', async () => {
    const settings: Given = { price: { vatRate: { map: { goods: '21' } } } };
    const world = new World({ to: new FakeShop('b', cents), settings });
    world.bothWays = true;
    const source = world.from.put({
      sku: 'MOK',
      fields: { price: '10.90', vatRate: undefined, vatClass: 'goods' },
    });
    await rest(world);
    world.forth.settings = directionOf({ price: { vatRate: { map: { goods: '9' } } } }, {}).settings;
    await world.run([source.id], true);
    expect(world.to.bySku('MOK')[0]?.fields.price).toBe('10');
  });
});

describe('another basis', () => {
  test.each([
    ['with VAT', true, '10.90', '10.9'],
    ['without VAT', false, '9.01', '9.01'],
  ])('of a target that says its prices are %s now', async (_how, pricesIncludeVat, _was, expected) => {
    const { world, source, target } = await atRest('10.90');
    world.to.traits = { ...world.to.traits, pricesIncludeVat };
    await world.run([source.id], true);
    expect(target().fields.price).toBe(expected);
    await rest(world);
    expect([source.fields.price, target().fields.price]).toEqual(['10.90', expected]);
  });
});

describe('two sides that take VAT by different rates', () => {
  test('come to rest all the same: neither carries its own reckoning back', async () => {
    const { world, source, target } = await atRest('10.90', { vatRate: '9' });
    expect([source.fields.price, target().fields]).toMatchObject(['10.90', { price: '10', vatRate: '21' }]);
    const { writes } = world;
    target().fields.name = 'Mok, blue';
    await rest(world);
    expect(world.writes).toBe(writes + 1);
    expect([source.fields.price, target().fields.price]).toEqual(['10.90', '10']);
    target().fields.price = '20';
    await rest(world);
    expect([source.fields.price, target().fields.price]).toEqual(['24.2', '20']);
  });
});

describe('prices of before it was known what they were turned with', () => {
  test.each(['21', '9'])('stay as they are while nothing changes, at %s %%', async (vatRate) => {
    const { world, source, target } = await atRest('29.99', { vatRate });
    const there = target().fields.price;
    unmarked(world);
    target().fields.name = 'Mok, blue';
    const { writes } = world;
    await world.runBack();
    await rest(world);
    expect(world.writes).toBe(writes + 1);
    expect([source.fields.price, target().fields.price]).toEqual(['29.99', there]);
  });

  test('and that came from the target, too', async () => {
    const { world, source, target } = await atRest('29.99');
    target().fields.price = '12.36';
    await rest(world);
    expect(source.fields.price).toBe('14.96');
    unmarked(world);
    const { writes } = world;
    await world.run([source.id], true);
    await rest(world);
    expect(world.writes).toBe(writes);
  });

  test('follow a new rate', async () => {
    const { world, source, target } = await atRest('10.90');
    unmarked(world);
    source.fields.vatRate = '9';
    await rest(world);
    expect([source.fields.price, target().fields.price]).toEqual(['10.90', '10']);
  });
});
