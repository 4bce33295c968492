import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../../src/engine/configuration/settings-schema.ts';
import { products } from '../../../src/flows/products/index.ts';
import { productsSettings } from '../../../src/flows/products/settings.ts';
import { en } from '../../../src/texts/en.ts';
import { FakeShop, gross } from './fake-shop.ts';

const { connector } = new FakeShop('b', gross);
const { products: _none, ...without } = connector;

function check(settings: unknown, mapping: Record<string, string> = {}) {
  return products.check(productsSettings.parse(settings), mapping, connector);
}

describe('settings', () => {
  test('may all be left out', () => {
    expect(check({})).toEqual([]);
  });

  test('that contradict each other are refused', () => {
    expect(check({ gone: 'deactivate', fields: { active: 'never' } })).toMatchObject([
      { path: ['settings', 'gone'], message: expect.stringContaining('fields.active') },
    ]);
  });

  test('that nobody knows are refused', () => {
    expect(productsSettings.safeParse({ fields: { name: 'never' } }).success).toBe(false);
    expect(productsSettings.safeParse({ fields: { colour: 'always' } }).success).toBe(false);
    expect(productsSettings.safeParse({ delete: true }).success).toBe(false);
  });

  test.each([
    [{ categories: { by: 'map' } }, 'is missing'],
    [{ categories: { by: 'link', map: { map: {} } } }, 'is without effect'],
  ])('%o is refused: the table %s', (settings, message) => {
    expect(check(settings)).toMatchObject([
      { path: ['settings', 'categories', 'map'], message: expect.stringContaining(message) },
    ]);
  });

  interface Schema {
    readonly title?: string;
    readonly description?: string;
    readonly properties?: Readonly<Record<string, Schema>>;
  }

  function settingsOf(schema: Schema, prefix = ''): [string, Schema][] {
    return Object.entries(schema.properties ?? {}).flatMap(([name, each]) => [
      [`${prefix}${name}`, each] as [string, Schema],
      ...settingsOf(each, `${prefix}${name}.`),
    ]);
  }

  test('have a name and say what they do, each', () => {
    const settings = settingsOf(settingsSchema(products, en) as Schema);
    expect(Object.keys(en.settings.products).sort()).toEqual(settings.map(([path]) => path).sort());
    for (const [path, { title, description }] of settings) {
      expect([path, title]).toEqual([path, expect.stringMatching(/^[A-Z].{1,30}$/)]);
      expect([path, description]).toEqual([path, expect.stringMatching(/^[A-Z].{8,}[^.]$/)]);
    }
  });
});

describe('a mapping', () => {
  test('may fill in the target’s own fields', () => {
    expect(products.targetFields(connector)).toEqual(['meta', 'origin', 'care']);
    expect(check({ fixed: { meta: 'x' } }, { origin: 'product.brand' })).toEqual([]);
  });

  test('onto a field that the target lacks is refused with the nearest name', () => {
    expect(check({ fixed: { cara: 'x' } }, { orign: 'product.brand' })).toMatchObject([
      { path: ['mapping', 'orign'], message: expect.stringContaining('the nearest is "origin"') },
      { path: ['settings', 'fixed', 'cara'], message: expect.stringContaining('is not a field') },
    ]);
  });

  test('that reads what a product does not have is refused', () => {
    expect(check({}, { origin: 'product.brnd' })).toMatchObject([
      { path: ['mapping', 'origin'], message: expect.stringContaining('brnd') },
    ]);
    expect(check({}, { origin: 'product.variants.sku' })).toEqual([]);
  });

  test('that is no expression is refused', () => {
    expect(check({}, { origin: 'product.(' })).toMatchObject([{ path: ['mapping', 'origin'] }]);
  });
});

test('a target that is walked through is given as many at once as it says', () => {
  const target = connector.products?.target;
  if (target === undefined) throw new Error('takes no products');
  const walked = { ...connector, products: { target: { ...target, batchSize: 70 } } };
  expect(products.batchSize(walked)).toBe(70);
});

test('the flow goes where the one has products to read and the other takes them', () => {
  expect(products.supports(connector, connector)).toBe(true);
  expect(products.supports(connector, without)).toBe(false);
  expect(products.supports(without, connector)).toBe(false);
  expect(products.batchSize(connector)).toBe(10);
  expect(products.source(connector)).toBe(connector.products?.source);
});
