import { describe, expect, test } from 'vitest';
import { categorySource } from '../../../src/connectors/ccv/categories/source.ts';
import { categoryTarget } from '../../../src/connectors/ccv/categories/target.ts';
import { category } from '../../../src/records/category.ts';
import { namedIn } from '../read-changes.ts';
import { FakeApi, nothing, paged, type Routes } from './fake-api.ts';

const kitchen = {
  ...{
    id: 70,
    name: 'Keuken',
    description: '<p>x</p>',
    position: 1,
    show_on_website: true,
    page_title: 'Keuken!',
  },
  parentcategory: { id: null, href: null },
};
const tea = {
  ...kitchen,
  id: 77,
  name: 'Thee',
  position: 2,
  show_on_website: false,
  parentcategory: { id: 70 },
};

const shop = (more: Routes = {}) =>
  new FakeApi({
    'GET /categories/': (call) => paged([kitchen, tea], call),
    'GET /categories/77/': () => tea,
    'POST /categories/': () => ({ id: 78 }),
    'PATCH /categories/77/': () => nothing,
    ...more,
  });

describe('a category', () => {
  test('is read with its place in the tree', async () => {
    expect(category.parse(await categorySource.get(shop(), '77'))).toMatchObject({
      ...{ id: '77', parentId: '70', name: 'Thee', description: '<p>x</p>', active: false, position: 2 },
    });
    expect(await categorySource.get(shop(), 'x')).toBeNull();
  });

  test('is noticed by comparison', async () => {
    const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
    const named = async (more: Routes = {}) => namedIn('categories', categorySource, shop(more), window);
    const before = await named();
    expect(before.map(({ key }) => key)).toEqual(['70', '77']);
    const after = await named({
      'GET /categories/': (call) => paged([kitchen, { ...tea, name: 'Koffie' }], call),
    });
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.version).not.toBe(before[1]?.version);
  });

  test('stands under its parent, or at the top', async () => {
    expect((await categoryTarget.childrenOf(shop(), null)).map(({ id }) => id)).toEqual(['70']);
    expect((await categoryTarget.childrenOf(shop(), '70')).map(({ id }) => id)).toEqual(['77']);
    expect(await categoryTarget.get(shop(), '77')).toMatchObject({ values: { page_title: 'Keuken!' } });
  });

  test('is made under another one, also where the answer says nothing', async () => {
    const draft = { name: 'Thee', parentId: '70', active: true, position: 3, values: { alias: 'thee' } };
    const api = shop();
    expect(await categoryTarget.create(api, draft)).toEqual({ id: '78' });
    expect(api.sent).toEqual([
      { name: 'Thee', parentcategory_id: 70, show_on_website: true, position: 3, alias: 'thee' },
    ]);
    const silent = { 'POST /categories/': () => nothing };
    expect(await categoryTarget.create(shop(silent), draft)).toEqual({ id: '77' });
    const unknown = categoryTarget.create(shop(silent), { ...draft, name: 'Cacao' });
    await expect(unknown).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  test('changes what is named, and goes to the top', async () => {
    const api = shop();
    await categoryTarget.update(api, '77', { name: 'Losse thee' });
    await categoryTarget.update(api, '77', { parentId: null });
    await categoryTarget.update(api, '77', {});
    expect(api.sent).toEqual([{ name: 'Losse thee' }, { parentcategory_id: null }]);
  });
});
