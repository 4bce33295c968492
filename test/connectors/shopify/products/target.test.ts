import { afterEach, beforeEach, expect, test } from 'vitest';
import type {
  PictureDraft,
  ProductChanges,
  ProductDraft,
  VariantDraft,
} from '../../../../src/connectors/contract/products.ts';
import { productTarget } from '../../../../src/connectors/shopify/products/target.ts';
import { requireLengths } from '../../../../src/flows/lengths.ts';
import { requestFaults } from '../../../vendor/requests.ts';
import { rows } from '../answers.ts';
import { account, FakeShop, type Variables } from '../fake-shop.ts';

const mug: ProductDraft = {
  sku: 'MOK-1',
  name: 'Mok',
  kind: 'simple',
  active: true,
  brand: 'Molen',
  gtin: '8710000000017',
  weightKg: '0.25',
  price: '12.10',
  listPrice: '15.00',
  options: [],
  variants: [],
  attributes: [],
  categories: ['3'],
  pictures: [],
  values: { tags: ['thee'] },
  createValues: true,
};

const variant = (number: number, more: Partial<VariantDraft> = {}): VariantDraft => ({
  sourceId: `s${number}`,
  sku: `T-${number}`,
  options: { Maat: `${number}` },
  price: '9.95',
  ...more,
});

const picture = (version: string, position: number): PictureDraft => ({
  url: `https://bron.example/${version}.png`,
  version,
  position,
  fileName: `koppel-${version}.png`,
});

const nothing: ProductChanges = {
  fields: {},
  values: {},
  attributes: [],
  variants: { add: [], change: new Map(), retire: [] },
  options: [],
  categories: { add: [], remove: [] },
  pictures: { add: [], replace: new Map(), remove: [] },
  createValues: true,
};

const image = (number: number, name: string | null) => ({
  id: `gid://shopify/MediaImage/${number}`,
  alt: null,
  image: name === null ? null : { url: `https://cdn.example/files/${name}?v=1` },
});

/** A product without options that stands in the shop. */
const standing = {
  id: 'gid://shopify/Product/86',
  title: 'Mok',
  handle: 'mok',
  productType: null,
  tags: ['oud'],
  templateSuffix: null,
  descriptionHtml: '',
  vendor: 'Molen',
  status: 'ACTIVE',
  isGiftCard: false,
  updatedAt: '2026-06-04T09:38:23Z',
  options: [{ name: 'Title', values: ['Default Title'] }],
  variants: rows([
    {
      id: 'gid://shopify/ProductVariant/1',
      sku: 'MOK-1',
      barcode: null,
      price: '12.10',
      compareAtPrice: '15.00',
      selectedOptions: [{ name: 'Title', value: 'Default Title' }],
      inventoryItem: { tracked: true, measurement: null },
      media: { nodes: [] },
    },
  ]),
  media: {
    nodes: [
      image(5, 'eigen.png'),
      { id: 'gid://shopify/Video/6' },
      image(7, 'koppel-a_0d0e0f00-1111-2222-3333-444455556666.png'),
      image(8, null),
    ],
  },
  collections: rows([{ id: 'gid://shopify/Collection/3' }]),
  metafields: rows([{ namespace: 'custom', key: 'gewicht', type: 'number_integer', value: '3' }]),
};

type Row = { readonly optionValues: readonly { readonly optionName: string; readonly name: string }[] };
type File = { readonly id?: string; readonly originalSource?: string };

const none = { userErrors: [] };

/** A shop that takes everything but pictures from `refuses`, and attributes of that name. */
class Shop extends FakeShop {
  constructor(refuses: string | null = null, more = {}) {
    let number = 900;
    const placed = (list: unknown) =>
      (list as Row[]).map(({ optionValues }) => ({
        id: `gid://shopify/ProductVariant/${++number}`,
        selectedOptions: optionValues.map(({ optionName: name, name: value }) => ({ name, value })),
      }));
    const media = (files: unknown) => ({
      nodes: ((files ?? []) as File[]).map(({ id }) => ({
        id: id ?? `gid://shopify/MediaImage/${++number}`,
      })),
    });
    const isBad = (files: unknown) =>
      ((files ?? []) as File[]).some(
        ({ originalSource = '' }) => refuses !== null && originalSource.includes(refuses),
      );
    const bad = {
      productSet: { product: null, userErrors: [{ field: ['input', 'files', '0'], message: 'No' }] },
    };
    super(
      {
        Products: () => ({ nodes: [standing] }),
        MakeProduct: ({ input }) => {
          const { variants, files } = input as Variables;
          const product = {
            id: 'gid://shopify/Product/87',
            variants: { nodes: placed(variants) },
            media: media(files),
          };
          return isBad(files) ? bad : { productSet: { product, ...none } };
        },
        SetPictures: ({ files }) =>
          isBad(files) ? bad : { productSet: { product: { media: media(files) }, ...none } },
        UpdateProduct: () => ({ productUpdate: none }),
        UpdateVariants: () => ({ productVariantsBulkUpdate: none }),
        AddVariants: ({ variants }) => ({
          productVariantsBulkCreate: { productVariants: placed(variants), ...none },
        }),
        AddOptions: () => ({ productOptionsCreate: none }),
        SetMetafields: ({ metafields }) => {
          const refused = (metafields as { key: string }[]).flatMap(({ key }, at) =>
            key === refuses ? [{ field: ['metafields', `${at}`, 'value'], message: 'No' }] : [],
          );
          return { metafieldsSet: { refused } };
        },
        DeleteMetafields: () => ({ metafieldsDelete: none }),
        Publications: () => ({ publications: rows([{ id: 'gid://shopify/Publication/1' }]) }),
        Publish: () => ({ publishablePublish: none }),
        ...more,
      },
      { ...account.traits, scopes: 'write_products,write_publications' },
    );
  }

