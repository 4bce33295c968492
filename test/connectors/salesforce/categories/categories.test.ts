import { expect, test } from 'vitest';
import { categorySource } from '../../../../src/connectors/salesforce/categories/source.ts';
import { categoryTarget } from '../../../../src/connectors/salesforce/categories/target.ts';
import { category } from '../../../../src/records/category.ts';
import { changesIn } from '../../read-changes.ts';
import { account, FakeOrg } from '../fake-org.ts';

const id = '0ZGxx0000000002AAA';
const row = {
  Id: id,
  Name: 'Thee',
  ParentCategoryId: '0ZGxx0000000001AAA',
  Description: null,
  SortOrder: 2,
  IsNavigational: true,
  Code: 'T',
  SystemModstamp: '2026-03-02T11:30:00.000+0000',
};

const read = {
  id,
  parentId: row.ParentCategoryId,
  name: 'Thee',
  description: '',
  active: true,
  position: 2,
  updatedAt: '2026-03-02T11:30:00.000Z',
};

const org = (traits = {}) =>
  new FakeOrg({
    traits,
    routes: { 'GET .*/deleted/': () => ({ deletedRecords: [] }) },
    queries: { 'FROM ProductCategory': () => [row] },
  });

test('a category is read, and told when it changed', async () => {
  expect(category.parse(await categorySource.get(org(), id))).toEqual(read);
  const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
  expect((await changesIn(categorySource, org(), window)).map(({ key }) => key)).toEqual([id]);
});

test('those below another one, and those at the top, are asked for in one catalogue', async () => {
  const api = org();
  expect(await categoryTarget.childrenOf(api, row.ParentCategoryId)).toEqual([
    { id, category: read, values: { Code: 'T' } },
  ]);
  await categoryTarget.childrenOf(api, null);
  expect(api.asked.map((q) => q.split(' WHERE ')[1])).toEqual([
    `CatalogId = '${account.traits.catalog}' AND ParentCategoryId = '${row.ParentCategoryId}' ORDER BY CreatedDate, Id`,
    `CatalogId = '${account.traits.catalog}' AND ParentCategoryId = null ORDER BY CreatedDate, Id`,
  ]);
});

test('one is made, and changed by what is named; to the top is without a parent', async () => {
  const api = org();
  await categoryTarget.create(api, { name: 'Koffie', parentId: null, active: true, values: { Code: 'K' } });
  await categoryTarget.update(api, id, { parentId: null, position: 1.4 });
  await categoryTarget.update(api, id, {});
  expect(api.sent).toEqual([
    { CatalogId: account.traits.catalog, Name: 'Koffie', IsNavigational: true, Code: 'K' },
    { ParentCategoryId: null, SortOrder: 1 },
  ]);
});

test('an org that makes none has none', async () => {
  const api = org({ catalog: undefined });
  await expect(categorySource.get(api, id)).rejects.toMatchObject({
    code: 'org_lacks',
    params: { object: 'ProductCategory' },
  });
});
