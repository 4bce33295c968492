import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

const titles = (rows: readonly JsonObject[]) => rows.map(({ title }) => title);

describe('pages', () => {
  it('are listed ten at a time, or as a tree in which the parent has another name', async () => {
    const shop = new TestShop({ seeded: true });
    expect(await shop.rows('/categories')).toHaveLength(10);
    expect((await shop.get('/categories/count')).json).toEqual({ count: 25 });
    const tree = await shop.rows('/categories?as_tree=true&limit=2');
    expect(titles(tree)).toContain('Servies');
    expect(tree.length).toBeGreaterThan(5);
    const [loose] = tree;
    const [black] = objectsIn(loose?.leafs);
    expect(loose).toMatchObject({ title: 'Losse thee', parent_category_id: null });
    expect(black).toMatchObject({ title: 'Zwarte thee', parent_id: loose?.id });
    expect(titles(objectsIn(black?.leafs))).toEqual(['India', 'Ceylon']);
    const shallow = await shop.rows('/categories?as_tree=true&max_depth=2');
    expect(objectsIn(objectsIn(shallow[0]?.leafs)[0]?.leafs)).toEqual([]);
  });

  it('are made, renamed, moved and hidden; never deleted', async () => {
    const shop = new TestShop({ seeded: true });
    const parent = { parent_category_id: 501 };
    const { status, body } = await shop.call('POST', '/categories', {
      title: 'Witte thee',
      ...parent,
      sorting: { first: true },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Witte thee',
      hidden: false,
      sorting: { first: true, last: false, next: 502 },
    });
    await shop.call('PATCH', `/categories/${body.id}`, {
      hidden: true,
      title: 'Wit',
      sorting: { before: 507 },
    });
    const [loose] = await shop.rows('/categories?as_tree=true');
    expect(titles(objectsIn(loose?.leafs))).toEqual([
      'Zwarte thee',
      'Groene thee',
      'Wit',
      'Kruiden & rooibos',
      'Oolong',
    ]);
    expect((await shop.call('DELETE', `/categories/${body.id}`)).status).toBe(405);
  });

  it.each<readonly [string, 0 | null, 0 | null]>([
    ['zero', 0, null],
    ['null', null, 0],
  ])('are moved to the top by %s, where that is the shop’s word for it', async (topPage, top, other) => {
    const shop = new TestShop({ seeded: true, settings: { topPage }, validated: false });
    const moved = { parent_category_id: top };
    expect((await shop.call('PATCH', '/categories/503', { parent_category_id: other })).status).toBe(422);
    expect((await shop.call('PATCH', '/categories/503', moved)).body).toMatchObject({
      title: 'India',
      parent_category_id: null,
    });
  });

  it.each<readonly [string, JsonObject]>([
    ['no title', { content: 'x' }],
    ['a parent that there is not', { title: 'X', parent_category_id: 9 }],
    ['an order that there is not', { title: 'X', article_order: 7 }],
    ['two places', { title: 'X', sorting: { first: true, before: 502 } }],
    ['a neighbour elsewhere', { title: 'X', sorting: { after: 503 } }],
  ])('are refused with %s', async (_, body) => {
    const shop = new TestShop({ seeded: true });
    expect((await shop.call('POST', '/categories', body)).status).toBe(422);
    expect((await shop.get('/categories/count')).json).toEqual({ count: 25 });
  });

  it('are not their own parents', async () => {
    const shop = new TestShop({ seeded: true });
    expect((await shop.call('PATCH', '/categories/501', { parent_category_id: 503 })).status).toBe(422);
  });

  it('tell which articles they show', async () => {
    const shop = new TestShop({ seeded: true });
    const [mug] = await shop.rows('/categories/510/articles');
    expect(mug).toMatchObject({ id: 500101, name: 'Emaille mok', is_main: true });
    expect(Object.keys(mug ?? {})).toEqual(['id', 'name', 'uuid', 'is_main']);
  });

  it('are deleted by the merchant: their articles stay', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.control('DELETE', '/categories/510');
    expect((await shop.get('/categories/510')).status).toBe(404);
    expect(objectsIn((await shop.article('MOK-EM')).categories)).toHaveLength(1);
  });
});
