import { connectorById } from '../../connectors/registry.ts';
import { flowByName } from '../../flows/registry.ts';
import { skuKeyOf } from '../../flows/sku-key.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/task-row.ts';
import { notice } from './notice.ts';

/** Something changed for these SKUs at these places, such as an order or a new product: levels that come from there, or go there, are looked at again. */
export function markLevels(
  stores: Stores,
  places: readonly string[],
  skus: readonly string[],
  now: number,
): void {
  if (skus.length > 0) mark(stores, levelFlowsAt(stores, places), skus, now);
}

/**
 * An order sells these: their levels are looked at, and those of what it sold when it was read before. They are kept, so that they can be looked at when
 * its task ends, however that ends.
 */
export function markSold(
  stores: Stores,
  { id, flow }: Pick<TaskRow, 'id' | 'flow'>,
  skus: readonly string[],
  now: number,
): void {
  const flows = levelFlowsAt(stores, endsOf(flow));
  if (flows.length === 0) return;
  const before = stores.tasks.get(id)?.skus ?? [];
  stores.tasks.sells(id, skus);
  const sold = [...new Set([...before, ...skus])];
  if (sold.length > 0) mark(stores, flows, sold, now, splitFlowId(flow).to);
}

/** A task ended without its order being read, or was left out: its pieces are not under way any more. */
export function markEnded(stores: Stores, { flow, skus }: Pick<TaskRow, 'flow' | 'skus'>, now: number): void {
  markLevels(stores, endsOf(flow), skus, now);
}

/** `sellsAt`: an order of them was made there. Where that is where levels come from, its lists may not have the order for a while. */
function mark(
  stores: Stores,
  flows: readonly string[],
  skus: readonly string[],
  now: number,
  sellsAt: string | null = null,
): void {
  for (const flow of flows) {
    const { from, to } = splitFlowId(flow);
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

function levelFlowsAt({ cursors }: Stores, places: readonly string[]): string[] {
  return cursors.flows().filter((flow) => {
    const { flow: name, from, to } = splitFlowId(flow);
    return flowByName(name)?.kind === 'levels' && [from, to].some((place) => places.includes(place));
  });
}

function endsOf(flow: string): readonly string[] {
  const { from, to } = splitFlowId(flow);
  return [from, to];
}
