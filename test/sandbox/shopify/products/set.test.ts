import { expect, it } from 'vitest';
import { pictureOf } from '../../../../sandbox/kit/catalogue/pictures.ts';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { at, TestShop } from '../shop.ts';

const set = `mutation ($id: ProductSetIdentifiers, $in: ProductSetInput!, $sync: Boolean = true) { productSet(identifier: $id, input: $in, synchronous: $sync) {
  product { id handle variants(first: 50) { nodes { id sku price inventoryQuantity selectedOptions { name value } } } media(first: 9) { nodes { id alt status } }
    collections(first: 9) { nodes { title } } options { name values } }
  productSetOperation { id status } userErrors { field message code } } }`;
const variant = (colour: string, more: object = {}) => ({
  optionValues: [{ optionName: 'Kleur', name: colour }],
  price: '12.10',
  inventoryItem: { sku: `MOK-${colour}`, tracked: true },
  ...more,
});
const options = (...colours: string[]) => [{ name: 'Kleur', values: colours.map((name) => ({ name })) }];
const mug = {
  title: 'Mok',
  handle: 'mok',
  productOptions: options('Blauw', 'Rood'),
  variants: [variant('Blauw'), variant('Rood')],
};
const skus = (payload: JsonObject) =>
  objectsIn(at(payload, 'product', 'variants', 'nodes') as JsonObject[]).map(({ sku }) => sku);

it('a list that is sent is the whole list; one that is left out stays', async () => {
  const shop = new TestShop();
  const files = [{ originalSource: 'https://pics.example.com/mok.png', alt: 'Mok', contentType: 'IMAGE' }];
  const made = await shop.done(set, { id: { handle: 'mok' }, in: { ...mug, files } });
  const blue = at(made, 'product', 'variants', 'nodes', 0, 'id');
  const again = await shop.done(set, { id: { handle: 'mok' }, in: { title: 'Mok 2' } });
  expect(at(again, 'product', 'id')).toBe(at(made, 'product', 'id'));
  expect(skus(again)).toEqual(['MOK-Blauw', 'MOK-Rood']);
  expect(at(again, 'product', 'media', 'nodes')).toHaveLength(1);
  const fewer = await shop.done(set, {
    id: { handle: 'mok' },
    in: {
      productOptions: options('Blauw', 'Groen'),
      variants: [variant('Blauw', { price: '11' }), variant('Groen')],
      files: [],
    },
  });
  expect(skus(fewer)).toEqual(['MOK-Blauw', 'MOK-Groen']);
  // Matched by its values: the same variant.
  expect(at(fewer, 'product', 'variants', 'nodes', 0)).toMatchObject({ id: blue, price: '11.00' });
  expect(at(fewer, 'product', 'media', 'nodes')).toEqual([]);
});

it('a picture shows what lies where the shop fetched it, whatever its name, and a merchant’s own what is in the file', async () => {
  const shop = new TestShop();
  shop.respond = async ({ url }) =>
    new Response(`bytes of ${url}`, { status: url.includes('weg') ? 404 : 200 });
  const file = (name: string) => ({
    originalSource: `https://pics.example.com/${name}.png`,
    filename: 'koppel.png',
  });
  const made = await shop.done(set.replace('id alt status', '... on MediaImage { image { url } }'), {
    id: { handle: 'mok' },
    in: { ...mug, files: [file('mok'), file('weg')] },
  });
  const show = async (place: number) => {
    const url = String(at(made, 'product', 'media', 'nodes', place, 'image', 'url'));
    return shop.standIn.handle(new Request(url));
  };
  expect(await (await show(0)).text()).toBe('bytes of https://pics.example.com/mok.png');
  expect((await show(1)).status).toBe(404);
  const id = String(at(made, 'product', 'id'))
    .split('/')
    .at(-1);
  const { pictures } = await shop.control('POST', `/products/${id}/pictures`, { fileName: 'eigen.png' });
  const own = await shop.standIn.handle(new Request(String((pictures as string[]).at(-1))));
  expect(new Uint8Array(await own.arrayBuffer())).toEqual(pictureOf('eigen.png'));
});

it.each([
  ['variants without options', { title: 'A', variants: [variant('Blauw')] }, 'PRODUCT_OPTIONS_INPUT_MISSING'],
  ['options without variants', { title: 'A', productOptions: options('Blauw') }, 'VARIANTS_INPUT_MISSING'],
  [
    'two variants alike',
    { ...mug, handle: 'a', variants: [variant('Blauw'), variant('Blauw')] },
    'INVALID_VARIANT',
  ],
  [
    'a value twice',
    { ...mug, handle: 'a', productOptions: options('Blauw', 'Blauw') },
    'DUPLICATED_OPTION_VALUE',
  ],
  ['a handle that is taken', { ...mug, title: 'B' }, 'HANDLE_NOT_UNIQUE'],
  [
    'four options',
    {
      ...mug,
      handle: 'a',
      productOptions: ['A', 'B', 'C', 'D'].map((name) => ({ name, values: [{ name: 'x' }] })),
    },
    'OPTIONS_OVER_LIMIT',
  ],
  ['no title', { handle: 'a' }, 'BLANK'],
])('refuses %s', async (_, input, code) => {
  const shop = new TestShop();
  await shop.done(set, { id: null, in: mug });
  const [error] = await shop.refused(set, { id: null, in: input });
  // The code where the payload has it.
  expect([code, 'INVALID_INPUT', 'GENERIC_ERROR']).toContain(error?.code);
});

