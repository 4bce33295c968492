/** A product with its variants, pictures and facts (sheet 7.3). Variants come in pages: there may be 2,048 of them. */
import { z } from 'zod';
import { amount, flag, list, needed, part, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';
import { connection } from '../pages.ts';
import { page } from '../wire.ts';

const variant = z.object({
  id,
  sku: z.string().nullish(),
  barcode: text,
  price: needed(amount),
  compareAtPrice: amount,
  taxable: flag,
  selectedOptions: list(z.object({ name: needed(text), value: z.string() })),
  inventoryItem: z.object({
    tracked: flag,
    measurement: part(z.object({ weight: part(z.object({ value: amount, unit: text })) })),
  }),
  media: z.object({ nodes: list(z.object({ id: needed(text) })) }),
});
export type VariantWire = z.infer<typeof variant>;

const variants = `{ ${page} nodes {
  id sku barcode price compareAtPrice taxable selectedOptions { name value }
  inventoryItem { tracked measurement { weight { value unit } } } media(first: 1) { nodes { id } }
} }`;

const metafield = z.object({ namespace: text, key: text, type: text, value: text });
const collections = `{ ${page} nodes { id } }`;
const metafields = `{ ${page} nodes { namespace key type value } }`;

const product = z.object({
  id,
  title: needed(text),
  handle: text,
  productType: text,
  tags: list(z.string()),
  templateSuffix: text,
  descriptionHtml: text,
  vendor: text,
  status: text,
  /** Of sales channels in which it is shown. */
  channels: part(z.object({ count: z.number() })),
  isGiftCard: flag,
  updatedAt: utcTimestamp,
  options: list(z.object({ name: needed(text), values: list(z.string()) })),
  variants: connection(variant),
  /** No product has more than 250. */
  media: z.object({
    nodes: list(z.object({ id: needed(text), alt: text, image: part(z.object({ url: text })) })),
  }),
  collections: connection(z.object({ id })),
  metafields: connection(metafield),
});
export type ProductWire = z.infer<typeof product>;

const byId = z.object({ nodes: list(product.nullable()) });
export const productsById: Operation<z.infer<typeof byId>> = {
  document: `query Products($ids: [ID!]!, $channels: Boolean!) {
    nodes(ids: $ids) { ... on Product {
      id title handle descriptionHtml vendor productType tags templateSuffix status isGiftCard updatedAt
      channels: resourcePublicationsCount @include(if: $channels) { count }
      options { name values }
      variants(first: 100) ${variants}
      media(first: 250) { nodes { id alt ... on MediaImage { image { url } } } }
      collections(first: 100) ${collections}
      metafields(first: 100) ${metafields}
    } }
  }`,
  data: byId,
  cost: 60,
};

const more = z.object({ product: z.object({ variants: connection(variant) }).nullable() });
export const moreVariants: Operation<z.infer<typeof more>> = {
  document: `query MoreVariants($id: ID!, $after: String) {
    product(id: $id) { variants(first: 100, after: $after) ${variants} }
  }`,
  data: more,
  cost: 40,
};

const moreIn = z.object({ product: z.object({ collections: connection(z.object({ id })) }).nullable() });
export const moreCollections: Operation<z.infer<typeof moreIn>> = {
  document: `query MoreCollections($id: ID!, $after: String) {
    product(id: $id) { collections(first: 100, after: $after) ${collections} }
  }`,
  data: moreIn,
  cost: 15,
};

const moreFacts = z.object({ product: z.object({ metafields: connection(metafield) }).nullable() });
export const moreMetafields: Operation<z.infer<typeof moreFacts>> = {
  document: `query MoreMetafields($id: ID!, $after: String) {
    product(id: $id) { metafields(first: 100, after: $after) ${metafields} }
  }`,
  data: moreFacts,
  cost: 15,
};

const changed = z.object({ list: connection(z.object({ id, updatedAt: needed(text) })) });
export const changedProducts: Operation<z.infer<typeof changed>> = {
  document: `query ChangedProducts($filter: String!, $after: String) {
    list: products(first: 100, after: $after, query: $filter, sortKey: UPDATED_AT) { ${page} nodes { id updatedAt } }
  }`,
  data: changed,
  cost: 12,
};
