import { expect, test } from 'vitest';
import { changedFamily, parentsOf } from '../../../../src/connectors/magento/products/families.ts';
import { filtersOf } from '../fake-api.ts';
import { FakeShop } from '../fake-shop.ts';

test('parents are listed once, and then only those that changed', async () => {
  const shop = new FakeShop({ bareLists: true });
  const [one, other] = [shop.product('A-1', { visibility: 1 }), shop.product('A-2', { visibility: 1 })];
  const parent = shop.product('A', { type_id: 'configurable', children: [one.id] });
  shop.product('B', { type_id: 'configurable', children: [] });
  const ask = async () => [...(await parentsOf(shop.api, [String(one.id), String(other.id)])).keys()];
  expect(await ask()).toEqual([String(one.id)]);
  const first = shop.api.calls.length;
  expect(await ask()).toEqual([String(one.id)]);
  expect(shop.api.calls).toHaveLength(first);

  parent.children.push(other.id);
  parent.updated_at = '2026-03-02 12:00:00';
  changedFamily(shop.api);
  expect(await ask()).toEqual([String(one.id), String(other.id)]);
  const [listing, ...children] = shop.api.calls.slice(first);
  expect(listing && filtersOf(listing)).toEqual([
    ['type_id eq configurable'],
    ['updated_at gteq 2026-03-02 11:50:00'],
  ]);
  expect(children.map(({ path }) => path)).toEqual(['/all/V1/configurable-products/A/children']);
});

test('nobody is asked for the parents of nothing', async () => {
  const shop = new FakeShop();
  expect((await parentsOf(shop.api, [])).size).toBe(0);
  expect(shop.api.calls).toEqual([]);
});
