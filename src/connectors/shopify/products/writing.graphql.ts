/** What products are made and changed by (sheet 7.1). */
import { z } from 'zod';
import { list, needed, text } from '../../wire/fields.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';

const placed = z.object({ id, selectedOptions: list(z.object({ name: needed(text), value: z.string() })) });
export type PlacedWire = z.infer<typeof placed>;
const placedFields = 'id selectedOptions { name value }';
const media = z.object({ nodes: list(z.object({ id: needed(text) })) });

const madeData = z.object({
  productSet: z.object({ product: z.object({ id, variants: z.object({ nodes: list(placed) }), media }) }),
});
export const makeProduct: Operation<z.infer<typeof madeData>> = {
  document: `mutation MakeProduct($input: ProductSetInput!) {
    productSet(input: $input, synchronous: true) {
      product { id variants(first: 100) { nodes { ${placedFields} } } media(first: 250) { nodes { id } } }
      userErrors { field message code }
    }
  }`,
  data: madeData,
  cost: 100,
};

export const updateProduct: Operation<unknown> = {
  document: `mutation UpdateProduct($product: ProductUpdateInput!) {
    productUpdate(product: $product) { userErrors { field message } }
  }`,
  data: z.unknown(),
  cost: 11,
};

const picturesData = z.object({ productSet: z.object({ product: z.object({ media }) }) });
/** The list becomes the whole list (sheet 7.2). */
export const setPictures: Operation<z.infer<typeof picturesData>> = {
  document: `mutation SetPictures($id: ID!, $files: [FileSetInput!]!) {
    productSet(identifier: { id: $id }, input: { files: $files }, synchronous: true) {
      product { media(first: 250) { nodes { id } } } userErrors { field message code }
    }
  }`,
  data: picturesData,
  cost: 60,
};

/** What of them is refused leaves the others changed. */
export const updateVariants: Operation<unknown> = {
  document: `mutation UpdateVariants($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
    productVariantsBulkUpdate(productId: $id, variants: $variants, allowPartialUpdates: true) {
      userErrors { field message code }
    }
  }`,
  data: z.unknown(),
  cost: 10,
};

const addedData = z.object({ productVariantsBulkCreate: z.object({ productVariants: list(placed) }) });
export const addVariants: Operation<z.infer<typeof addedData>> = {
  document: `mutation AddVariants($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
    productVariantsBulkCreate(productId: $id, variants: $variants) {
      productVariants { ${placedFields} } userErrors { field message code }
    }
  }`,
  data: addedData,
  cost: 40,
};

export const addOptions: Operation<unknown> = {
  document: `mutation AddOptions($id: ID!, $options: [OptionCreateInput!]!) {
    productOptionsCreate(productId: $id, options: $options, variantStrategy: LEAVE_AS_IS) {
      userErrors { field message code }
    }
  }`,
  data: z.unknown(),
  cost: 10,
};
