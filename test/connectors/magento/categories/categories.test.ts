import { describe, expect, test } from 'vitest';
import { categorySource } from '../../../../src/connectors/magento/categories/source.ts';
import { categoryTarget } from '../../../../src/connectors/magento/categories/target.ts';
import { category } from '../../../../src/records/category.ts';
import { requestFaults } from '../../../vendor/requests.ts';
import { FakeShop } from '../fake-shop.ts';

function shopWithTree() {
  const shop = new FakeShop();
  const add = (id: number, parent: number, path: string, name: string, more = {}) =>
    shop.categories.push({
      id,
      parent_id: parent,
      path,
      name,
      level: path.split('/').length - 1,
      is_active: true,
      position: 1,
      updated_at: '2026-03-01 10:00:00',
      include_in_menu: true,
      custom_attributes: [],
      ...more,
    });
  add(1, 0, '1', 'Root Catalog');
  add(2, 1, '1/2', 'Standaardcategorie');
  add(14, 2, '1/2/14', 'Keuken', {
    custom_attributes: [
      { attribute_code: 'description', value: '<p>Alles</p>' },
      { attribute_code: 'meta_title', value: 'Keuken kopen' },
    ],
  });
  add(15, 14, '1/2/14/15', 'Thee', { is_active: false });
  add(30, 1, '1/30', 'Andere winkel');
  add(31, 30, '1/30/31', 'Elders');
  return shop;
}

describe('as a source', () => {
  test('those below a store’s root stand at the top', async () => {
    const { api } = shopWithTree();
    const found = (await categorySource.get(api, '14')) ?? undefined;
    expect(category.parse(found)).toEqual(found);
    expect(found).toEqual({
      id: '14',
      parentId: null,
      name: 'Keuken',
      description: '<p>Alles</p>',
      active: true,
      position: 1,
      updatedAt: '2026-03-01T10:00:00.000Z',
    });
    expect(await categorySource.get(api, '15')).toMatchObject({
      parentId: '14',
      active: false,
      description: '',
    });
  });

  test('roots and what is gone are none', async () => {
    const { api } = shopWithTree();
    const found = await categorySource.getMany?.(api, ['1', '2', '14', '15', '99', 'none']);
    expect([...(found?.keys() ?? [])]).toEqual(['14', '15']);
  });

  test('of a whole shop change below all roots', async () => {
    const { api } = shopWithTree();
    const { changes } = categorySource;
    if (changes.kind !== 'by-time') throw new Error('it is asked for');
    const window = {
      since: new Date('2026-03-01T00:00:00Z'),
      until: new Date('2026-03-02T00:00:00Z'),
      page: null,
    };
    const page = await changes.page(api, window);
    expect(page.changes.map(({ key }) => key)).toEqual(['14', '15', '31']);
  });

  test('of a connection to one view are those of its store', async () => {
    const shop = shopWithTree();
    shop.api.account = { ...shop.api.account, traits: { ...shop.api.account.traits, scope: 'store' } };
    expect(await categorySource.get(shop.api, '31')).toBeNull();
    expect(await categorySource.get(shop.api, '14')).not.toBeNull();
    const { changes } = categorySource;
    if (changes.kind !== 'by-time') throw new Error('it is asked for');
    const window = {
      since: new Date('2026-03-01T00:00:00Z'),
      until: new Date('2026-03-02T00:00:00Z'),
      page: null,
    };
    const page = await changes.page(shop.api, window);
    expect(page.changes.map(({ key }) => key)).toEqual(['14', '15']);
  });
});

describe('as a target', () => {
  const draft = { name: 'Servies', parentId: '14', values: {} };

  test('one is made below its parent, with its texts, in the scope of all views', async () => {
    const shop = shopWithTree();
    const whole = {
      ...draft,
      description: '<p>Mooi</p>',
      active: false,
      position: 3,
      values: { meta_title: 'Servies', include_in_menu: false },
    };
    const { id } = await categoryTarget.create(shop.api, whole);
    expect(id).toBe(String(shop.categories.at(-1)?.id));
    const [body] = shop.bodies('POST /all/V1/categories');
    expect(body).toEqual(categoryTarget.toWire(whole, shop.api.account));
    expect(body).toEqual({
      category: {
        name: 'Servies',
        parent_id: 14,
        is_active: false,
        position: 3,
        include_in_menu: false,
        custom_attributes: [
          { attribute_code: 'description', value: '<p>Mooi</p>' },
          { attribute_code: 'meta_title', value: 'Servies' },
        ],
      },
    });
    expect(requestFaults('magento', { method: 'POST', path: '/V1/categories', query: {}, body })).toEqual([]);
  });

  test('one at the top hangs under the store’s root, and is shown', async () => {
    const shop = shopWithTree();
    await categoryTarget.create(shop.api, { ...draft, parentId: null });
    expect(shop.categories.at(-1)).toMatchObject({ parent_id: 2, is_active: true, include_in_menu: true });
  });

  test('the children of one, and those at the top, are found', async () => {
    const { api } = shopWithTree();
    const top = await categoryTarget.childrenOf(api, null);
    expect(top.map(({ id, values }) => [id, values])).toEqual([
      ['14', { include_in_menu: true, meta_title: 'Keuken kopen' }],
    ]);
    expect((await categoryTarget.childrenOf(api, '14')).map(({ id }) => id)).toEqual(['15']);
    expect(await categoryTarget.childrenOf(api, '15')).toEqual([]);
  });

  test('a root is no category', async () => {
    const { api } = shopWithTree();
    expect(await categoryTarget.get(api, '2')).toBeNull();
    expect(await categoryTarget.get(api, 'none')).toBeNull();
    expect(await categoryTarget.get(api, '14')).toMatchObject({ category: { name: 'Keuken' } });
  });

  test('C1: a rename says the name only', async () => {
    const shop = shopWithTree();
    await categoryTarget.update(shop.api, '14', { name: 'Koken' });
    expect(shop.deeds).toEqual(['PUT /all/V1/categories/14']);
    expect(shop.bodies('PUT /all/V1/categories/14')).toEqual([{ category: { id: 14, name: 'Koken' } }]);
  });

  test('C1: a move is told as such, and not where it stands there already', async () => {
    const shop = shopWithTree();
    await categoryTarget.update(shop.api, '15', { parentId: null });
    expect(shop.bodies('PUT /all/V1/categories/15/move')).toEqual([{ parentId: 2 }]);
    await categoryTarget.update(shop.api, '15', { parentId: null });
    expect(shop.deeds).toEqual(['PUT /all/V1/categories/15/move']);
  });
});
