import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/connectors/contract/target.ts';
import { categorySource } from '../../../../src/connectors/mijnwebwinkel/categories/source.ts';
import { categoryTarget } from '../../../../src/connectors/mijnwebwinkel/categories/target.ts';
import { Refused } from '../../../support/fake-api.ts';
import { namedIn } from '../../read-changes.ts';
import { FakeApi, paged, type Routes } from '../fake-api.ts';

const kitchen = {
  id: 14,
  parent_category_id: null,
  hidden: false,
  title: 'Keuken',
  content: '',
  meta_title: 'K',
  article_order: 5,
  leafs: [],
};
const tea = {
  ...kitchen,
  id: 20,
  parent_category_id: 14,
  title: 'Thee',
  content: '<p>Thee</p>',
  hidden: true,
};

const shop = (more: Routes = {}) =>
  new FakeApi({
    'GET /categories': (call) => paged([kitchen, tea], call),
    'GET /categories/20': () => tea,
    'POST /categories': () => ({ ...tea, id: 21 }),
    'PATCH /categories/20': () => tea,
    ...more,
  });

test('a page of the shop is a category below its parent', async () => {
  expect(await categorySource.get(shop(), '20')).toEqual({
    id: '20',
    parentId: '14',
    name: 'Thee',
    description: '<p>Thee</p>',
    active: false,
  });
  expect(await categorySource.get(shop(), '..')).toBeNull();
});

test('all of them are compared', async () => {
  const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
  const named = await namedIn('categories', categorySource, shop(), window);
  expect(named.map(({ key }) => key)).toEqual(['14', '20']);
});

test('those below a parent are found among all, once', async () => {
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...tea,
    id: 100 + index,
    parent_category_id: 7,
  }));
  const api = shop({ 'GET /categories': (call) => paged([kitchen, ...many], call) });
  expect(await categoryTarget.childrenOf(api, '7')).toHaveLength(120);
  expect((await categoryTarget.childrenOf(api, null)).map(({ id, values }) => [id, values])).toEqual([
    ['14', { meta_title: 'K', article_order: 5 }],
  ]);
});

test('one is made below its parent, changed in what is named, and moved', async () => {
  const api = shop();
  const draft = { name: 'Thee', parentId: '14', description: '', active: true, values: { article_order: 2 } };
  expect(await categoryTarget.create(api, draft)).toEqual({ id: '21' });
  await categoryTarget.update(api, '20', { name: 'Theeën' });
  await categoryTarget.update(api, '20', {});
  expect(api.sent).toEqual([
    { title: 'Thee', parent_category_id: 14, content: '', hidden: false, article_order: 2 },
    { title: 'Theeën' },
  ]);
});

test.each([
  ['is refused', () => new Refused(422, { detail: 'Unknown parent.' })],
  ['moves nothing', () => tea],
])('one is moved to the top by null where 0 %s', async (_what, answer) => {
  const api = shop({
    'PATCH /categories/20': ({ body }) =>
      (body as JsonObject).parent_category_id === 0 ? answer() : { ...tea, parent_category_id: null },
  });
  await categoryTarget.update(api, '20', { parentId: null, name: 'Thee' });
  expect(api.sent).toEqual([
    { title: 'Thee', parent_category_id: 0 },
    { title: 'Thee', parent_category_id: null },
  ]);
});

test('one is moved to the top by 0 where that does it', async () => {
  const api = shop({ 'PATCH /categories/20': () => ({ ...tea, parent_category_id: 0 }) });
  await categoryTarget.update(api, '20', { parentId: null });
  expect(api.sent).toEqual([{ parent_category_id: 0 }]);
});
