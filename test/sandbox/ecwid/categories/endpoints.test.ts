import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

let shop: TestShop;
let kitchen: number;
let gifts: number;
let tea: number;

async function create(body: JsonObject): Promise<number> {
  return Number((await shop.call('POST', '/categories', body)).body.id);
}

async function product(body: JsonObject = {}): Promise<number> {
  const whole = { sku: 'MUG', name: 'Mok', price: 10, ...body };
  return Number((await shop.call('POST', '/products', whole)).body.id);
}

beforeEach(async () => {
  shop = new TestShop();
  kitchen = await create({ name: 'Keuken', parentId: 0, description: '<p>Alles</p>' });
  gifts = await create({ name: 'Cadeaus', enabled: false });
  tea = await create({ name: 'Thee', parentId: kitchen });
});

describe('a category', () => {
  it('is shown with its parent, unless it stands at the top', async () => {
    expect((await shop.get(`/categories/${tea}`)).body).toMatchObject({
      id: tea,
      parentId: kitchen,
      orderBy: 10,
      name: 'Thee',
      nameTranslated: { nl: 'Thee' },
      enabled: true,
      productCount: 0,
    });
    expect((await shop.get(`/categories/${kitchen}`)).body).not.toHaveProperty('parentId');
    expect((await shop.get('/categories/1')).body).toEqual({
      errorMessage: 'Category #1 not found',
      errorCode: 'CATEGORIES_NOT_FOUND',
    });
  });

  it('is refused without a name, below nothing, and below itself', async () => {
    expect((await shop.call('POST', '/categories', {})).body.errorMessage).toBe(
      'Field Category.name is absent',
    );
    expect((await shop.call('POST', '/categories', { name: 'X', parentId: 77 })).status).toBe(404);
    expect((await shop.call('PUT', `/categories/${kitchen}`, { parentId: tea })).status).toBe(400);
  });

  it('is renamed and moved under the same id', async () => {
    await shop.call('PUT', `/categories/${tea}`, { name: 'Theeën', parentId: gifts });
    expect((await shop.get(`/categories/${tea}`)).body).toMatchObject({ name: 'Theeën', parentId: gifts });
  });

  it('goes with all below it; its products stay', async () => {
    const id = await product({ categoryIds: [tea] });
    expect((await shop.call('DELETE', `/categories/${kitchen}`)).body).toEqual({ deleteCount: 1 });
    expect((await shop.get(`/categories/${tea}`)).status).toBe(404);
    expect((await shop.get(`/products/${id}`)).body.categoryIds).toEqual([]);
  });

  it('takes and gives up products without touching the others', async () => {
    const [one, two] = [await product({ categoryIds: [tea] }), await product()];
    const path = `/categories/${tea}`;
    expect((await shop.call('POST', `${path}/assignProducts`, { productIds: [two] })).body).toEqual({
      updateCount: 1,
    });
    expect((await shop.get(`${path}?productIds=true`)).body).toMatchObject({
      productIds: [one, two],
      productCount: 2,
    });
    await shop.call('POST', `${path}/unassignProducts`, { productIds: [one] });
    expect((await shop.get(`${path}?productIds=true`)).body.productIds).toEqual([two]);
    expect((await shop.get(`/products/sort?parentCategory=${tea}`)).body).toEqual({ sortedIds: [two] });
    expect((await shop.call('POST', `${path}/assignProducts`, { productIds: [9] })).status).toBe(404);
    await shop.call('PUT', path, { productIds: [one] });
    expect((await shop.get(`${path}?productIds=true`)).body.productIds).toEqual([one]);
  });

  it('counts the products of those below it', async () => {
    await product({ categoryIds: [tea] });
    await product({ categoryIds: [kitchen, tea], enabled: false });
    expect((await shop.get(`/categories/${kitchen}`)).body).toMatchObject({
      productCount: 2,
      productCountWithoutSubcategories: 1,
      enabledProductCount: 1,
    });
    expect(await shop.ids(`/products?category=${kitchen}`)).toHaveLength(1);
    expect(
      await shop.ids(`/products?categories=${kitchen}&includeProductsFromSubcategories=true`),
    ).toHaveLength(2);
  });

  it('tells of its changes', async () => {
    shop.standIn.change({ webhookUrl: 'https://koppel.example.com/hook' });
    await shop.call('PUT', `/categories/${tea}`, { name: 'Theeën' });
    await shop.call('DELETE', `/categories/${tea}`);
    await shop.run(1000);
    expect(shop.received.map(({ body }) => [body.eventType, body.entityId])).toEqual([
      ['category.updated', tea],
      ['category.deleted', tea],
    ]);
  });
});

describe('the list of categories', () => {
  it.each([
    ['', ['kitchen', 'tea']],
    ['hidden_categories=true', ['kitchen', 'gifts', 'tea']],
    ['parent=0&hidden_categories=true', ['kitchen', 'gifts']],
    ['parent=0&withSubcategories=true', ['kitchen', 'tea']],
    ['keyword=alles', ['kitchen']],
  ])('%s', async (query, names) => {
    const known = new Map([
      [kitchen, 'kitchen'],
      [gifts, 'gifts'],
      [tea, 'tea'],
    ]);
    const found = await shop.ids(`/categories?${query}`);
    expect(found.map((id) => known.get(Number(id)))).toEqual(names);
  });

  it('finds one by its path, whatever the case', async () => {
    expect(await shop.ids('/categoriesByPath?path=keuken/THEE&delimeter=/')).toEqual([tea]);
    expect(await shop.ids('/categoriesByPath?path=Thee&delimeter=/')).toEqual([]);
    expect((await shop.get('/categoriesByPath?path=Thee')).status).toBe(400);
  });

  it('is put in another order', async () => {
    await shop.call('PUT', '/categories/sort?parentCategory=0', { sortedIds: [gifts, kitchen] });
    expect((await shop.get('/categories/sort?parentCategory=0')).body).toEqual({
      sortedIds: [gifts, kitchen],
    });
  });
});
