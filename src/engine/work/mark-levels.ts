import { connectorById } from '../../connectors/registry.ts';
import { flowByName } from '../../flows/registry.ts';
import { skuKeyOf } from '../../flows/sku-key.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { Stores } from '../storage/stores.ts';
import { notice } from './notice.ts';

/** Something changed for these SKUs at these places, such as an order or a new product: levels that come from there, or go there, are looked at again. */
export function markLevels(
  stores: Stores,
  places: readonly string[],
  skus: readonly string[],
  now: number,
): void {
  if (skus.length === 0) return;
  for (const flow of stores.cursors.flows()) {
    const { flow: name, from, to } = splitFlowId(flow);
    if (flowByName(name)?.kind !== 'levels' || ![from, to].some((place) => places.includes(place))) continue;
    const skuKey = skuKeyOf(connectorById(stores.accounts.get(to)?.connector ?? ''));
    const known = stores.levels.keysOfSkus(flow, skus, skuKey);
    for (const key of new Set([...known.values()].flat())) notice(stores, flow, { key }, now);
    const unknown = skus.filter((sku) => !known.has(skuKey(sku)));
    stores.batches.noticed(flow, unknown);
  }
}
