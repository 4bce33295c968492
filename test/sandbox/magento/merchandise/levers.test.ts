import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../../../sandbox/kit/catalogue/seed.ts';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { MagentoStandIn } from '../../../../sandbox/magento/index.ts';
import { all, custom, inSource, salable } from '../goods.ts';
import { criteria, nobody, origin, TestShop } from '../shop.ts';

async function filled(settings: Record<string, unknown> = {}, seeded = false) {
  const shop = new TestShop({ seeded, settings });
  await shop.control('POST', '/catalogue', { kind: 'seed' });
  const idOf = async (sku: string) => ids((await shop.control('GET', `/products?sku=${sku}`)).body.ids);
  return { shop, idOf };
}

function ids(value: unknown): string {
  return Array.isArray(value) ? String(value[0]) : '';
}

describe('a shop that is filled', () => {
  it('has every product of the catalogue, with a SKU and an address of its own', async () => {
    const { shop } = await filled();
    const rows = await shop.items(`${all}/products?searchCriteria`);
    const shown = rows.filter(({ visibility }) => visibility === 4);
    expect(shown).toHaveLength(seedCatalogue.products.length);
    const skus = rows.map(({ sku }) => String(sku).toLowerCase());
    expect(new Set(skus).size).toBe(skus.length);
    const keys = rows.map((row) => custom(row, 'url_key'));
    expect(new Set(keys).size).toBe(keys.length);
    expect(skus).toEqual(
      expect.arrayContaining(['0017', '17', 'dubbel-1', 'dubbel-1-2', 'ab-1', 'ab-1-2', 'ab-1-3']),
    );
    const categories = (await shop.control('GET', '/categories')).body.items;
    expect(objectsIn(categories)).toHaveLength(seedCatalogue.categories.length);
    for (const row of shown) {
      const again = await shop.call('PUT', `${all}/products/${encodeURIComponent(String(row.sku))}`, {
        product: { status: row.status },
      });
      expect(again.status, again.text).toBe(200);
    }
  });

  it('says what it has of products with variants, and gives out its pictures', async () => {
    const { shop, idOf } = await filled();
    const { body } = await shop.control('GET', `/products/${await idOf('MOK-EM-BLAUW')}`);
    expect(body).toMatchObject({ sku: 'MOK-EM', price: '11.95', listPrice: null, active: true, pieces: 0 });
    expect(objectsIn(body.variants)[0]).toMatchObject({
      ...{ sku: 'MOK-EM-BLAUW', options: { Kleur: 'Blauw' }, price: '11.95', pieces: 200 },
    });
    const [picture] = body.pictures as string[];
    expect(picture).toBe(`${origin}/media/catalog/product/m/o/mok-em-1.png`);
    expect((await shop.standIn.handle(new Request(String(picture)))).status).toBe(200);
    expect((await shop.get('/V1/inventory/is-product-salable/MOK-EM/1')).json).toBe(true);
  });

  it('keeps prices without tax where it is set so', async () => {
    const { shop } = await filled({ catalogIncludesTax: false });
    expect((await shop.get('/V1/products/ZEEF')).body.price).toBe(6.8182);
    expect((await shop.get('/V1/products/TH-ASS')).body.price).toBe(6.8349);
  });

  it('keeps the claim of open orders on the goods', async () => {
    const { shop } = await filled({}, true);
    const reserved = shop.standIn.state() as { reservations: { sku: string; quantity: number }[] };
    const { sku, quantity } = reserved.reservations[0] ?? { sku: '', quantity: 0 };
    expect(quantity).toBeLessThan(0);
    const there = Number((await inSource(shop, sku))?.quantity);
    expect(Number(await salable(shop, sku))).toBeLessThan(there);
  });

  it('is filled anew by another plan, of any size', async () => {
    const { shop } = await filled();
    const plan = { kind: 'generated', products: 3000, variants: 0.1 };
    expect((await shop.control('POST', '/catalogue', plan)).body.products).toBe(3000);
    const { body } = await shop.get(
      `${all}/products${criteria([['visibility', 'eq', '4']], '&searchCriteria[pageSize]=5')}`,
    );
    expect(body.total_count).toBe(3000);
  });
});

