import { expect, test } from 'vitest';
import { type LookupName, optionsOf } from '../../../src/connectors/contract/lookups.ts';
import { lookups } from '../../../src/connectors/magento/lookups.ts';
import { FakeApi } from './fake-api.ts';
import { FakeShop } from './fake-shop.ts';

async function picked(name: LookupName, api: FakeApi) {
  const list = lookups[name];
  if (list === undefined) throw new Error(`nothing to pick for ${name}`);
  return optionsOf(list, async () => api);
}

test('categories have the names of those above them, below the store’s own root', async () => {
  const shop = new FakeShop();
  const add = (id: number, path: string, name: string) => shop.categories.push({ id, path, name });
  add(1, '1', 'Root');
  add(2, '1/2', 'Standaard');
  add(14, '1/2/14', 'Keuken');
  add(15, '1/2/14/15', 'Thee');
  add(31, '1/30/31', 'Elders');
  expect(await picked('categories', shop.api)).toEqual([
    { value: '14', label: 'Keuken' },
    { value: '15', label: 'Keuken > Thee' },
  ]);
});

test('attributes go by their code, with their label, the merchant’s own first', async () => {
  const shop = new FakeShop();
  shop.attribute('color', 'select', [], { default_frontend_label: 'Kleur', is_user_defined: false });
  shop.attribute('size', 'select', [], { default_frontend_label: 'Maat' });
  shop.attribute('ean', 'text');
  expect(await picked('attributes', shop.api)).toEqual([
    { value: 'size', label: 'Maat (size)' },
    { value: 'ean', label: 'ean' },
    { value: 'color', label: 'Kleur (color)' },
  ]);
});

test('locations are sources; without these there are none', async () => {
  expect((await picked('locations', new FakeShop().api)).map(({ value }) => value)).toEqual([
    'default',
    'noord',
  ]);
  expect(await picked('locations', new FakeShop({ hasSources: false }).api)).toEqual([]);
});

test('tax classes are those of products', async () => {
  const api = new FakeApi(() => ({
    items: [
      { class_id: 2, class_name: 'Hoog', class_type: 'PRODUCT' },
      { class_id: 3, class_name: 'Klant', class_type: 'CUSTOMER' },
    ],
    total_count: 2,
  }));
  expect(await picked('taxClasses', api)).toEqual([{ value: '2', label: 'Hoog' }]);
});
