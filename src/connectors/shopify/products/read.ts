import type { Api } from '../../contract/api.ts';
import { showsItself } from '../channels.ts';
import { query } from '../graphql.ts';
import { gid } from '../ids.ts';
import { nodesById } from '../nodes.ts';
import { all, connected } from '../pages.ts';
import {
  moreCollections,
  moreMetafields,
  moreVariants,
  type ProductWire,
  productsById,
  type VariantWire,
} from './product.graphql.ts';

export interface WholeProduct {
  readonly wire: ProductWire;
  /** Of all pages. */
  readonly variants: readonly VariantWire[];
}

/** Of a thousand points that a call may cost, each takes some sixty (sheet 3.1). */
const perCall = 12;

/** By id; what is gone is left out. */
export async function wholeProducts(
  api: Api,
  keys: readonly string[],
): Promise<ReadonlyMap<string, WholeProduct>> {
  const asked = { kind: 'Product', operation: productsById, perCall } as const;
  const wires = await nodesById(api, { ...asked, variables: { channels: showsItself(api) } }, keys);
  const found = new Map<string, WholeProduct>();
  for (const [key, wire] of wires) found.set(key, await whole(api, wire, gid('Product', key)));
  return found;
}

/** With what stands behind the first page of its lists. */
async function whole(api: Api, wire: ProductWire, id: string | null): Promise<WholeProduct> {
  const variants = connected(
    async (after) => (await query(api, moreVariants, { id, after })).product?.variants ?? null,
    wire.variants,
  );
  const collections = connected(
    async (after) => (await query(api, moreCollections, { id, after })).product?.collections ?? null,
    wire.collections,
  );
  const metafields = connected(
    async (after) => (await query(api, moreMetafields, { id, after })).product?.metafields ?? null,
    wire.metafields,
  );
  return {
    wire: {
      ...wire,
      collections: { ...wire.collections, nodes: await all(collections) },
      metafields: { ...wire.metafields, nodes: await all(metafields) },
    },
    variants: await all(variants),
  };
}