it('an identifier that is not found makes a product, unless it is an id', async () => {
  const shop = new TestShop();
  expect(await shop.refused(set, { id: { id: 'gid://shopify/Product/1' }, in: mug })).toMatchObject([
    { code: 'PRODUCT_DOES_NOT_EXIST' },
  ]);
  expect(
    await shop.refused(set, { id: { handle: 'mok' }, in: { ...mug, id: 'gid://shopify/Product/1' } }),
  ).toMatchObject([{ code: 'ID_NOT_ALLOWED' }]);
  await shop.done(set, { id: { handle: 'mok' }, in: mug });
});

it('answers an asynchronous one with an operation, which tells what was refused', async () => {
  const shop = new TestShop();
  shop.standIn.change({ jobMs: 3000 });
  const later = await shop.done(set, { id: null, in: mug, sync: false });
  expect(later).toMatchObject({ product: null, productSetOperation: { status: 'ACTIVE' } });
  const asked =
    'query ($id: ID!) { productOperation(id: $id) { status product { title } ... on ProductSetOperation { userErrors { code } } } }';
  const id = at(later, 'productSetOperation', 'id');
  shop.world.pass(3000);
  expect(await shop.data(asked, { id })).toEqual({
    productOperation: { status: 'COMPLETE', product: { title: 'Mok' }, userErrors: [] },
  });
});

it('variants are changed, added and taken away one by one; a product without options has one', async () => {
  const shop = new TestShop();
  const create =
    'mutation { productCreate(product: { title: "Thee" }) { product { id hasOnlyDefaultVariant variants(first: 2) { nodes { id title } } } userErrors { message } } }';
  const made = await shop.done(create);
  expect(made.product).toMatchObject({
    hasOnlyDefaultVariant: true,
    variants: { nodes: [{ title: 'Default Title' }] },
  });
  const p = at(made, 'product', 'id');
  const v = at(made, 'product', 'variants', 'nodes', 0, 'id');
  const update =
    'mutation ($p: ID!, $v: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $p, variants: $v) { productVariants { sku price } userErrors { code field message } } }';
  expect(
    (await shop.done(update, { p, v: [{ id: v, price: '7.45', inventoryItem: { sku: 'TH' } }] }))
      .productVariants,
  ).toEqual([{ sku: 'TH', price: '7.45' }]);
  const stock = [
    {
      id: v,
      inventoryQuantities: [{ availableQuantity: 1, locationId: 'gid://shopify/Location/87012345678' }],
    },
  ];
  expect(await shop.refused(update, { p, v: stock })).toMatchObject([
    { code: 'NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE' },
  ]);
  const remove =
    'mutation ($p: ID!, $v: [ID!]!) { productVariantsBulkDelete(productId: $p, variantsIds: $v) { userErrors { code message } } }';
  expect(await shop.refused(remove, { p, v: [v] })).toMatchObject([{ code: 'CANNOT_DELETE_LAST_VARIANT' }]);
});

it('collections take products in and let them go; publishing is by publication', async () => {
  const shop = new TestShop();
  const made = await shop.done(
    'mutation { collectionCreate(input: { title: "Keuken > Thee" }) { collection { id handle } userErrors { message } } }',
  );
  const c = at(made, 'collection', 'id');
  expect(at(made, 'collection', 'handle')).toBe('keuken-thee');
  const { product } = await shop.done(set, { id: null, in: { ...mug, collections: [c] } });
  expect(at(product, 'collections', 'nodes')).toEqual([{ title: 'Keuken > Thee' }]);
  const leave =
    'mutation ($p: ID!, $c: ID!) { productUpdate(product: { id: $p, collectionsToLeave: [$c] }) { product { inCollection(id: $c) } userErrors { message } } }';
  expect((await shop.done(leave, { p: at(product, 'id'), c })).product).toEqual({ inCollection: false });
  const publication = 'gid://shopify/Publication/15012345678';
  const publish =
    'mutation ($p: ID!, $i: [PublicationInput!]!, $o: ID!) { publishablePublish(id: $p, input: $i) { publishable { publishedOnPublication(publicationId: $o) } userErrors { field message } } }';
  expect(
    (await shop.done(publish, { p: at(product, 'id'), i: [{ publicationId: publication }], o: publication }))
      .publishable,
  ).toEqual({ publishedOnPublication: true });
});

it('a smart collection takes no products: it is filled by its rule', async () => {
  const shop = new TestShop({ seeded: true });
  const found = await shop.data(
    '{ collections(first: 2, query: "collection_type:smart") { nodes { id title } } }',
  );
  expect(at(found, 'collections', 'nodes')).toMatchObject([{ title: 'Uitverkoop' }]);
  const id = at(found, 'collections', 'nodes', 0, 'id');
  expect(await shop.refused(set, { id: null, in: { ...mug, collections: [id] } })).toMatchObject([
    { field: ['input', 'collections', '0'] },
  ]);
  const { product } = await shop.done(set, { id: null, in: { ...mug, tags: ['uitverkoop'] } });
  expect(at(product, 'collections', 'nodes')).toEqual([{ title: 'Uitverkoop' }]);
});
