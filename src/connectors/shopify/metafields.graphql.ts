import { z } from 'zod';
import { list, text } from '../wire/fields.ts';
import type { Operation } from './graphql.ts';

export const deleteMetafields: Operation<unknown> = {
  document: `mutation DeleteMetafields($metafields: [MetafieldIdentifierInput!]!) {
    metafieldsDelete(metafields: $metafields) { userErrors { field message } }
  }`,
  data: z.unknown(),
  cost: 10,
};

const setData = z.object({ metafieldsSet: z.object({ refused: list(z.object({ field: list(text) })) }) });

/** One wrong entry refuses the whole list: which it is, is read as a list of its own, not as a failure of the call. */
export const setMetafields: Operation<z.infer<typeof setData>> = {
  document: `mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) { refused: userErrors { field message } }
  }`,
  data: setData,
  cost: 20,
};
