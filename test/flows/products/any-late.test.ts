/**
 * Fields and attributes change at the source in any order, while calls are not answered, consumers die, and what they had sent is done minutes later, or
 * never: in the end the target says what the source says.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProductTraits } from '../../../src/connectors/contract/products.ts';
import { runs } from '../../support/runs.ts';
import { FakeShop, gross, net, type ShopProduct } from './fake-shop.ts';
import { minuteMs } from './late-shirt.ts';
import { World } from './world.ts';

const together: NonNullable<ProductTraits['together']> = [
  ['price', 'listPrice'],
  ['active', 'categories'],
  ['attributes', 'gtin', 'brand'],
];

const text = fc.constantFrom('', 'a', 'b');
const amount = fc.constantFrom('10', '20', '30');
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      field: fc.constantFrom('brand', 'gtin'),
      value: text,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('attribute' as const),
      name: fc.constantFrom('A', 'B'),
      value: text,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('price' as const), value: amount }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('list price' as const),
      value: fc.option(amount, { nil: null }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('variant' as const), value: amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('active' as const), value: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('category' as const), id: fc.constantFrom('1', '2') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('given' as const, 'late' as const, 'dies' as const, 'dies late' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('done' as const), which: fc.nat({ max: 3 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(world: World, source: ShopProduct, each: Step): Promise<void> {
  switch (each.kind) {
    case 'text':
      source.fields[each.field] = each.value;
      return;
    case 'attribute':
      source.attributes = source.attributes.filter(({ name }) => name !== each.name);
      if (each.value !== '') source.attributes.push({ name: each.name, values: [each.value] });
      return;
    case 'price':
      source.fields.price = each.value;
      return;
    case 'list price':
      source.fields.listPrice = each.value;
      return;
    case 'variant':
      Object.assign(source.variants[0] ?? {}, { price: each.value });
      return;
    case 'active':
      source.fields.active = each.value;
      return;
    case 'category': {
      const others = source.categories.filter((id) => id !== each.id);
      source.categories = others.length < source.categories.length ? others : [...others, each.id];
      return;
    }
    case 'done':
      world.to.doLateWork(each.which);
      return;
    default:
      world.to.holdsBack = each.kind.endsWith('late');
      world.dies = each.kind.startsWith('dies');
      await world.run();
      world.to.holdsBack = false;
      world.dies = false;
  }
}

/** What both should say. */
function told({ fields, attributes, categories, variants }: ShopProduct) {
  const { brand, gtin, price, listPrice, active } = fields;
  return {
    fields: {
      brand,
      gtin,
      active,
      price: Number(price),
      listPrice: listPrice == null ? null : Number(listPrice),
    },
    attributes: Object.fromEntries(attributes.map(({ name, values }) => [name, values.join()]).toSorted()),
    categories: categories.map((id) => id.replace('c', '')).toSorted(),
    prices: variants.map((each) => Number(each.price)),
  };
}

const own = { ...net, pricesIncludeVat: true };

describe.each([
  ['parts together, and lists as a whole', { ...gross, together }],
  ['parts together, and adds to prices', { ...gross, together, addsVariantPrices: true as const }],
  ['each part by itself', gross],
  ['each part by itself, and is sent pictures', own],
] as const)('a target that is sent %s', (_, kind) => {
  test('says what the source says after any history in which calls are done minutes after they were given up, or never', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 16 }), fc.boolean(), async (steps, isDone) => {
        const world = new World({ to: new FakeShop('b', kind) });
        world.forth.settings.attributes = { map: { A: 'A', B: 'B' } };
        for (const id of ['1', '2']) world.forth.categories.set(id, `c${id}`);
        world.begunAt = world.leaseEndsAt;
        const source = world.from.put({
          sku: 'TS',
          fields: { price: '10', listPrice: null, brand: 'a', gtin: '' },
          options: [{ name: 'Size', values: ['S'] }],
          variants: [world.from.variant('TS-S', { Size: 'S' }, { price: '10', listPrice: null })],
        });
        await world.run();
        // A price of its own, which is set between two that move it, is one that nobody has said.
        const isMoved = world.to.traits.addsVariantPrices === true;
        for (const each of steps) if (!isMoved || each.kind !== 'variant') await take(world, source, each);
        // One that died is settled first, and what was sent then may be done after that.
        await world.run();
        if (isDone) world.to.doLateWork();
        world.now = world.leaseEndsAt + 10 * minuteMs;
        await world.run();
        await world.run();
        const [there] = world.to.bySku('TS');
        expect(there && told(there)).toEqual(told(source));
        const { writes } = world;
        await world.run(undefined, true);
        expect(world.writes).toBe(writes);
      }),
      runs(1_000),
    );
  });
});