describe('what the merchant does', () => {
  it('edits a product, with a price struck through and without', async () => {
    const { shop, idOf } = await filled();
    const path = `/products/${await idOf('ZEEF')}`;
    shop.world.pass(60_000);
    const edit = async (changes: unknown) => (await shop.control('PATCH', path, changes)).body;
    expect(await edit({ name: 'Zeefje', price: '7.00', listPrice: '9.00', active: false })).toMatchObject({
      ...{ name: 'Zeefje', price: '7.00', listPrice: '9.00', active: false },
    });
    const { body } = await shop.get('/V1/products/ZEEF');
    expect([body.price, custom(body, 'special_price'), body.status]).toEqual([9, '7.000000', 2]);
    expect(body.updated_at).toBe('2026-03-10 12:01:00');
    expect(await edit({ listPrice: null })).toMatchObject({ price: '7.00', listPrice: null });
    expect(await edit({ sku: 'ZEEF-2' })).toMatchObject({ sku: 'ZEEF-2', pieces: expect.any(Number) });
    expect(await inSource(shop, 'ZEEF-2')).toBeDefined();
    const taken = await shop.control('PATCH', path, { sku: 'weeg' });
    expect(taken.status).toBe(409);
  });

  it('adds a product', async () => {
    const { shop } = await filled();
    const added = await shop.control('POST', '/products', { name: 'Nieuwe zeef', price: '9.95', pieces: 3 });
    expect(added.status, added.text).toBe(201);
    const { body } = await shop.get('/V1/products/NIEUWE-ZEEF');
    expect(body).toMatchObject({ id: Number(added.body.id), price: 9.95, status: 1 });
    expect(await salable(shop, 'NIEUWE-ZEEF')).toBe(3);
    const again = await shop.control('POST', '/products', { name: 'x', sku: 'nieuwe-zeef', price: '1.00' });
    expect(again.status).toBe(409);
  });

  it('sets the price of a product with variants for all of them', async () => {
    const { shop, idOf } = await filled();
    await shop.control('PATCH', `/products/${await idOf('MOK-EM')}`, { price: '12.50' });
    expect((await shop.get('/V1/products/MOK-EM-MOSGROEN')).body.price).toBe(12.5);
  });

  it('counts pieces, or leaves them uncounted', async () => {
    const { shop } = await filled();
    const put = async (pieces: unknown) => (await shop.control('PUT', '/stock/ZEEF', { pieces })).status;
    expect(await put(4)).toBe(200);
    expect(await inSource(shop, 'ZEEF')).toMatchObject({ quantity: 4, status: 1 });
    await put('unlimited');
    expect((await shop.get('/V1/stockItems/ZEEF')).body.manage_stock).toBe(false);
    await put(0);
    expect(await inSource(shop, 'ZEEF')).toMatchObject({ quantity: 0, status: 0 });
    expect((await shop.control('PUT', '/stock/NONE', { pieces: 1 })).status).toBe(404);
  });

  it('adds, renames and removes variants', async () => {
    const { shop, idOf } = await filled();
    const path = `/products/${await idOf('MOK-EM')}/variants`;
    const added = await shop.control('POST', path, {
      options: { Kleur: 'Oker' },
      sku: 'MOK-EM-OKER',
      pieces: 3,
    });
    expect(added.status, added.text).toBe(201);
    expect((await shop.get('/V1/products/MOK-EM-OKER')).body).toMatchObject({ price: 11.95, visibility: 1 });
    const renamed = await shop.control('PATCH', `${path}/${added.body.id}`, {
      options: { Kleur: 'Geel' },
      price: '13.00',
    });
    expect(objectsIn(renamed.body.variants).at(-1)).toMatchObject({
      options: { Kleur: 'Geel' },
      price: '13.00',
    });
    const twin = await shop.control('POST', path, { options: { Kleur: 'Geel' } });
    expect(twin.status).toBe(409);
    await shop.control('DELETE', `${path}/${added.body.id}`);
    const children = (await shop.get('/V1/configurable-products/MOK-EM/children')).json;
    expect(objectsIn(children).map(({ sku }) => sku)).not.toContain('MOK-EM-OKER');
    expect((await shop.get('/V1/products/MOK-EM-OKER')).status).toBe(404);
  });

  it('adds, replaces and removes pictures; the new one takes the roles of the old', async () => {
    const { shop, idOf } = await filled();
    const path = `/products/${await idOf('ZEEF')}/pictures`;
    const { body } = await shop.control('POST', path, { fileName: 'nieuw.png', replaces: 0 });
    expect((body.pictures as string[])[0]).toMatch(/nieuw\.png$/);
    const [main] = objectsIn((await shop.get(`${all}/products/ZEEF/media`)).json).filter(
      ({ file }) => file === '/n/i/nieuw.png',
    );
    expect(main?.types).toEqual(['image', 'small_image', 'thumbnail']);
    const before = (body.pictures as string[]).length;
    await shop.control('DELETE', `${path}/0`);
    expect((await shop.get(`${all}/products/ZEEF/media`)).json).toHaveLength(before - 1);
    expect((await shop.control('DELETE', `${path}/9`)).status).toBe(404);
  });

  it('adds, renames, moves and removes categories', async () => {
    const { shop } = await filled();
    const { body } = await shop.control('POST', '/categories', { name: 'Nieuw' });
    const under = await shop.control('POST', '/categories', { name: 'Daaronder', parent: body.id });
    await shop.control('PATCH', `/categories/${body.id}`, { name: 'Anders' });
    expect((await shop.get(`${all}/categories/${body.id}`)).body).toMatchObject({
      name: 'Anders',
      parent_id: 2,
    });
    await shop.control('PATCH', `/categories/${under.body.id}`, { parent: null });
    expect((await shop.get(`${all}/categories/${under.body.id}`)).body.path).toBe(`1/2/${under.body.id}`);
    await shop.control('DELETE', `/categories/${body.id}`);
    expect((await shop.get(`${all}/categories/${body.id}`)).status).toBe(404);
  });

  it('has buyers who come by themselves and take from the stock', async () => {
    const { shop } = await filled();
    await shop.control('POST', '/orders', { count: 60 });
    const orders = await shop.items('/V1/orders?searchCriteria');
    expect(orders).toHaveLength(60);
    const rows = orders.flatMap(({ items }) => objectsIn(items));
    const known = await Promise.all(
      rows.map(async ({ sku }) => (await shop.get(`/V1/products/${encodeURIComponent(String(sku))}`)).status),
    );
    expect(new Set(known)).toEqual(new Set([200]));
    const { reservations } = shop.standIn.state() as { reservations: { quantity: number }[] };
    expect(reservations.length).toBeGreaterThan(60);
    expect(reservations.some(({ quantity }) => quantity > 0)).toBe(true);
  });

  it('sells what the shop has, by SKU alone', async () => {
    const { shop } = await filled();
    const buyer = {
      ...{ firstname: 'Ada', lastname: 'Berg', email: 'ada@example.com', country: 'NL' },
      ...{ street: ['Kade', '1'], postcode: '8011 AB', city: 'Zwolle' },
    };
    const lines = [{ sku: 'mok-em-blauw', quantity: '2' }, { sku: 'TH-ASS' }];
    const id = await shop.sell({ about: 'by SKU', buyer, basket: { lines } });
    expect(await shop.order(id)).toMatchObject({ grand_total: 31.35, tax_amount: 4.77 });
    expect(await salable(shop, 'MOK-EM-BLAUW')).toBe(198);
    const unknown = await shop.control('POST', '/sales', {
      about: 'x',
      buyer,
      basket: { lines: [{ sku: 'NONE' }] },
    });
    expect(unknown.status).toBe(400);
  });
});

