import { expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { at, TestShop } from '../shop.ts';

async function filled(): Promise<TestShop> {
  const shop = new TestShop();
  shop.standIn.change({ limits: false });
  await shop.control('POST', '/catalogue', { kind: 'seed' });
  return shop;
}

async function walk(shop: TestShop, list: string, fields: string): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  for (let after: unknown = null; ; ) {
    const data = await shop.data(
      `query ($after: String) { ${list}(first: 50, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    found.push(...objectsIn(at(data, list, 'nodes') as JsonObject[]));
    if (at(data, list, 'pageInfo', 'hasNextPage') !== true) return found;
    after = at(data, list, 'pageInfo', 'endCursor');
  }
}

it('a filled shop has two hundred products with handles of their own, and flat collections', async () => {
  const shop = await filled();
  const products = await walk(
    shop,
    'products',
    'id handle status variantsCount { count } media(first: 1) { nodes { ... on MediaImage { image { url } } } }',
  );
  expect(products).toHaveLength(200);
  expect(new Set(products.map(({ handle }) => handle)).size).toBe(200);
  const collections = await walk(shop, 'collections', 'title handle');
  expect(collections).toHaveLength(25);
  expect(collections.map(({ title }) => title)).toContain('Losse thee > Zwarte thee > India');
  const url = new URL(String(at(products, 0, 'media', 'nodes', 0, 'image', 'url')));
  const picture = await shop.standIn.handle(
    new Request(`https://demo-winkel.myshopify.com${url.pathname.replace('/shopify', '')}`),
  );
  expect(picture.headers.get('Content-Type')).toBe('image/png');
});

it('a sale of a choice takes its variant off the shelf', async () => {
  const shop = await filled();
  const read = async () => {
    const data = await shop.data(
      '{ productVariants(first: 2, query: "sku:\\"MOK-EM-BLAUW\\"") { nodes { sku inventoryQuantity product { title } selectedOptions { name value } } } }',
    );
    return at(data, 'productVariants', 'nodes') as { inventoryQuantity: number }[];
  };
  const [before, ...others] = await read();
  expect(others).toEqual([]);
  expect(before).toMatchObject({ sku: 'MOK-EM-BLAUW', selectedOptions: [{ name: 'Kleur', value: 'Blauw' }] });
  const buyer = {
    name: 'Piet Jansen',
    email: 'piet@example.com',
    street: 'Kade 1',
    postalCode: '8011 AB',
    city: 'Zwolle',
    country: 'NL',
  };
  const { id } = await shop.control('POST', '/sales', {
    buyer,
    basket: { lines: [{ sku: 'MOK-EM-BLAUW', quantity: 2 }] },
  });
  expect((await read())[0]?.inventoryQuantity).toBe((before?.inventoryQuantity ?? 0) - 2);
  const line = await shop.data(
    `{ order(id: "gid://shopify/Order/${id}") { lineItems(first: 1) { nodes { title variantTitle variant { sku } } } } }`,
  );
  expect(at(line, 'order', 'lineItems', 'nodes', 0)).toEqual({
    title: 'Emaille mok',
    variantTitle: 'Blauw',
    variant: { sku: 'MOK-EM-BLAUW' },
  });
});

it('the merchant changes a SKU, adds a variant, puts a picture in place of another, and deletes', async () => {
  const shop = await filled();
  const { ids } = await shop.control('GET', '/products?sku=MOK-EM-BLAUW');
  const id = String(at(ids, 0));
  const view = await shop.control('GET', `/products/${id}`);
  const blue = objectsIn(view.variants).find(({ sku }) => sku === 'MOK-EM-BLAUW');
  const changed = await shop.control('PATCH', `/products/${id}/variants/${blue?.id}`, {
    sku: 'MOK-B',
    options: { Kleur: 'Zeeblauw' },
  });
  expect(objectsIn(changed.variants)[0]).toMatchObject({
    id: blue?.id,
    sku: 'MOK-B',
    options: { Kleur: 'Zeeblauw' },
  });
  await shop.control('POST', `/products/${id}/variants`, {
    sku: 'MOK-G',
    options: { Kleur: 'Goud' },
    price: '19.95',
    pieces: 4,
  });
  await shop.control('POST', `/products/${id}/pictures`, { fileName: 'goud.png', replaces: 0 });
  const data = await shop.data(
    `{ product(id: "gid://shopify/Product/${id}") { options { values } variants(first: 9) { nodes { sku price } } media(first: 1) { nodes { id ... on MediaImage { image { url } } } } } }`,
  );
  expect(at(data, 'product', 'options', 0, 'values')).toContain('Goud');
  expect(at(data, 'product', 'variants', 'nodes')).toContainEqual({ sku: 'MOK-G', price: '19.95' });
  expect(at(data, 'product', 'media', 'nodes', 0, 'image', 'url')).toMatch(/goud\.png$/);
  await shop.control('DELETE', `/products/${id}`);
  expect(await shop.data(`{ product(id: "gid://shopify/Product/${id}") { id } }`)).toEqual({ product: null });
  const gone = await shop.control('GET', '/products?sku=MOK-B');
  expect(gone.ids).toEqual([]);
});

it('what an order sold stays on it when the product goes: its product and variant are null', async () => {
  const shop = new TestShop();
  const product = await shop.control('POST', '/products', {
    name: 'Mok',
    sku: 'MOK',
    price: '12.10',
    pieces: 5,
  });
  const buyer = {
    name: 'Piet Jansen',
    email: 'piet@example.com',
    street: 'Kade 1',
    postalCode: '8011 AB',
    city: 'Zwolle',
    country: 'NL',
  };
  const { id } = await shop.control('POST', '/sales', { buyer, basket: { lines: [{ sku: 'MOK' }] } });
  await shop.control('DELETE', `/products/${product.id}`);
  const data = await shop.data(
    `{ order(id: "gid://shopify/Order/${id}") { lineItems(first: 1) { nodes { sku title variant { id } product { id } } } } }`,
  );
  expect(at(data, 'order', 'lineItems', 'nodes', 0)).toEqual({
    sku: 'MOK',
    title: 'Mok',
    variant: null,
    product: null,
  });
});
