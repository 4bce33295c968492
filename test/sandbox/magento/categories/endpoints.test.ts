import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../sandbox/kit/json.ts';
import { all, custom, sell } from '../goods.ts';
import { criteria, TestShop } from '../shop.ts';

async function add(shop: TestShop, name: string, parent_id = 2, more: JsonObject = {}): Promise<number> {
  const category = { name, parent_id, is_active: true, ...more };
  const { body, text, status } = await shop.call('POST', `${all}/categories`, { category });
  if (status !== 200) throw new Error(text);
  return Number(body.id);
}

describe('categories', () => {
  it('stand in a tree below several roots', async () => {
    const shop = new TestShop();
    const crockery = await add(shop, 'Servies');
    const mugs = await add(shop, 'Mokken', crockery);
    const wholesale = await add(shop, 'Groothandel', 1);
    await sell(shop, 'A', 1, { extension_attributes: { category_links: [{ category_id: String(mugs) }] } });
    expect((await shop.get(`${all}/categories`)).body).toMatchObject({
      id: 1,
      level: 0,
      children_data: [
        {
          id: 2,
          children_data: [{ id: crockery, children_data: [{ id: mugs, product_count: 1, level: 3 }] }],
        },
        { id: wholesale, level: 1 },
      ],
    });
    const { body } = await shop.get(`${all}/categories?rootCategoryId=2&depth=1`);
    expect(body.children_data).toMatchObject([{ id: crockery, children_data: [] }]);
    const shown = (await shop.get(`${all}/categories/${mugs}`)).body;
    expect(shown).toMatchObject({ path: `1/2/${crockery}/${mugs}`, parent_id: crockery, is_active: true });
    expect(custom(shown, 'url_path')).toBe('servies/mokken');
  });

  it('the stores show the trees of their roots', async () => {
    const shop = new TestShop();
    const wholesale = await add(shop, 'Groothandel', 1);
    shop.standIn.change({ wholesaleRoot: wholesale });
    const groups = (await shop.get('/V1/store/storeGroups')).json;
    expect(groups).toMatchObject([{ root_category_id: 2 }, { root_category_id: wholesale }]);
  });

  it('are listed by search', async () => {
    const shop = new TestShop();
    await add(shop, 'Servies');
    await add(shop, 'Thee', 3);
    const listed = await shop.items(`${all}/categories/list${criteria([['parent_id', 'eq', '3']])}`);
    expect(listed.map(({ name }) => name)).toEqual(['Thee']);
  });

  it('keep what a save leaves out, have names per view, and no save moves them', async () => {
    const shop = new TestShop();
    const id = await add(shop, 'Servies', 2, {
      custom_attributes: [{ attribute_code: 'meta_title', value: 'Servies kopen' }],
    });
    await shop.call('PUT', `${all}/categories/${id}`, { category: { name: 'Vaatwerk', parent_id: 1 } });
    const { body } = await shop.get(`${all}/categories/${id}`);
    expect(body).toMatchObject({ id, name: 'Vaatwerk', parent_id: 2 });
    expect([custom(body, 'meta_title'), custom(body, 'url_key')]).toEqual(['Servies kopen', 'servies']);
    await shop.call('PUT', `/rest/deutsch/V1/categories/${id}`, { category: { name: 'Geschirr' } });
    expect((await shop.get(`/rest/deutsch/V1/categories/${id}`)).body.name).toBe('Geschirr');
    expect((await shop.get(`/rest/vlaams/V1/categories/${id}`)).body.name).toBe('Vaatwerk');
  });

  it('move, but not below themselves and not to where their address is taken', async () => {
    const shop = new TestShop();
    const kitchen = await add(shop, 'Keuken');
    const tea = await add(shop, 'Thee', kitchen);
    const gifts = await add(shop, 'Cadeaus');
    const move = (id: number, parentId: number, afterId?: number) =>
      shop.call('PUT', `${all}/categories/${id}/move`, { parentId, afterId });
    expect((await move(kitchen, tea)).status).toBe(400);
    expect((await move(tea, gifts)).json).toBe(true);
    expect((await shop.get(`${all}/categories/${tea}`)).body.path).toBe(`1/2/${gifts}/${tea}`);
    const other = await add(shop, 'Thee', kitchen);
    const clash = await move(other, gifts);
    expect([clash.status, clash.body.message]).toEqual([400, 'URL key for specified store already exists.']);
    await move(gifts, 2, 1);
    const last = await add(shop, 'Laatste');
    await move(last, 2, kitchen);
    const { body } = await shop.get(`${all}/categories/2`);
    expect(body.children).toBe([kitchen, last, gifts].join(','));
  });

  it('are deleted with all below them; the products stay', async () => {
    const shop = new TestShop();
    const kitchen = await add(shop, 'Keuken');
    const tea = await add(shop, 'Thee', kitchen);
    await sell(shop, 'A', 1, { extension_attributes: { category_links: [{ category_id: String(tea) }] } });
    expect((await shop.call('DELETE', `${all}/categories/${kitchen}`)).json).toBe(true);
    const gone = await shop.get(`${all}/categories/${tea}`);
    expect([gone.status, gone.body.parameters]).toEqual([404, { fieldName: 'id', fieldValue: tea }]);
    expect((await shop.get('/V1/products/A')).body.extension_attributes).not.toHaveProperty('category_links');
    expect((await shop.call('DELETE', `${all}/categories/2`)).status).toBe(400);
  });

  it('take products one by one, which moves no time stamp', async () => {
    const shop = new TestShop();
    const id = await add(shop, 'Servies');
    await sell(shop, 'A', 1);
    shop.world.pass(60_000);
    const productLink = { sku: 'A', position: 4, category_id: String(id) };
    expect((await shop.call('POST', `${all}/categories/${id}/products`, { productLink })).json).toBe(true);
    expect((await shop.get(`${all}/categories/${id}/products`)).json).toEqual([productLink]);
    expect((await shop.get('/V1/products/A')).body.updated_at).toBe('2026-03-10 12:00:00');
  });

  it('need a name and a parent', async () => {
    const shop = new TestShop();
    const post = async (category: JsonObject) =>
      (await shop.call('POST', `${all}/categories`, { category })).status;
    expect([await post({ parent_id: 2 }), await post({ name: 'x', parent_id: 99 })]).toEqual([400, 404]);
    await add(shop, 'Thee');
    expect(await post({ name: 'Thee', parent_id: 2 })).toBe(400);
  });
});
