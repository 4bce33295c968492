import { flowByName } from '../../flows/registry.ts';
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
    for (const key of stores.levels.keysOfSkus(flow, skus)) notice(stores, flow, { key }, now);
    stores.batches.noticed(flow, stores.levels.unknownOf(flow, skus));
  }
}
