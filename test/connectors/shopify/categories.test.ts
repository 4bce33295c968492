import { beforeEach, expect, test } from 'vitest';
import { categorySource } from '../../../src/connectors/shopify/categories/source.ts';
import { categoryTarget } from '../../../src/connectors/shopify/categories/target.ts';
import { rows } from './answers.ts';
import { type Answers, FakeShop, type Variables } from './fake-shop.ts';

interface Kept {
  readonly title: string;
  readonly parent: string | null;
}

/** A shop that keeps titles and parents. */
class Collections extends FakeShop {
  readonly kept = new Map<number, Kept>();

  constructor(scopes = 'write_products,write_publications', more: Answers = {}) {
    super(
      {
        Collections: () => ({ collections: rows([...this.kept.keys()].map((id) => this.#wire(id))) }),
        CollectionsById: ({ ids }) => ({ nodes: (ids as string[]).map((id) => this.#wire(numberIn(id))) }),
        CreateCollection: ({ collection }) => {
          const id = this.kept.size + 1;
          this.kept.set(id, {
            ...keptIn(collection as Variables),
            parent: parentIn(collection as Variables),
          });
          return {
            collectionCreate: { collection: { id: `gid://shopify/Collection/${id}` }, userErrors: [] },
          };
        },
        UpdateCollection: ({ collection }) => {
          const change = collection as Variables;
          const id = numberIn(String(change.id));
          const before = this.kept.get(id) ?? { title: '', parent: null };
          const parent = parentIn(change) ?? before.parent;
          this.kept.set(id, { title: keptIn(change).title || before.title, parent });
          return { collectionUpdate: { userErrors: [] } };
        },
        DeleteMetafields: ({ metafields }) => {
          const [{ ownerId }] = metafields as [{ ownerId: string }];
          const before = this.kept.get(numberIn(ownerId)) ?? { title: '', parent: null };
          this.kept.set(numberIn(ownerId), { ...before, parent: null });
          return { metafieldsDelete: { userErrors: [] } };
        },
        Publications: () => ({ publications: rows([{ id: 'gid://shopify/Publication/1' }]) }),
        Publish: () => ({ publishablePublish: { userErrors: [] } }),
        ...more,
      },
      { scopes },
    );
  }

  #wire(id: number) {
    const kept = this.kept.get(id);
    if (kept === undefined) return null;
    const { title, parent } = kept;
    return {
      id: `gid://shopify/Collection/${id}`,
      title,
      handle: `c-${id}`,
      descriptionHtml: '',
      updatedAt: '2026-06-04T08:49:59Z',
      parent: parent === null ? null : { value: parent },
    };
  }
}

const numberIn = (id: string) => Number(/(\d+)$/.exec(id)?.[1]);
const keptIn = ({ title }: Variables) => ({ title: typeof title === 'string' ? title : '' });
const parentIn = ({ metafields }: Variables) =>
  Array.isArray(metafields) ? String((metafields[0] as Variables).value) : null;

let shop: Collections;
beforeEach(() => {
  shop = new Collections();
});

const names = async (parentId: string | null) =>
  (await categoryTarget.childrenOf(shop, parentId)).map(({ category }) => category.name);

test('two of one name under two parents are two collections, and a move leaves the id', async () => {
  const make = (name: string, parentId: string | null) =>
    categoryTarget.create(shop, { name, parentId, values: {} });
  const kitchen = (await make('Keuken', null)).id;
  const gifts = (await make('Cadeaus', null)).id;
  const tea = (await make('Thee', kitchen)).id;
  await make('Thee', gifts);
  expect(await names(kitchen)).toEqual(['Thee']);
  expect(await names(gifts)).toEqual(['Thee']);
  await categoryTarget.update(shop, tea, { parentId: gifts, name: 'Groene thee' });
  expect(await names(kitchen)).toEqual([]);
  expect(await names(gifts)).toEqual(['Groene thee', 'Thee']);
  await categoryTarget.update(shop, tea, { parentId: null });
  expect(await names(null)).toEqual(['Keuken', 'Cadeaus', 'Groene thee']);
  expect(await categorySource.get(shop, gifts)).toMatchObject({ id: gifts, name: 'Cadeaus', parentId: null });
  expect(await categorySource.get(shop, '99')).toBeNull();
});

test('what is made is shown in the channels, where the scope is there and it is to be seen', async () => {
  await categoryTarget.create(shop, { name: 'Keuken', parentId: null, values: {} });
  await categoryTarget.create(shop, { name: 'Oud', parentId: null, active: false, values: {} });
  expect(shop.names().filter((name) => name === 'Publish')).toHaveLength(1);
  const without = new Collections('write_products');
  await categoryTarget.create(without, { name: 'Keuken', parentId: null, values: {} });
  expect(without.names()).toEqual(['CreateCollection']);
});

test('what is made and could not be shown is looked for, as it stands there', async () => {
  const userErrors = [{ field: ['id'], message: 'No' }];
  shop = new Collections(undefined, { Publish: () => ({ publishablePublish: { userErrors } }) });
  const draft = { name: 'Keuken', parentId: null, values: {} };
  await expect(categoryTarget.create(shop, draft)).rejects.toMatchObject({
    kind: 'outcome-unknown',
    code: 'refused',
  });
  expect(await names(null)).toEqual(['Keuken']);
});