  sentAs(name: string): Variables[] {
    return this.operations.flatMap((each) => (each.name === name ? [each.variables] : []));
  }
}

let shop: Shop;
beforeEach(() => {
  shop = new Shop();
});
afterEach(() => expect(shop.calls.flatMap((call) => requestFaults('shopify', call))).toEqual([]));

async function update(changes: Partial<ProductChanges>) {
  const stands = await productTarget.get(shop, '86');
  if (stands === null) throw new Error('it is not there');
  return productTarget.update(shop, stands, { ...nothing, ...changes });
}

test('one without options is made with its only variant, and shown in the channels', async () => {
  const { id, problems } = await productTarget.create(shop, mug);
  expect([id, problems]).toEqual(['87', []]);
  expect(shop.names()).toEqual(['MakeProduct', 'Publications', 'Publish']);
  expect(shop.sentAs('MakeProduct')).toEqual([
    {
      input: {
        title: 'Mok',
        vendor: 'Molen',
        status: 'ACTIVE',
        tags: ['thee'],
        collections: ['gid://shopify/Collection/3'],
        productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
        variants: [
          {
            price: '12.10',
            compareAtPrice: '15.00',
            barcode: '8710000000017',
            inventoryItem: { sku: 'MOK-1', measurement: { weight: { value: 0.25, unit: 'KILOGRAMS' } } },
            optionValues: [{ optionName: 'Title', name: 'Default Title' }],
          },
        ],
      },
    },
  ]);
});

test('variants go along with their pictures, and options have the values in use, in their order', async () => {
  const pictures = [picture('b', 1), picture('a', 0)];
  const variants = [variant(2, { image: 'b' }), variant(1)];
  const options = [{ name: 'Maat', values: ['1', '2', '3'] }];
  const made = await productTarget.create(shop, { ...mug, kind: 'variants', options, variants, pictures });
  const [{ input } = {}] = shop.sentAs('MakeProduct');
  expect(input).toMatchObject({
    productOptions: [{ name: 'Maat', values: [{ name: '1' }, { name: '2' }] }],
    files: [{ filename: 'koppel-a.png' }, { filename: 'koppel-b.png' }],
    variants: [{ file: { filename: 'koppel-b.png' } }, { inventoryItem: { sku: 'T-1' } }],
  });
  expect([...made.variants]).toEqual([
    ['s2', '901'],
    ['s1', '902'],
  ]);
  expect([...made.pictures]).toEqual([
    ['a', 'gid://shopify/MediaImage/903'],
    ['b', 'gid://shopify/MediaImage/904'],
  ]);
});

test('one of 230 variants is made with the first hundred, and the others are added to it', async () => {
  const variants = Array.from({ length: 230 }, (_, index) => variant(index));
  const made = await productTarget.create(shop, { ...mug, kind: 'variants', variants });
  const counts = [
    ...shop.sentAs('MakeProduct').map(({ input }) => (input as { variants: unknown[] }).variants.length),
    ...shop.sentAs('AddVariants').map(({ variants: some }) => (some as unknown[]).length),
  ];
  expect(counts).toEqual([100, 100, 30]);
  expect(made.variants.size).toBe(230);
  expect(new Set(made.variants.values()).size).toBe(230);
});

test('a picture that is none is told, and the product is made without it', async () => {
  shop = new Shop('stuk');
  const made = await productTarget.create(shop, { ...mug, pictures: [picture('stuk', 0)] });
  expect([made.id, made.pictures.size]).toEqual(['87', 0]);
  expect(made.problems).toMatchObject([{ code: 'picture_refused', params: { field: 'images.0' } }]);
});

