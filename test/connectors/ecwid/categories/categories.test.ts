import { describe, expect, test } from 'vitest';
import type { Query } from '../../../../src/connectors/contract/api.ts';
import { categorySource } from '../../../../src/connectors/ecwid/categories/source.ts';
import { categoryTarget } from '../../../../src/connectors/ecwid/categories/target.ts';
import { category } from '../../../../src/records/category.ts';
import { account, FakeApi } from '../fake-api.ts';

const kitchen = {
  id: 8800,
  name: 'Kitchen',
  orderBy: 20,
  enabled: true,
  description: '<p>All</p>',
  seoTitle: 'K',
};
const tea = { id: 8801, parentId: 8800, name: 'Tea', orderBy: 10, enabled: false };
const gifts = { id: 8802, parentId: 0, name: 'Gifts', orderBy: 30, enabled: true };

const window = { since: new Date(0), until: new Date('2026-03-01T10:00:00Z') };

function shop(rows: readonly { readonly id: number; readonly parentId?: number }[]) {
  return new FakeApi((path, { offset, limit, parent, categoryIds }: Query, body) => {
    if (body !== undefined) return path === '/categories' ? { id: 9000 } : { updateCount: 1 };
    if (path !== '/categories') return rows.find(({ id }) => path === `/categories/${id}`);
    const matching = rows.filter(
      ({ id, parentId = 0 }) =>
        (parent === undefined || parent === String(parentId)) &&
        (categoryIds === undefined || String(categoryIds).split(',').includes(String(id))),
    );
    return { total: matching.length, items: matching.slice(Number(offset), Number(offset) + Number(limit)) };
  });
}

describe('as source', () => {
  test('with parent, place and whether it is shown', async () => {
    const api = shop([kitchen, tea, gifts]);
    const read = async (id: string) => category.parse(await categorySource.get(api, id));
    expect(await read('8800')).toEqual({
      id: '8800',
      parentId: null,
      name: 'Kitchen',
      description: '<p>All</p>',
      active: true,
      position: 20,
    });
    expect(await read('8801')).toMatchObject({ parentId: '8800', active: false, description: '' });
    expect((await read('8802')).parentId).toBeNull();
    expect(await categorySource.get(api, '1')).toBeNull();
    expect(await categorySource.get(api, 'x')).toBeNull();
  });

  test('several at once, hidden ones too', async () => {
    const api = shop([kitchen, tea]);
    const found = await categorySource.getMany?.(api, ['8801', '8800', '5', 'x']);
    expect([...(found?.keys() ?? [])]).toEqual(['8800', '8801']);
    expect(api.calls[0]?.query).toMatchObject({ categoryIds: '8801,8800,5', hidden_categories: true });
  });

  test('all of them are listed, as nothing tells what changed', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => ({ ...tea, id: index + 1 }));
    const api = shop(rows);
    const { changes } = categorySource;
    if (changes.kind !== 'by-snapshot') throw new Error('it tells no time');
    const first = await changes.page(api, { ...window, page: null });
    const second = await changes.page(api, { ...window, page: first.next });
    expect([...first.rows, ...second.rows].map(({ key }) => key)).toEqual(rows.map(({ id }) => String(id)));
    expect(second.next).toBeNull();
    expect(changes).toMatchObject({ reportsGone: true, listsAll: true });
  });

  test.each([
    ['a name', { name: 'Thee' }],
    ['a move', { parentId: 8802 }],
    ['a text', { description: 'x' }],
    ['a place', { orderBy: 40 }],
    ['showing it', { enabled: true }],
  ])('%s changes what tells it apart, a count of products does not', async (_, fields) => {
    const { changes } = categorySource;
    if (changes.kind !== 'by-snapshot') throw new Error('it tells no time');
    const digestOf = async (row: typeof tea) =>
      (await changes.page(shop([row]), { ...window, page: null })).rows[0]?.digest;
    const before = await digestOf(tea);
    expect(await digestOf({ ...tea, ...fields })).not.toBe(before);
    expect(await digestOf({ ...tea, productCount: 7 } as typeof tea)).toBe(before);
  });
});

describe('as target', () => {
  test('the body: at the top the parent is 0', () => {
    const draft = { name: 'Tea', parentId: null, active: false, position: 3, values: { seoTitle: 'T' } };
    expect(categoryTarget.toWire(draft, account)).toEqual({
      name: 'Tea',
      parentId: 0,
      enabled: false,
      orderBy: 3,
      seoTitle: 'T',
    });
    expect(categoryTarget.toWire({ ...draft, parentId: '8800' }, account).parentId).toBe(8800);
  });

  test('is made with one call', async () => {
    const api = shop([]);
    expect(await categoryTarget.create(api, { name: 'Tea', parentId: '8800', values: {} })).toEqual({
      id: '9000',
    });
    expect(api.sent).toEqual([{ name: 'Tea', parentId: 8800 }]);
  });

  test('as it stands there, with its own fields', async () => {
    const api = shop([kitchen]);
    expect(await categoryTarget.get(api, '8800')).toMatchObject({
      id: '8800',
      category: { name: 'Kitchen' },
      values: { seoTitle: 'K' },
    });
    expect(await categoryTarget.get(api, '1')).toBeNull();
  });

  test('those below one, one level deep, to the last page', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({ ...tea, id: index + 1 }));
    const api = shop([kitchen, gifts, ...many]);
    expect((await categoryTarget.childrenOf(api, '8800')).map(({ id }) => id)).toEqual(
      many.map(({ id }) => String(id)),
    );
    expect((await categoryTarget.childrenOf(api, null)).map(({ id }) => id)).toEqual(['8800', '8802']);
  });

  test('a search that gives more than those below is not believed', async () => {
    const api = new FakeApi(() => ({ total: 3, items: [kitchen, tea, gifts] }));
    expect((await categoryTarget.childrenOf(api, '8800')).map(({ id }) => id)).toEqual(['8801']);
  });

  test('only what changes is sent, and nothing where nothing does', async () => {
    const api = shop([kitchen]);
    await categoryTarget.update(api, '8800', { name: 'Keuken' });
    await categoryTarget.update(api, '8801', { parentId: null });
    await categoryTarget.update(api, '8801', {});
    expect(api.calls.map(({ path, body }) => [path, body])).toEqual([
      ['/categories/8800', { name: 'Keuken' }],
      ['/categories/8801', { parentId: 0 }],
    ]);
  });

  test('one that is gone is no success', async () => {
    const api = new FakeApi(() => ({ updateCount: 0 }));
    const update = categoryTarget.update(api, '1', { name: 'x' });
    await expect(update).rejects.toMatchObject({ code: 'not_found' });
  });
});
