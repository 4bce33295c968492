import { beforeEach, describe, expect, it } from 'vitest';
import { pictureOf } from '../../../sandbox/kit/catalogue/pictures.ts';
import { type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import { TestShop } from './shop.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = new TestShop();
  await shop.control('POST', '/catalogue', { kind: 'seed' });
});

async function bySku(sku: string): Promise<JsonObject> {
  const [found] = await shop.items(`/products?sku=${encodeURIComponent(sku)}`);
  return found ?? {};
}

describe('the catalogue of the seed', () => {
  it('comes only when it is asked for, as something that has always been there', async () => {
    const empty = new TestShop({ seeded: true });
    expect((await empty.get('/products')).body.total).toBe(0);
    empty.standIn.change({ webhookUrl: 'https://koppel.example.com/hook', searchLagMs: 60_000 });
    const { status, body } = await empty.control('POST', '/catalogue', { kind: 'seed' });
    expect([status, body]).toEqual([201, { products: 200, categories: 25 }]);
    expect((await empty.get('/products')).body.total).toBe(200);
    expect(empty.standIn.nextDueAt()).toBeNull();
    expect((await empty.get('/products?updatedFrom=2026-03-10%2011:58:59')).body.total).toBe(1);
  });

  it('has the products as the catalogue says, with their categories, taxes, pictures and attributes', async () => {
    expect(await bySku('KENM')).toMatchObject({
      name: 'Darjeeling first flush',
      price: 16.8,
      tax: { taxable: true, enabledManualTaxes: [9190], defaultLocationIncludedTaxRate: 9 },
      attributes: [
        { type: 'UPC', value: '0012345678905' },
        { type: 'BRAND', value: 'Plantage Margaret’s Hope' },
        { name: 'Herkomst', type: 'CUSTOM', value: 'India' },
        { name: 'Smaak', value: 'bloemig, muskaat, droog' },
        { name: 'Levertijd', value: '1-2 werkdagen' },
      ],
      categories: [{ name: 'India' }],
    });
    expect(await bySku('ACTIE-1')).toMatchObject({ price: 29.95, compareToPrice: 40 });
    expect(await bySku('OB-1')).toMatchObject({ unlimited: true });
    expect(await bySku('VERB-1')).toMatchObject({ enabled: false });
    expect((await bySku('MOK-EM')).id).toBe(500101);
    const shared = objectsIn((await bySku('LINT')).combinations).find(({ sku }) => sku === undefined);
    expect(shared?.quantity).toBe(25);
    const hidden = objectsIn((await bySku('VV')).combinations);
    expect(hidden.map(({ quantity }) => quantity)).toEqual([6, 0]);
  });

  it('has its tree', async () => {
    const categories = await shop.items('/categories?hidden_categories=true');
    expect(categories).toHaveLength(25);
    const tea = categories.filter(({ name }) => name === 'Thee');
    const parents = tea.map(({ parentId }) => categories.find(({ id }) => id === parentId)?.name);
    expect(parents).toEqual(['Keuken', 'Cadeaus']);
  });

  it('has pictures that can be fetched without a token', async () => {
    const { pictures } = (await shop.control('GET', '/products/500101')).body;
    const [address] = Array.isArray(pictures) ? pictures : [];
    expect(address).toBe('http://127.0.0.1:8788/ecwid/images/1003/mok-em-1.png');
    expect(await shop.picture(String(address))).toEqual(pictureOf('mok-em-1.png'));
  });

  it('outlives a restart, with what became of it', async () => {
    await shop.control('PUT', '/stock/ZEEF', { pieces: 3 });
    await shop.upload('/products/500103/image', pictureOf('nieuw.png'));
    const before = (await shop.get('/products?limit=100&offset=100')).body;
    const kept = JSON.parse(JSON.stringify(shop.standIn.snapshot()));
    const other = new TestShop();
    other.standIn.restore(kept);
    expect((await other.get('/products?limit=100&offset=100')).body).toEqual(before);
    expect((await other.get('/products/500103')).body).toEqual((await shop.get('/products/500103')).body);
    expect((await other.get('/categories')).body).toEqual((await shop.get('/categories')).body);
  });
});

it('a catalogue of any number has the articles that orders sell', async () => {
  const large = new TestShop();
  await large.control('POST', '/catalogue', { kind: 'generated', products: 300 });
  expect((await large.get('/products')).body.total).toBe(300);
  const { quantity } = (await large.get('/products/500103')).body;
  const buyer = {
    name: 'A B',
    street: 'K 1',
    postalCode: '1',
    city: 'Z',
    country: 'NL',
    email: 'a@example.com',
  };
  const lines = [{ productId: 500103, name: 'Zeefje', price: '8.25', rate: '21' }];
  await large.control('POST', '/sales', { about: 'one sieve', buyer, basket: { lines } });
  expect((await large.get('/products/500103')).body.quantity).toBe(Number(quantity) - 1);
  expect((await large.control('POST', '/catalogue', { kind: 'generated', products: 50_001 })).status).toBe(
    400,
  );
});

