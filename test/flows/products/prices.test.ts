import { describe, expect, test } from 'vitest';
import { FakeShop, gross, net } from './fake-shop.ts';
import { type Given, World } from './world.ts';

const withDecimals = (priceDecimals: number) => new FakeShop('b', { ...net, priceDecimals });

/** Carries prices, and returns what stands in the target. */
async function carried(to: FakeShop, prices: readonly string[], settings: Given = {}, fields = {}) {
  const world = new World({ to, settings });
  const ids = prices.map(
    (price, index) => world.from.put({ sku: `S${index}`, fields: { price, ...fields } }).id,
  );
  await world.run();
  const there = () => ids.map((id) => to.get(world.link(id).targetId));
  return { world, there, ids };
}

describe('prices with VAT to a target without (V1)', () => {
  test.each([
    [6, ['24.785124', '12.355372']],
    [4, ['24.7851', '12.3554']],
    [2, ['24.79', '12.36']],
  ])('have all of its %d decimals, and fifty runs write nothing', async (decimals, expected) => {
    const to = withDecimals(decimals);
    const { world, there, ids } = await carried(to, ['29.99', '14.95']);
    expect(there().map(({ fields }) => fields.price)).toEqual(expected);
    expect(world.link(ids[0] ?? '').facts.prices?.price).toEqual({
      from: '29.99',
      to: expected[0],
      vat: '-21',
    });
    const { writes } = world;
    for (let run = 0; run < 50; run += 1) await world.run(ids, true);
    expect(world.writes).toBe(writes);
  });

  test.each([2, 4, 6])('come back as they were from %d decimals: never 30.00 or 14.96', async (decimals) => {
    const to = withDecimals(decimals);
    const { world, there, ids } = await carried(to, ['29.99', '14.95']);
    world.bothWays = true;
    await world.run(ids, true);
    for (const product of there()) product.fields.name = `${product.fields.name}, blue`;
    await world.runBack();
    expect(world.from.changes.map(({ fields }) => Object.keys(fields))).toEqual([['name'], ['name']]);
    expect([...world.from.products.values()].map(({ fields }) => fields.price)).toEqual(['29.99', '14.95']);
    const { writes } = world;
    for (let run = 0; run < 25; run += 1) {
      await world.run(ids, true);
      await world.runBack();
    }
    expect(world.writes).toBe(writes);
  });

  test('change with the VAT rate', async () => {
    const { world, there, ids } = await carried(withDecimals(6), ['10.90']);
    world.from.get(ids[0] ?? '').fields.vatRate = '9';
    await world.run();
    expect(there()[0]?.fields.price).toBe('10');
  });
});

test('a price that is changed in the target comes to the source with VAT in whole cents', async () => {
  const { world, there, ids } = await carried(withDecimals(6), ['29.99']);
  world.bothWays = true;
  await world.run(ids, true);
  const [product] = there();
  if (product) product.fields.price = '12.355372';
  await world.runBack();
  expect([...world.from.products.values()][0]?.fields.price).toBe('14.95');
  const { writes } = world;
  await world.run(ids, true);
  await world.runBack();
  expect(world.writes).toBe(writes);
  expect(product?.fields.price).toBe('12.355372');
});

test('a price with VAT has whole cents, however many decimals the target keeps', async () => {
  const from = new FakeShop('a', { ...net, priceDecimals: 4 });
  const to = new FakeShop('b', { ...gross, priceDecimals: 6 });
  const world = new World({ from, to });
  from.put({ sku: 'MOK', fields: { price: '12.3554' } });
  await world.run();
  expect(to.bySku('MOK')[0]?.fields.price).toBe('14.95');
});