test('what is refused for another reason is made of nothing', async () => {
  const userErrors = [{ field: ['input', 'title'], message: 'No', code: 'MISSING_FIELD_REQUIRED' }];
  shop = new Shop(null, { MakeProduct: () => ({ productSet: { product: null, userErrors } }) });
  await expect(productTarget.create(shop, { ...mug, pictures: [picture('a', 0)] })).rejects.toMatchObject({
    kind: 'rejected',
  });
});

test('fields go where they stand: some at the product, others at its only variant', async () => {
  await update({
    fields: { name: 'Beker', price: '14.00', listPrice: null, sku: 'MOK-2', active: false },
    categories: { add: ['4'], remove: ['3'] },
  });
  expect(shop.names()).toEqual(['Products', 'UpdateProduct', 'UpdateVariants']);
  expect(shop.sentAs('UpdateProduct')).toEqual([
    {
      product: {
        id: 'gid://shopify/Product/86',
        title: 'Beker',
        status: 'DRAFT',
        collectionsToJoin: ['gid://shopify/Collection/4'],
        collectionsToLeave: ['gid://shopify/Collection/3'],
      },
    },
  ]);
  expect(shop.sentAs('UpdateVariants')).toMatchObject([
    {
      variants: [
        {
          id: 'gid://shopify/ProductVariant/1',
          price: '14.00',
          compareAtPrice: null,
          inventoryItem: { sku: 'MOK-2' },
        },
      ],
    },
  ]);
});

test('whether VAT is charged stands at each variant, also at those that are added later', async () => {
  const variants = [variant(1), variant(2)];
  await productTarget.create(shop, { ...mug, kind: 'variants', variants, vatClass: 'untaxed' });
  expect(shop.sentAs('MakeProduct')).toMatchObject([
    { input: { variants: [{ taxable: false }, { taxable: false }] } },
  ]);
  const [first] = standing.variants.nodes;
  const sized = (number: number) => ({
    ...(first as object),
    id: `gid://shopify/ProductVariant/${number}`,
    taxable: false,
    selectedOptions: [{ name: 'Maat', value: `${number}` }],
  });
  const group = {
    ...standing,
    options: [{ name: 'Maat', values: ['1', '2'] }],
    variants: rows([sized(1), sized(2)]),
  };
  shop = new Shop(null, { Products: () => ({ nodes: [group] }) });
  await update({ variants: { add: [variant(3)], change: new Map(), retire: [] } });
  expect(shop.sentAs('AddVariants')).toMatchObject([{ variants: [{ taxable: false }] }]);
  await update({ fields: { vatClass: 'taxed' } });
  expect(shop.sentAs('UpdateVariants')).toMatchObject([
    { variants: [1, 2].map((each) => ({ id: `gid://shopify/ProductVariant/${each}`, taxable: true })) },
  ]);
});

test('a tax class that Shopify does not have is refused before anything is made', async () => {
  await expect(productTarget.create(shop, { ...mug, vatClass: '21' })).rejects.toMatchObject({
    code: 'tax_class_unknown',
  });
  expect(shop.names()).toEqual([]);
});

test('an option that an answer that never came had made is there', async () => {
  shop = new Shop(null, {
    AddOptions: () => ({
      productOptionsCreate: {
        userErrors: [{ field: ['options', '0'], message: 'There.', code: 'OPTION_ALREADY_EXISTS' }],
      },
    }),
  });
  const done = await update({
    options: [{ name: 'Maat', values: ['1'] }],
    variants: { add: [variant(1)], change: new Map(), retire: [] },
  });
  expect(done).toMatchObject({ problems: [] });
  expect(shop.names()).toEqual(['Products', 'AddOptions', 'UpdateVariants']);
});

test('nothing is sent where nothing changes', async () => {
  expect(await update({})).toMatchObject({ problems: [] });
  expect(shop.names()).toEqual(['Products']);
});

test('the only variant of what had no options becomes the first; those that are added begin with nothing', async () => {
  const done = await update({
    options: [{ name: 'Maat', values: ['1', '2'] }],
    variants: { add: [variant(1), variant(2)], change: new Map(), retire: ['1'] },
  });
  expect(shop.names()).toEqual(['Products', 'AddOptions', 'UpdateVariants', 'AddVariants']);
  expect(shop.sentAs('UpdateVariants')).toMatchObject([
    { variants: [{ id: 'gid://shopify/ProductVariant/1', inventoryItem: { sku: 'T-1' } }] },
  ]);
  expect(shop.sentAs('AddVariants')).toMatchObject([
    { variants: [{ inventoryItem: { sku: 'T-2', tracked: true } }] },
  ]);
  expect(new Map(done.variants)).toEqual(
    new Map([
      ['s1', '1'],
      ['s2', '901'],
    ]),
  );
});

