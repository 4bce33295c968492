import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../../sandbox/kit/catalogue/catalogue.ts';
import { catalogueOf, generatedCatalogue } from '../../../../sandbox/kit/catalogue/generate.ts';
import { isPicture, pictureOf } from '../../../../sandbox/kit/catalogue/pictures.ts';
import { eanOf } from '../../../../sandbox/kit/catalogue/product.ts';
import { seedCatalogue } from '../../../../sandbox/kit/catalogue/seed.ts';
import { articleOf } from '../../../../sandbox/kit/catalogue/sold-articles.ts';
import { productIds } from '../../../../sandbox/kit/shop/articles.ts';

const large = generatedCatalogue(5000);

describe.each([
  ['the seed', seedCatalogue],
  ['a generated catalogue', large],
])('%s', (_, catalogue) => {
  it('has each key once, and parents before their children', () => {
    expect(new Set(catalogue.products.map(({ key }) => key)).size).toBe(catalogue.products.length);
    const known = new Set<string>();
    for (const { key, parent } of catalogue.categories) {
      if (parent !== null) expect(known).toContain(parent);
      expect(known.has(key)).toBe(false);
      known.add(key);
    }
    for (const { categories } of catalogue.products)
      for (const each of categories) expect(known).toContain(each);
  });

  it('gives every variant a value of every option, and no two the same', () => {
    for (const { options, variants } of catalogue.products) {
      expect(variants.length > 0).toBe(options.length > 0);
      for (const variant of variants) {
        expect(Object.keys(variant.options)).toEqual(options.map(({ name }) => name));
        for (const { name, values } of options) expect(values).toContain(variant.options[name]);
      }
      expect(new Set(variants.map((each) => JSON.stringify(each.options))).size).toBe(variants.length);
    }
  });

  it('has all articles that orders sell, amounts of two decimals, and pictures of different names', () => {
    const sold = catalogue.products.flatMap((each) => articleOf(each)?.productId ?? []);
    expect(new Set(sold)).toEqual(productIds);
    const amounts = catalogue.products.flatMap(({ price, listPrice = '0.00' }) => [price, listPrice]);
    for (const amount of amounts) expect(amount).toMatch(/^\d+\.\d\d$/);
    const files = catalogue.products.flatMap(({ pictures }) => pictures.map(({ fileName }) => fileName));
    expect(new Set(files).size).toBe(files.length);
  });
});

it('the seed has 200 products in 25 categories, with the cases that connectors trip over', () => {
  expect(seedCatalogue.products).toHaveLength(200);
  expect(seedCatalogue.categories).toHaveLength(25);
  const skus = skusOf(seedCatalogue);
  for (const sku of ['0017', '17', 'AB-1', 'ab-1', 'AB-1 ', 'AB 1', null]) expect(skus).toContain(sku);
  expect(skus.filter((sku) => sku === 'DUBBEL-1')).toHaveLength(2);
  const named = seedCatalogue.products.filter(({ name }) => name === 'Trui Bas');
  expect(named.map(({ sku, variants }) => [sku, variants.length])).toEqual([
    ['TB', 4],
    ['TB-2', 0],
  ]);
  const underTwo = seedCatalogue.categories.filter(({ name }) => name === 'Thee');
  expect(underTwo.map(({ parent }) => parent)).toEqual(['keuken', 'cadeaus']);
  expect(seedCatalogue.products.some(({ description }) => description.length > 30_000)).toBe(true);
});

describe('a generated catalogue', () => {
  it('is the same for the same number, and another for another', () => {
    expect(generatedCatalogue(60, 3)).toEqual(generatedCatalogue(60, 3));
    expect(generatedCatalogue(60, 3)).not.toEqual(generatedCatalogue(60, 4));
  });

  it('has as many products as asked, each SKU once', () => {
    expect(catalogueOf({ kind: 'generated', products: 7, seed: 1, variants: 0 }).products).toHaveLength(7);
    expect(large.products).toHaveLength(5000);
    const skus = skusOf(large);
    expect(new Set(skus).size).toBe(skus.length);
    const share = large.products.filter(({ variants }) => variants.length > 0).length / 5000;
    expect(share).toBeGreaterThan(0.17);
    expect(share).toBeLessThan(0.23);
  });
});

describe('a picture', () => {
  it('is a PNG whose pixels can be read, of its own for each name', () => {
    const bytes = pictureOf('mok-em-1.png');
    expect(isPicture(bytes)).toBe(true);
    expect(pictureOf('mok-em-1.png')).toEqual(bytes);
    expect(pictureOf('mok-em-2.png')).not.toEqual(bytes);
    const data = Buffer.from(bytes);
    const at = data.indexOf('IDAT');
    const pixels = inflateSync(data.subarray(at + 4, at + 4 + data.readUInt32BE(at - 4)));
    expect(pixels).toHaveLength(4 * (1 + 4 * 3));
    expect(isPicture(new TextEncoder().encode('<html>not found</html>'))).toBe(false);
  });

  it('says how it is called', () => {
    expect(Buffer.from(pictureOf('café.png')).includes('caf%C3%A9.png')).toBe(true);
  });
});

it('an EAN ends with its check digit', () => {
  expect(eanOf(0)).toBe('2000000000008');
  expect(eanOf(123_456_789)).toBe('2001234567893');
});

function skusOf({ products }: Catalogue): (string | null)[] {
  return products.flatMap(({ sku, variants }) => [sku, ...variants.map((each) => each.sku)]);
}
