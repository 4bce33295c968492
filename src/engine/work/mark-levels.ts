import { connectorById } from '../../connectors/registry.ts';
import { flowByName } from '../../flows/registry.ts';
import { skuKeyOf } from '../../flows/sku-key.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { Stores } from '../storage/stores.ts';
import { notice } from './notice.ts';

/**
 * Something changed for these SKUs at these places, such as an order or a new product: levels that come from there, or go there, are looked at
 * again. `sellsAt`: an order of them was made there. Where that is where levels come from, its lists may not have the order for a while.
 */
export function markLevels(
  stores: Stores,
  places: readonly string[],
  skus: readonly string[],
  now: number,
  sellsAt: string | null = null,
): void {
  if (skus.length === 0) return;
  for (const flow of stores.cursors.flows()) {
    const { flow: name, from, to } = splitFlowId(flow);
    if (flowByName(name)?.kind !== 'levels' || ![from, to].some((place) => places.includes(place))) continue;
    const skuKey = skuKeyOf(connectorById(stores.accounts.get(to)?.connector ?? ''));
    const known = stores.levels.keysOfSkus(flow, skus, skuKey);
    const keys = [...new Set([...known.values()].flat())];
    for (const key of keys) notice(stores, flow, { key }, now);
    const source = from === sellsAt ? connectorById(stores.accounts.get(from)?.connector ?? '') : undefined;
    if (source?.stock?.source?.readsLists) stores.dirty.sold(flow, keys, now + source.searchDelayMs);
    const unknown = skus.filter((sku) => !known.has(skuKey(sku)));
    stores.batches.noticed(flow, unknown);
  }
}
