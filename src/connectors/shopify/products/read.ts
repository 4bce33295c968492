import type { Api } from '../../contract/api.ts';
import { query } from '../graphql.ts';
import { gid } from '../ids.ts';
import { all, connected } from '../pages.ts';
import { moreVariants, oneProduct, type ProductWire, type VariantWire } from './product.graphql.ts';

export interface WholeProduct {
  readonly wire: ProductWire;
  /** Of all pages. */
  readonly variants: readonly VariantWire[];
}

export async function wholeProduct(api: Api, key: string): Promise<WholeProduct | null> {
  const id = gid('Product', key);
  const wire = id === null ? null : (await query(api, oneProduct, { id })).product;
  if (wire === null) return null;
  const rows = connected(
    async (after) => (await query(api, moreVariants, { id, after })).product?.variants ?? null,
    wire.variants,
  );
  return { wire, variants: await all(rows) };
}
