/** Collections, which are a shop's categories (sheet 7.6). They have no parent: Koppel's own field keeps it. */
import { z } from 'zod';
import { list, needed, part, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';
import { connection } from '../pages.ts';
import { page } from '../wire.ts';

export const parentField = { namespace: '$app:koppel', key: 'parent' } as const;

export const collectionWire = z.object({
  id,
  title: needed(text),
  handle: text,
  descriptionHtml: text,
  updatedAt: utcTimestamp,
  parent: part(z.object({ value: text })),
  /** Of sales channels in which it is shown. */
  channels: part(z.object({ count: z.number() })),
});
export type CollectionWire = z.infer<typeof collectionWire>;

const fields = `id title handle descriptionHtml updatedAt
  parent: metafield(namespace: "${parentField.namespace}", key: "${parentField.key}") { value }
  channels: resourcePublicationsCount @include(if: $channels) { count }`;

const listed = z.object({ collections: connection(collectionWire) });
export const collections: Operation<z.infer<typeof listed>> = {
  document: `query Collections($after: String, $channels: Boolean!) {
    collections(first: 100, after: $after, sortKey: ID) { ${page} nodes { ${fields} } }
  }`,
  data: listed,
  cost: 30,
};

const many = z.object({ nodes: list(collectionWire.nullable()) });
export const collectionsById: Operation<z.infer<typeof many>> = {
  document: `query CollectionsById($ids: [ID!]!, $channels: Boolean!) {
    nodes(ids: $ids) { ... on Collection { ${fields} } }
  }`,
  data: many,
  cost: 2,
};

const created = z.object({ collectionCreate: z.object({ collection: z.object({ id }) }) });
export const createCollection: Operation<z.infer<typeof created>> = {
  document: `mutation CreateCollection($collection: CollectionCreateInput!) {
    collectionCreate(collection: $collection) { collection { id } userErrors { field message } }
  }`,
  data: created,
  cost: 11,
};

export const updateCollection: Operation<unknown> = {
  document: `mutation UpdateCollection($collection: CollectionUpdateInput!) {
    collectionUpdate(collection: $collection) { userErrors { field message } }
  }`,
  data: z.unknown(),
  cost: 11,
};