describe('VAT is never put on a price that includes it', () => {
  test('between two shops with VAT', async () => {
    const { there } = await carried(new FakeShop('b', gross), ['29.99']);
    expect(there()[0]?.fields.price).toBe('29.99');
  });

  test('with "asSource"', async () => {
    const { there } = await carried(withDecimals(6), ['29.99'], { price: { basis: 'asSource' } });
    expect(there()[0]?.fields.price).toBe('29.99');
  });

  test('where the settings say that both include it, as neither tells', async () => {
    const from = new FakeShop('a', { ...gross, pricesIncludeVat: null });
    const to = new FakeShop('b', { ...net, pricesIncludeVat: null });
    const pricesIncludeVat = { source: true, target: true };
    const world = new World({ from, to, settings: { price: { pricesIncludeVat } } });
    world.from.put({ sku: 'MOK', fields: { price: '29.99' } });
    await world.run();
    expect(to.bySku('MOK')[0]?.fields.price).toBe('29.99');
  });
});

describe('what parks a price, naming the product', () => {
  test.each([
    ['source', { ...gross, pricesIncludeVat: null }, net],
    ['target', gross, { ...net, pricesIncludeVat: null }],
  ] as const)('nobody tells whether those of the %s include VAT', async (of, a, b) => {
    const world = new World({ from: new FakeShop('a', a), to: new FakeShop('b', b) });
    const { id } = world.from.put({ sku: 'MOK' });
    expect(await world.outcome(id)).toMatchObject({
      problem: { code: 'price_basis_unknown', params: { of, sku: 'MOK' } },
    });
    world.forth.settings.price.pricesIncludeVat[of] = of === 'source';
    expect(await world.code(id)).toBe('created');
    expect(world.to.bySku('MOK')[0]?.fields.price).toBe('10');
  });

  test('a currency that the target does not hold; without prices it goes', async () => {
    const world = new World({ from: new FakeShop('a', { ...gross, currency: 'USD' }) });
    const { id } = world.from.put({ sku: 'MOK' });
    const other = world.from.put({ sku: 'FREE', fields: { price: undefined } });
    await world.run();
    expect(world.last.map(({ outcome }) => outcome)).toMatchObject([
      { problem: { code: 'product_currency', params: { sku: 'MOK', currency: 'USD', held: 'EUR' } } },
      { kind: 'done' },
    ]);
    expect(id).not.toBe(other.id);
    Object.assign(world.forth.settings.fields, { price: 'never', listPrice: 'never' });
    expect(await world.code(id)).toBe('created');
  });

  test('a VAT rate that nobody knows, until the table has it', async () => {
    const world = new World();
    const { id } = world.from.put({ sku: 'MOK', fields: { vatRate: undefined, vatClass: 'Standard' } });
    expect(await world.outcome(id)).toMatchObject({
      problem: { code: 'product_vat_unknown', params: { sku: 'MOK', vatClass: 'Standard' } },
    });
    world.forth.settings.price.vatRate = { map: { standard: '21' } };
    expect(await world.code(id)).toBe('created');
    expect(world.to.bySku('MOK')[0]?.fields.price).toBe('10');
  });
});

describe('list prices (V2)', () => {
  test('come with a sale and go with it: null, and never 0', async () => {
    const world = new World({ to: new FakeShop('b', gross) });
    const { fields } = world.from.put({ sku: 'TS', fields: { price: '40.00', listPrice: null } });
    await world.run();
    expect(world.to.drafts[0]).not.toHaveProperty('listPrice');
    Object.assign(fields, { price: '29.95', listPrice: '40.00' });
    await world.run();
    expect(world.to.changes[0]?.fields).toEqual({ price: '29.95', listPrice: '40' });
    Object.assign(fields, { price: '40.00', listPrice: null });
    await world.run();
    expect(world.to.changes[1]?.fields).toEqual({ price: '40', listPrice: null });
  });

  test('that the merchant set stay: with "never" through every change, and where the source never had one', async () => {
    for (const settings of [{ fields: { listPrice: 'never' } }, {}] as const) {
      const world = new World({ to: new FakeShop('b', gross), settings });
      const { id, fields } = world.from.put({ sku: 'TS', fields: { price: '29.95', listPrice: null } });
      const there = world.to.put({ sku: 'TS', fields: { listPrice: '35' } });
      for (const price of ['29.95', '27.50', '26.00']) {
        fields.price = price;
        await world.run([id]);
      }
      expect(there.fields).toMatchObject({ price: '26', listPrice: '35' });
    }
  });
});
