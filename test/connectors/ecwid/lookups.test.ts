import { expect, test } from 'vitest';
import { optionsOf } from '../../../src/connectors/contract/lookups.ts';
import { lookups } from '../../../src/connectors/ecwid/lookups.ts';
import { FakeApi } from './fake-api.ts';
import { store } from './products/mug.ts';

async function picked(name: 'taxClasses' | 'categories' | 'attributes', api: FakeApi) {
  const lookup = lookups[name];
  if (lookup === undefined) throw new Error('it is told');
  return optionsOf(lookup, async () => api);
}

test('taxes as they are now, and none', async () => {
  const taxes = [
    { id: 9100, name: 'BTW 21%', enabled: true, defaultTax: 21 },
    { id: 9102, name: 'Old', enabled: false, defaultTax: 6 },
  ];
  const api = new FakeApi((path) => (path === '/profile' ? { taxSettings: { taxes } } : undefined));
  expect(await picked('taxClasses', api)).toEqual([
    { value: '9100', label: 'BTW 21% (21 %)' },
    { value: 'none', label: 'none' },
  ]);
});

test('classes of the country, where Ecwid works the taxes out', async () => {
  const api = new FakeApi((path) =>
    path === '/taxClasses'
      ? [{ taxClassCode: 'default', name: 'Standard' }, { taxClassCode: 'books' }]
      : undefined,
  );
  api.account = { ...store, traits: { country: 'NL', automaticTax: 'true' } };
  expect(await picked('taxClasses', api)).toEqual([
    { value: 'default', label: 'Standard' },
    { value: 'books', label: 'books' },
    { value: 'none', label: 'none' },
  ]);
  expect(api.calls[0]?.query).toEqual({ countryCode: 'NL' });
});

test('categories by their path, also where a parent is missing or stands below itself', async () => {
  const items = [
    { id: 1, name: 'Kitchen' },
    { id: 2, parentId: 1, name: 'Tea' },
    { id: 3, parentId: 9, name: 'Lost' },
    { id: 4, parentId: 5, name: 'A' },
    { id: 5, parentId: 4, name: 'B' },
  ];
  const api = new FakeApi(() => ({ total: 5, items }));
  expect((await picked('categories', api)).map(({ label }) => label)).toEqual([
    'Kitchen',
    'Kitchen > Tea',
    'Lost',
    'B > A',
    'A > B',
  ]);
});

test('attributes of all product types, once each', async () => {
  const api = new FakeApi(() => [
    {
      id: 0,
      attributes: [
        { id: 1, name: 'UPC', type: 'UPC' },
        { id: 2, name: 'Origin' },
      ],
    },
    {
      id: 7,
      name: 'Books',
      attributes: [
        { id: 3, name: 'Origin' },
        { id: 4, name: 'Author' },
      ],
    },
  ]);
  expect((await picked('attributes', api)).map(({ value }) => value)).toEqual(['UPC', 'Origin', 'Author']);
});
