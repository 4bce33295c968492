import { z } from 'zod';
import type { Category } from '../../../records/category.ts';
import type { Api } from '../../contract/api.ts';
import type { CategorySource } from '../../contract/categories.ts';
import { bySnapshot } from '../../contract/source.ts';
import { digest } from '../../wire/digest.ts';
import { readToken } from '../../wire/pages.ts';
import { channelsAsked, isShown } from '../channels.ts';
import { query } from '../graphql.ts';
import { nodesById } from '../nodes.ts';
import { type CollectionWire, collections, collectionsById } from './collection.graphql.ts';

const perCall = 100;

/** What is deleted is in no list of changes (sheet 8.1), and a collection counts as changed with every product in it. */
export const categorySource: CategorySource = {
  changes: bySnapshot({
    reportsGone: true,
    listsAll: true,
    async page(api, { page }) {
      const after = page === null ? null : readToken(page, z.string());
      const { pageInfo, nodes } = (await query(api, collections, { after, ...channelsAsked(api) }))
        .collections;
      const records = nodes.map(categoryFromWire);
      const rows = records.map(async ({ updatedAt: _, ...record }) => ({
        key: record.id,
        digest: await digest(record),
      }));
      return {
        rows: await Promise.all(rows),
        next: pageInfo.hasNextPage ? JSON.stringify(pageInfo.endCursor) : null,
      };
    },
  }),

  async get(api, key) {
    const wires = await collectionsOf(api, [key]);
    const wire = wires.get(key);
    return wire === undefined ? null : categoryFromWire(wire);
  },

  async getMany(api, keys) {
    const wires = await collectionsOf(api, keys);
    return new Map([...wires].map(([key, wire]) => [key, categoryFromWire(wire)]));
  },
};

/** What is gone is left out. */
export function collectionsOf(
  api: Api,
  keys: readonly string[],
): Promise<ReadonlyMap<string, CollectionWire>> {
  const operation = collectionsById;
  return nodesById(api, { kind: 'Collection', operation, perCall, variables: channelsAsked(api) }, keys);
}

export function categoryFromWire({
  id,
  title,
  descriptionHtml,
  parent,
  channels,
  updatedAt,
}: CollectionWire): Category {
  return {
    id,
    parentId: parent?.value ?? null,
    name: title,
    description: descriptionHtml ?? '',
    active: isShown(channels),
    updatedAt: updatedAt?.toISOString(),
  };
}
