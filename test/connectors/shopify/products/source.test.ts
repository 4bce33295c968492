import { expect, test } from 'vitest';
import { findPlaces } from '../../../../src/connectors/shopify/products/places.ts';
import { productSource } from '../../../../src/connectors/shopify/products/source.ts';
import { product } from '../../../../src/records/product.ts';
import { rows } from '../answers.ts';
import { FakeShop } from '../fake-shop.ts';

const variant = (number: number, size: string, more = {}) => ({
  id: `gid://shopify/ProductVariant/${number}`,
  sku: `TS-${size}`,
  barcode: null,
  price: '19.95',
  compareAtPrice: null,
  selectedOptions: [{ name: 'Maat', value: size }],
  inventoryItem: { measurement: { weight: { value: 250, unit: 'GRAMS' } } },
  media: { nodes: [] },
  ...more,
});

const fact = (key: string, value: string) => {
  return { namespace: 'custom', key, type: 'single_line_text_field', value };
};

const shirt = {
  id: 'gid://shopify/Product/86',
  title: 'Shirt <i>bio</i>',
  descriptionHtml: '<p>Zacht</p>',
  vendor: 'Molen',
  status: 'DRAFT',
  isGiftCard: false,
  updatedAt: '2026-06-04T09:38:23Z',
  options: [{ name: 'Maat', values: ['S', 'M', 'L'] }],
  variants: rows([variant(1, 'S', { compareAtPrice: '29.95' }), variant(2, 'M')], 'v2'),
  media: {
    nodes: [
      { id: 'gid://shopify/MediaImage/5', alt: 'Voor', image: { url: 'https://cdn.example/a.jpg?v=1' } },
      { id: 'gid://shopify/MediaImage/6', alt: null, image: null },
      { id: 'gid://shopify/Video/7' },
    ],
  },
  collections: rows([{ id: 'gid://shopify/Collection/3' }], 'c1'),
  metafields: rows(
    [
      fact('care', '30 graden'),
      { namespace: 'custom', key: 'file', type: 'file_reference', value: 'gid://shopify/MediaImage/5' },
    ],
    'm2',
  ),
};

/** Of one page. */
const short = { ...shirt, collections: rows([]), metafields: rows([]) };

test('a product is read with all pages of its variants, collections and facts', async () => {
  const shop = new FakeShop({
    Products: () => ({ nodes: [shirt] }),
    MoreVariants: ({ after }) => ({
      product: { variants: after === 'v2' ? rows([variant(3, 'L')]) : rows([]) },
    }),
    MoreCollections: () => ({ product: { collections: rows([{ id: 'gid://shopify/Collection/4' }]) } }),
    MoreMetafields: () => ({ product: { metafields: rows([fact('stof', 'katoen')]) } }),
  });
  const read = product.parse(await productSource.get(shop, '86'));
  expect(read).toMatchObject({
    id: '86',
    name: 'Shirt <i>bio</i>',
    kind: 'variants',
    active: false,
    brand: 'Molen',
    pricesIncludeVat: true,
    categories: ['3', '4'],
    attributes: [
      { name: 'custom.care', values: ['30 graden'] },
      { name: 'custom.stof', values: ['katoen'] },
    ],
    images: [{ version: 'gid://shopify/MediaImage/5', position: 0, alt: 'Voor' }],
  });
  expect(read.variants?.map(({ id, sku, listPrice, weightKg }) => [id, sku, listPrice, weightKg])).toEqual([
    ['1', 'TS-S', '29.95', '0.25'],
    ['2', 'TS-M', null, '0.25'],
    ['3', 'TS-L', null, '0.25'],
  ]);
});

test('one without options is simple, and its only variant is itself', async () => {
  const plain = {
    ...shirt,
    status: 'ACTIVE',
    options: [{ name: 'Title', values: ['Default Title'] }],
    variants: rows([variant(1, 'S', { sku: '0017', barcode: '8710000000017' })]),
    collections: rows([]),
    metafields: rows([]),
  };
  const shop = new FakeShop({ Products: () => ({ nodes: [plain] }) });
  expect(await productSource.get(shop, '86')).toMatchObject({
    kind: 'simple',
    sku: '0017',
    gtin: '8710000000017',
    active: true,
    variants: [],
    options: [],
  });
});

test.each([
  ['a channel shows', { status: 'ACTIVE', channels: { count: 1 } }, true],
  ['no channel shows, as when its answer was lost', { status: 'ACTIVE', channels: { count: 0 } }, false],
  ['is active, where nobody may say who shows it', { status: 'ACTIVE' }, true],
  ['channels show, and is a draft', { status: 'DRAFT', channels: { count: 2 } }, false],
])('whether one that %s is on sale', async (_which, more, active) => {
  const variants = rows([variant(1, 'S')]);
  const shop = new FakeShop({ Products: () => ({ nodes: [{ ...short, variants, ...more }] }) });
  expect(await productSource.get(shop, '86')).toMatchObject({ active });
});

test.each([
  [[true, true], { vatClass: 'taxed' }],
  [[false, false], { vatClass: 'untaxed', vatRate: '0' }],
  [[true, false], {}],
])('VAT is what its variants say, where they agree: %j', async (taxed, vat) => {
  const variants = rows(taxed.map((taxable, index) => variant(index, `${index}`, { taxable })));
  const shop = new FakeShop({ Products: () => ({ nodes: [{ ...short, variants }] }) });
  const { vatClass, vatRate } = (await productSource.get(shop, '86')) ?? {};
  expect({ vatClass, vatRate }).toEqual({ vatClass: undefined, vatRate: undefined, ...vat });
});

test('a search that answers something similar finds only what is the same to the character (P5)', async () => {
  const skus = ['0017', '17', 'AB-1', 'ab-1', 'AB-1 ', 'AB 1'];
  const hits = skus.map((sku, index) => ({
    id: `gid://shopify/ProductVariant/${index + 1}`,
    sku,
    product: { id: 'gid://shopify/Product/9', hasOnlyDefaultVariant: sku === '17' },
    inventoryItem: { id: 'gid://shopify/InventoryItem/4' },
  }));
  const shop = new FakeShop({ VariantsWith: () => ({ productVariants: rows(hits) }) });
  const found = await findPlaces(shop, ['AB-1', '17', 'a"b']);
  expect(
    [...found].map(([sku, places]) => [sku, places.map(({ id, variantId }) => [id, variantId])]),
  ).toEqual([
    ['17', [['9:2', null]]],
    ['AB-1', [['9:3', '3']]],
  ]);
  expect(shop.operations[0]?.variables).toMatchObject({
    filter: 'sku:"AB-1" OR sku:"17" OR sku:"a\\"b"',
  });
});
