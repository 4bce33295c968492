import type { Api } from '../../contract/api.ts';
import { showsItself } from '../channels.ts';
import { query } from '../graphql.ts';
import { gid } from '../ids.ts';
import { nodesById } from '../nodes.ts';
import { all, connected } from '../pages.ts';
import { moreVariants, type ProductWire, productsById, type VariantWire } from './product.graphql.ts';

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
  for (const [key, wire] of wires) {
    const id = gid('Product', key);
    const rows = connected(
      async (after) => (await query(api, moreVariants, { id, after })).product?.variants ?? null,
      wire.variants,
    );
    found.set(key, { wire, variants: await all(rows) });
  }
  return found;
}
