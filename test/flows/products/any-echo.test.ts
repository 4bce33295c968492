/** Two shops that are kept in step both ways, whatever is changed on either side, in whatever order it is carried: it settles, and both have the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeShop, net, type ShopProduct } from './fake-shop.ts';
import { World } from './world.ts';

const side = fc.constantFrom('source' as const, 'target' as const);
const step = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    side,
    field: fc.constantFrom('description', 'brand'),
    value: fc.constantFrom('a', 'b', 'c'),
  }),
  fc.record({ kind: fc.constant('price' as const), cents: fc.integer({ min: 1, max: 99_999 }) }),
  fc.record({ kind: fc.constant('sku' as const), side, value: fc.constantFrom('TS', 'TS-1', 'TS-2') }),
  fc.record({ kind: fc.constant('picture' as const), side }),
  fc.record({ kind: fc.constant('variant' as const), side }),
  fc.record({ kind: fc.constant('forth' as const) }),
  fc.record({ kind: fc.constant('back' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(world: World, source: ShopProduct, step: Step, count: number): Promise<void> {
  const there = [...world.to.products.values()][0];
  const of = 'side' in step && step.side === 'target' ? there : source;
  const shop = of === source ? world.from : world.to;
  switch (step.kind) {
    case 'forth':
      await world.run();
      return;
    case 'back':
      await world.runBack();
      return;
    case 'price':
      source.fields.price = (step.cents / 100).toFixed(2);
      return;
    case 'text':
      if (of) of.fields[step.field] = step.value;
      return;
    case 'sku':
      if (of) of.fields.sku = step.value;
      return;
    case 'picture':
      of?.pictures.push(shop.picture(`${shop.name}-${count}`));
      return;
    case 'variant':
      of?.variants.push(shop.variant(`V-${shop.name}-${count}`, { Size: `${shop.name}-${count}` }));
      return;
  }
}

describe.each([2, 4, 6])('with prices of %d decimals without VAT', (priceDecimals) => {
  test('both end equal, and then nothing is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const world = new World({ to: new FakeShop('b', { ...net, priceDecimals }) });
        world.bothWays = true;
        // Nobody is here to be asked.
        for (const each of [world.forth, world.back]) each.settings.conflicts = 'source';
        const source = world.from.put({
          sku: 'TS',
          fields: { price: '29.99', description: 'a', brand: 'a' },
          options: [{ name: 'Size', values: ['S'] }],
          variants: [world.from.variant('TS-S', { Size: 'S' }, { price: '14.95' })],
        });
        await world.run();
        for (const [count, each] of steps.entries()) await take(world, source, each, count);
        const price = source.fields.price;
        for (let round = 0; round < 4; round += 1) {
          await world.run();
          await world.runBack();
        }
        const { writes } = world;
        await world.run(undefined, true);
        await world.runBack();
        expect(world.writes).toBe(writes);
        const there = world.to.get(world.link(source.id).targetId);
        expect([world.from.products.size, world.to.products.size]).toEqual([1, 1]);
        expect(source.fields.price).toBe(price);
        expect(source.variants[0]?.price).toBe('14.95');
        const shared = ({ fields: { description, brand, sku } }: ShopProduct) => ({
          description,
          brand,
          sku,
        });
        expect(shared(there)).toEqual(shared(source));
        const skus = ({ variants }: ShopProduct) => variants.map(({ sku }) => sku).sort();
        expect(skus(there)).toEqual(skus(source));
        expect(there.pictures.length).toBe(source.pictures.length);
      }),
      { numRuns: 60 },
    );
  });
});
