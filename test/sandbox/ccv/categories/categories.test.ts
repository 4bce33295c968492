import { describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

async function tree() {
  const shop = new TestShop();
  const make = async (name: string, parentcategory_id?: unknown) =>
    (await shop.call('POST', '/categories/', { name, ...(parentcategory_id ? { parentcategory_id } : {}) }))
      .body;
  const kitchen = await make('Keuken');
  const tea = await make('Thee', kitchen.id);
  return { shop, make, kitchen, tea };
}

describe('categories', () => {
  it('hang below each other, and are shown as a tree', async () => {
    const { shop, kitchen, tea, make } = await tree();
    await make('Cadeaus');
    expect(tea.parentcategory).toMatchObject({ id: kitchen.id });
    const { body } = await shop.get('/categorytree/');
    expect(objectsIn(body.root_categories)).toMatchObject([
      { name: 'Keuken', children: [{ name: 'Thee', children: [] }] },
      { name: 'Cadeaus', children: [] },
    ]);
    expect(await shop.items(`/categories/${kitchen.id}/categories/`)).toMatchObject([{ name: 'Thee' }]);
  });

  it('move and are renamed under the same id, but not below themselves', async () => {
    const { shop, kitchen, tea } = await tree();
    const patch = (id: unknown, body: object) => shop.call('PATCH', `/categories/${id}/`, body);
    expect((await patch(kitchen.id, { parentcategory_id: tea.id })).status).toBe(400);
    expect((await patch(tea.id, { name: 'Losse thee', parentcategory_id: null })).status).toBe(204);
    expect((await shop.get(`/categories/${tea.id}/`)).body).toMatchObject({
      name: 'Losse thee',
      parentcategory: { id: null },
    });
    shop.standIn.change({ topCategory: 'zero' });
    await patch(tea.id, { parentcategory_id: kitchen.id });
    await patch(tea.id, { parentcategory_id: null });
    expect((await shop.get(`/categories/${tea.id}/`)).body.parentcategory).toMatchObject({ id: kitchen.id });
    await patch(tea.id, { parentcategory_id: 0 });
    expect((await shop.get(`/categories/${tea.id}/`)).body.parentcategory).toMatchObject({ id: null });
    expect((await patch(tea.id, { parentcategory_id: 9999 })).status).toBe(404);
    expect((await patch(tea.id, { name: ' ' })).status).toBe(400);
  });

  it('products are in them by records of their own', async () => {
    const { shop, tea, kitchen } = await tree();
    const fields = { name: 'Assam', price: 5, discount: 0, taxtariff: 'low a', package_id: 31 };
    const product = (await shop.call('POST', '/products/', fields)).body;
    const link = { product_id: product.id, category_id: tea.id };
    const made = await shop.call('POST', '/producttocategories/', link);
    expect(made.body).toMatchObject({ ...link, position: 1 });
    expect((await shop.call('POST', '/producttocategories/', link)).body.code).toBe('500.40');
    expect(await shop.items(`/categories/${tea.id}/products/`)).toMatchObject([{ id: product.id }]);
    expect(await shop.items(`/categories/${tea.id}/producttocategories/`)).toHaveLength(1);
    await shop.call('POST', '/producttocategories/', { ...link, category_id: kitchen.id });
    await shop.call('PATCH', `/producttocategories/${made.body.id}/`, { position: 4 });
    expect((await shop.get(`/producttocategories/${made.body.id}/`)).body.position).toBe(4);
    await shop.call('DELETE', `/producttocategories/${made.body.id}/`);
    expect(await shop.items(`/products/${product.id}/producttocategories/`)).toMatchObject([
      { category_id: kitchen.id },
    ]);
    shop.standIn.change({ secondLink: 'doubled' });
    await shop.call('POST', '/producttocategories/', { ...link, category_id: kitchen.id });
    expect(await shop.items(`/products/${product.id}/producttocategories/`)).toHaveLength(2);
    // With all below it; products leave.
    await shop.call('DELETE', `/categories/${kitchen.id}/`);
    expect(await shop.items('/categories/')).toEqual([]);
    expect(await shop.items(`/products/${product.id}/producttocategories/`)).toEqual([]);
  });
});
