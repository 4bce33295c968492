import { z } from 'zod';
import { asProblem, Problem } from '../../../records/problem.ts';
import type { CategoryDraft, CategoryTarget, StandingCategory } from '../../contract/categories.ts';
import type { JsonObject } from '../../contract/target.ts';
import { stated } from '../../wire/objects.ts';
import { channelsAsked, hide, show } from '../channels.ts';
import { mutate, query, set } from '../graphql.ts';
import { gid } from '../ids.ts';
import { deleteMetafields } from '../metafields.graphql.ts';
import { all, connected } from '../pages.ts';
import {
  type CollectionWire,
  collections,
  createCollection,
  parentField,
  updateCollection,
} from './collection.graphql.ts';
import { categoryFromWire, collectionsOf } from './source.ts';

/** What a mapping may fill in of a collection, by Shopify's own names (sheet 7.6). */
const fields = z.object({ handle: z.string(), sortOrder: z.string(), templateSuffix: z.string() }).partial();

export const categoryTarget: CategoryTarget = {
  fields,
  toWire: (draft) => ({ collection: collectionToWire(draft) }),

  async get(api, id) {
    const wire = (await collectionsOf(api, [id])).get(id);
    return wire === undefined ? null : standing(wire);
  },

  async childrenOf(api, parentId) {
    const rows = connected(
      async (after) => (await query(api, collections, { after, ...channelsAsked(api) })).collections,
    );
    return (await all(rows)).map(standing).filter(({ category }) => category.parentId === parentId);
  },

  /** Nobody sees it before it is published (sheet 7.5). Where that fails it is made all the same: it is found, and shown another time. */
  async create(api, draft) {
    const made = await mutate(api, createCollection, { collection: collectionToWire(draft) });
    const { id } = made.collectionCreate.collection;
    if (draft.active !== false)
      await show(api, gid('Collection', id)).catch((error: unknown) => {
        throw new Problem({ ...asProblem(error).toData(), kind: 'outcome-unknown' }, { cause: error });
      });
    return { id };
  },

  async update(api, key, changes) {
    const id = gid('Collection', key);
    const body = collectionToWire(changes);
    if (id === null) return;
    if (Object.keys(body).length > 0) await set(api, updateCollection, { collection: { id, ...body } });
    if (changes.parentId === null)
      await set(api, deleteMetafields, { metafields: [{ ownerId: id, ...parentField }] });
    if (changes.active !== undefined) await (changes.active ? show : hide)(api, id);
  },
};

function collectionToWire({ name, parentId, description, values }: Partial<CategoryDraft>): JsonObject {
  const parent = parentId ? [{ ...parentField, type: 'single_line_text_field', value: parentId }] : undefined;
  return stated({ title: name, descriptionHtml: description, metafields: parent, ...values });
}

function standing(wire: CollectionWire): StandingCategory {
  const { handle } = wire;
  return { id: wire.id, category: categoryFromWire(wire), values: handle === undefined ? {} : { handle } };
}
