import { z } from 'zod';
import { flag } from '../../wire/fields.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';
import { connection } from '../pages.ts';
import { page } from '../wire.ts';

const variant = z.object({
  id,
  // As it is: blanks around it tell two apart.
  sku: z.string().nullish(),
  product: z.object({ id, hasOnlyDefaultVariant: flag }),
  inventoryItem: z.object({ id }),
});
export type PlaceWire = z.infer<typeof variant>;

const data = z.object({ productVariants: connection(variant) });

/** A search cuts values into words: every hit is compared (case P5). */
export const variantsWith: Operation<z.infer<typeof data>> = {
  document: `query VariantsWith($filter: String!, $after: String) {
    productVariants(first: 100, after: $after, query: $filter) {
      ${page} nodes { id sku product { id hasOnlyDefaultVariant } inventoryItem { id } }
    }
  }`,
  data,
  cost: 25,
};