test('the list of pictures is sent whole, with films and those of the merchant', async () => {
  const stands = await productTarget.get(shop, '86');
  expect(stands?.product.images?.map(({ version }) => version)).toEqual(
    [5, 7, 8].map((number) => `gid://shopify/MediaImage/${number}`),
  );
  expect(stands?.fileNames.get('gid://shopify/MediaImage/7')).toBe('koppel-a.png');
  const replace = new Map([['gid://shopify/MediaImage/7', picture('b', 0)]]);
  const done = await update({
    pictures: { add: [picture('c', 1)], replace, remove: ['gid://shopify/MediaImage/8'] },
  });
  const [{ files } = {}] = shop.sentAs('SetPictures');
  expect(files).toMatchObject([
    { id: 'gid://shopify/MediaImage/5' },
    { id: 'gid://shopify/Video/6' },
    { filename: 'koppel-b.png' },
    { filename: 'koppel-c.png' },
  ]);
  expect([...done.pictures]).toEqual([
    ['b', 'gid://shopify/MediaImage/901'],
    ['c', 'gid://shopify/MediaImage/902'],
  ]);
});

test('a picture that is none holds up no other change of the list', async () => {
  shop = new Shop('stuk');
  const remove = ['gid://shopify/MediaImage/8'];
  const done = await update({ pictures: { add: [picture('stuk', 1)], replace: new Map(), remove } });
  expect(done.problems).toMatchObject([{ code: 'picture_refused', params: { field: 'images.1' } }]);
  expect(shop.sentAs('SetPictures').at(-1)?.files).toEqual([
    { id: 'gid://shopify/MediaImage/5' },
    { id: 'gid://shopify/Video/6' },
    { id: 'gid://shopify/MediaImage/7' },
  ]);
  expect([done.pictures.size, done.undone?.pictures?.size]).toEqual([0, 0]);
});

test('what the shop refused of a variant and of the channels is told as undone', async () => {
  const userErrors = [{ field: ['variants', '0', 'price'], message: 'No', code: 'INVALID' }];
  shop = new Shop(null, {
    UpdateVariants: () => ({ productVariantsBulkUpdate: { userErrors } }),
    Publish: () => ({ publishablePublish: { userErrors: [{ field: ['id'], message: 'No' }] } }),
  });
  const done = await update({ fields: { price: '-1', active: true } });
  expect(done.undone?.product).toEqual(new Set(['active', 'sku', 'gtin', 'weightKg', 'price', 'listPrice']));
  expect(done.problems).toHaveLength(2);
});

test('attributes are metafields of the type that they have; one that is refused is told beside the rest', async () => {
  shop = new Shop('kleur');
  const attributes = [
    { name: 'Zonder punt', values: ['x'] },
    { name: 'custom.kleur', values: ['rood'] },
    { name: 'custom.gewicht', values: ['4'] },
    { name: 'custom.stof', values: ['wol', 'linnen'] },
    { name: 'custom.oud', values: [] },
  ];
  const { problems } = await update({ attributes });
  expect(problems.map(({ code, params }) => [code, params.attribute])).toEqual([
    ['attribute_unknown', 'Zonder punt'],
    ['attribute_unknown', 'custom.kleur'],
  ]);
  expect(shop.sentAs('DeleteMetafields')).toMatchObject([{ metafields: [{ key: 'oud' }] }]);
  expect(shop.sentAs('SetMetafields').at(-1)).toMatchObject({
    metafields: [
      { key: 'gewicht', type: 'number_integer', value: '4' },
      { key: 'stof', type: 'list.single_line_text_field', value: '["wol","linnen"]' },
    ],
  });
});

test('attributes that are refused without a word on which are all told', async () => {
  const more = { SetMetafields: () => ({ metafieldsSet: { refused: [{ field: null, message: 'No' }] } }) };
  shop = new Shop(null, more);
  const { problems, undone } = await update({ attributes: [{ name: 'custom.kleur', values: ['rood'] }] });
  expect(problems).toMatchObject([{ code: 'attribute_unknown', params: { attribute: 'custom.kleur' } }]);
  expect(undone?.product).toEqual(new Set(['attributes']));
  expect(shop.sentAs('SetMetafields')).toHaveLength(1);
});

test('a name that Shopify would not keep is refused before it is sent', () => {
  const body = productTarget.toWire({ ...mug, name: 'm'.repeat(256) }, account);
  const bounded = { system: 'Shopify', ...productTarget };
  expect(() => requireLengths(body, bounded)).toThrow(expect.objectContaining({ code: 'text_too_long' }));
});

test('the basis of prices and the number of variants are the shop’s', () => {
  const traits = (more: Record<string, string>) => productTarget.traits({ ...account, traits: more });
  expect(traits({ pricesIncludeTax: 'false', maxVariants: '100' })).toMatchObject({
    pricesIncludeVat: false,
    maxVariants: 100,
    priceDecimals: 2,
  });
  expect(traits({})).toMatchObject({ pricesIncludeVat: null, maxVariants: 2_048 });
});
