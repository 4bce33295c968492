/** Stock: one item for each variant, and a level of it at each place where it is kept (sheet 8). */
import { z } from 'zod';
import { amount, flag, list, needed, part, text } from '../../wire/fields.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';
import { connection } from '../pages.ts';
import { page } from '../wire.ts';

const level = part(
  z.object({ quantities: list(z.object({ name: needed(text), quantity: needed(amount) })) }),
);
const item = z.object({ id, tracked: flag, inventoryLevel: level });
const variant = z.object({
  id,
  sku: z.string().nullish(),
  displayName: text,
  inventoryQuantity: amount,
  product: z.object({ id }),
  inventoryItem: item,
});
export type VariantWire = z.infer<typeof variant>;

const levelFields = `inventoryLevel(locationId: $place) @include(if: $isAt) {
  quantities(names: ["available", "on_hand", "committed", "incoming"]) { name quantity }
}`;
const variantFields = `id sku displayName inventoryQuantity product { id } inventoryItem { id tracked ${levelFields} }`;

const itemsData = z.object({ nodes: list(z.object({ id, variant: part(variant) }).nullable()) });
export const itemLevels: Operation<z.infer<typeof itemsData>> = {
  document: `query ItemLevels($ids: [ID!]!, $place: ID!, $isAt: Boolean!) {
    nodes(ids: $ids) { id ... on InventoryItem { variant { ${variantFields} } } }
  }`,
  data: itemsData,
  cost: 5,
};

const variantsData = z.object({ nodes: list(variant.nullable()) });
export const variantLevels: Operation<z.infer<typeof variantsData>> = {
  document: `query VariantLevels($ids: [ID!]!, $place: ID!, $isAt: Boolean!) {
    nodes(ids: $ids) { ... on ProductVariant { ${variantFields} } }
  }`,
  data: variantsData,
  cost: 4,
};

const placesData = z.object({ locations: connection(z.object({ id, name: text, isActive: flag })) });
export const places: Operation<z.infer<typeof placesData>> = {
  document: `query Places($after: String) {
    locations(first: 100, after: $after, sortKey: ID) { ${page} nodes { id name isActive } }
  }`,
  data: placesData,
  cost: 10,
};

const primaryData = z.object({ location: z.object({ id }).nullable() });
/** The place that the shop itself takes. */
export const primaryPlace: Operation<z.infer<typeof primaryData>> = {
  document: 'query PrimaryPlace { location { id } }',
  data: primaryData,
  cost: 1,
};

const changedData = z.object({
  location: z
    .object({
      inventoryLevels: connection(z.object({ updatedAt: needed(text), item: z.object({ id }) })),
    })
    .nullable(),
});
export const changedLevels: Operation<z.infer<typeof changedData>> = {
  document: `query ChangedLevels($id: ID!, $filter: String!, $after: String) {
    location(id: $id) {
      inventoryLevels(first: 200, after: $after, query: $filter) { ${page} nodes { updatedAt item { id } } }
    }
  }`,
  data: changedData,
  cost: 30,
};

const refusals = list(z.object({ field: list(text), message: text, code: text }));
const setData = z.object({ inventorySetQuantities: z.object({ refused: refusals }) });

/** One wrong entry refuses the whole list: what it says of each is read as a list of its own, not as a failure of the call. */
export const setLevels: Operation<z.infer<typeof setData>> = {
  document: `mutation SetLevels($input: InventorySetQuantitiesInput!, $key: String!) {
    inventorySetQuantities(input: $input) @idempotent(key: $key) { refused: userErrors { field message code } }
  }`,
  data: setData,
  cost: 11,
};

const trackData = z.object({ inventoryItemUpdate: z.object({ refused: refusals }) });
export const track: Operation<z.infer<typeof trackData>> = {
  document: `mutation Track($id: ID!, $tracked: Boolean!) {
    inventoryItemUpdate(id: $id, input: { tracked: $tracked }) { refused: userErrors { field message } }
  }`,
  data: trackData,
  cost: 10,
};