describe('a snapshot of a filled shop', () => {
  it('holds all of it', async () => {
    const { shop } = await filled({ searchLagMs: 60_000 });
    await shop.control('PUT', '/stock/ZEEF', { pieces: 4 });
    const snapshot = JSON.parse(JSON.stringify(shop.standIn.snapshot()));
    const other = new MagentoStandIn(shop.world, nobody);
    other.restore(snapshot);
    expect(JSON.parse(JSON.stringify(other.snapshot()))).toEqual(snapshot);
    expect(other.state()).toEqual(shop.standIn.state());
    const twin = Object.assign(new TestShop(), { world: shop.world, standIn: other });
    expect((await twin.get('/V1/products/zeef')).status).toBe(200);
    expect(await salable(twin, 'ZEEF')).toBe(4);
    expect((await twin.get('/V1/inventory/is-product-salable/MOK-EM/1')).json).toBe(true);
  });

  it('of before there was a catalogue starts with a fresh one', () => {
    const { standIn, world } = new TestShop({ seeded: true });
    const {
      shop: kept,
      bulks: _,
      ...others
    } = standIn.snapshot() as { shop: Record<string, unknown>; bulks: unknown };
    const { catalogue: _catalogue, inventory: _inventory, ...older } = kept;
    const other = new MagentoStandIn(world, nobody);
    other.restore({ ...others, shop: older });
    expect(other.state()).toEqual(standIn.state());
  });
});