describe('the merchant', () => {
  it('makes a product, which gets a number where it has none', async () => {
    const made = await shop.control('POST', '/products', { name: 'Lepel', price: '2.50', pieces: 3 });
    expect(made.status).toBe(201);
    const product = (await shop.get(`/products/${made.body.id}`)).body;
    expect(product).toMatchObject({ name: 'Lepel', price: 2.5, quantity: 3, sku: String(made.body.id) });
    expect((await shop.control('POST', '/products', { name: 'Lepel' })).status).toBe(400);
  });

  it('edits and deletes a product', async () => {
    const { ids } = (await shop.control('GET', '/products?sku=ACTIE-1')).body;
    const [id] = Array.isArray(ids) ? ids : [];
    const changes = {
      name: 'Muts',
      sku: 'MUTS',
      price: '31.00',
      listPrice: null,
      active: false,
      description: '<p>x</p>',
    };
    const { status, body } = await shop.control('PATCH', `/products/${id}`, changes);
    expect([status, body]).toEqual([200, expect.objectContaining({ id, ...changes, pieces: 25 })]);
    expect(await bySku('MUTS')).not.toHaveProperty('compareToPrice');
    expect((await shop.control('DELETE', `/products/${id}`)).status).toBe(204);
    expect((await shop.control('GET', `/products/${id}`)).status).toBe(404);
    expect((await shop.control('PATCH', `/products/500101`, { colour: 'red' })).status).toBe(400);
  });

  it('counts the stock of a SKU, wherever it stands', async () => {
    expect((await shop.control('PUT', '/stock/DUBBEL-2', { pieces: 7 })).body).toEqual({ changed: 2 });
    expect((await bySku('DV')).quantity).toBe(25);
    expect(objectsIn((await bySku('DV')).combinations)[0]?.quantity).toBe(7);
    await shop.control('PUT', '/stock/AB-1%20', { pieces: 'unlimited' });
    expect((await bySku('AB-1 ')).unlimited).toBe(true);
    expect((await bySku('AB-1')).unlimited).toBe(false);
    expect((await shop.control('PUT', '/stock/NONE', { pieces: 7 })).status).toBe(404);
  });

  it('adds, renames and takes away a variant', async () => {
    const before = await bySku('TB');
    const path = `/products/${before.id}/variants`;
    const added = await shop.control('POST', path, {
      sku: 'TB-XXL',
      options: { Maat: 'XXL' },
      pieces: 4,
      price: '62.50',
    });
    expect(added.status).toBe(201);
    const ids = (product: JsonObject) => objectsIn(product.combinations).map(({ id }) => id);
    expect(ids(await bySku('TB'))).toEqual([...ids(before), Number(added.body.id)]);
    const renamed = await shop.control('PATCH', `${path}/${added.body.id}`, { options: { Maat: '2XL' } });
    expect(objectsIn(renamed.body.variants).at(-1)).toMatchObject({
      options: { Maat: '2XL' },
      pieces: 4,
      price: '62.50',
    });
    const after = await bySku('TB');
    // After a change of options the variations have new ids.
    expect(ids(after).some((id) => ids(before).includes(id ?? null))).toBe(false);
    const taken = await shop.control('PATCH', `${path}/${ids(after)[0]}`, { options: { Maat: 'M' } });
    expect(taken.status).toBe(409);
    expect((await shop.control('DELETE', `${path}/${ids(after)[0]}`)).status).toBe(204);
    expect(ids(await bySku('TB'))).toEqual(ids(after).slice(1));
  });

  it('adds a picture, replaces one, and takes one away', async () => {
    const path = '/products/500101/pictures';
    await shop.control('POST', path, { fileName: 'los.png' });
    const replaced = await shop.control('POST', path, { fileName: 'ander.png', replaces: 0 });
    const names = (list: unknown) =>
      Array.isArray(list) ? list.map((each) => String(each).split('/').at(-1)) : [];
    expect(names(replaced.body.pictures)).toEqual(['ander.png', 'los.png']);
    expect((await shop.control('DELETE', `${path}/0`)).status).toBe(204);
    expect(names((await shop.control('GET', '/products/500101')).body.pictures)).toEqual(['los.png']);
  });

  it('adds, renames, moves and deletes a category', async () => {
    const categories = async () => objectsIn((await shop.control('GET', '/categories')).body.items);
    const [first] = await categories();
    const made = await shop.control('POST', '/categories', { name: 'Nieuw', parent: first?.id });
    const path = `/categories/${made.body.id}`;
    const { body } = await shop.control('PATCH', path, { name: 'Nieuwer', parent: null, active: false });
    expect(body).toEqual({ id: made.body.id, name: 'Nieuwer', parent: null, active: false });
    expect((await shop.control('PATCH', path, { parent: '77' })).status).toBe(404);
    expect((await shop.control('DELETE', path)).status).toBe(204);
    expect(await categories()).toHaveLength(25);
  });
});
