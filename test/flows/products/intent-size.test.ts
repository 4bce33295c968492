/** What is told of a product before it is written is a row of the object, which holds two megabytes: large products must not fill it. */
import { expect, test } from 'vitest';
import type { Begun } from '../../../src/flows/bulk.ts';
import { FakeShop, gross } from './fake-shop.ts';
import { World } from './world.ts';

const together = [
  ['price', 'listPrice'],
  ['attributes', 'gtin', 'brand'],
] as const;

test('an intent is bounded by what is changed, also of a product with a hundred attributes and two thousand variants', async () => {
  const kind = { ...gross, together, maxVariants: 2_048 };
  const world = new World({ to: new FakeShop('b', kind) });
  const names = Array.from({ length: 100 }, (_, index) => `Attribute number ${index}`);
  world.forth.settings.attributes = { map: Object.fromEntries(names.map((name) => [name, name])) };
  const sizes = Array.from({ length: 2_000 }, (_, index) => `size ${index}`);
  const source = world.from.put({
    sku: 'TS',
    fields: { name: 'Shirt', price: '10', listPrice: null, brand: 'Acme', description: 'x'.repeat(20_000) },
    attributes: names.map((name) => ({ name, values: ['y'.repeat(200)] })),
    options: [{ name: 'Size', values: sizes }],
    variants: sizes.map((size) =>
      world.from.variant(
        `TS ${size}`,
        { Size: size },
        { price: '10', gtin: '4006381333931', weightKg: '0.2' },
      ),
    ),
  });
  /** Characters of what is told as the source changes so. */
  const told = async (change: () => void): Promise<number> => {
    change();
    let longest = 0;
    const { set } = world.forth.begun;
    world.forth.begun.set = (key: string, begun: Begun) => {
      longest = Math.max(longest, JSON.stringify(begun).length);
      return set.call(world.forth.begun, key, begun);
    };
    await world.run();
    world.forth.begun.set = set;
    return longest;
  };
  const made = await told(() => undefined);
  const field = await told(() => Object.assign(source.fields, { description: 'z' }));
  const list = await told(() => Object.assign(source.fields, { brand: 'Best' }));
  const prices = await told(() => {
    for (const each of source.variants) each.price = '11';
  });
  expect(made).toBeLessThan(500_000);
  expect(field).toBeLessThan(200);
  expect(list).toBeLessThan(6_000);
  expect(prices).toBeLessThan(150_000);
});
