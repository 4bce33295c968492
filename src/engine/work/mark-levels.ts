import type { Connector } from '../../connectors/contract/connector.ts';
import { connectorById } from '../../connectors/registry.ts';
import type { SoldPieces } from '../../flows/links.ts';
import { flowByName } from '../../flows/registry.ts';
import { skuKeyOf } from '../../flows/sku-key.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { UnseenSale } from '../storage/dirty-keys.ts';
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
 * An order sells these, as it was just read: their levels are looked at, and those of what it sold when it was read before. It is taken off as one that is
 * on its way. They are kept, so that they can be looked at when its task ends, however that ends.
 */
export function markSelling(
  stores: Stores,
  { id, flow }: Pick<TaskRow, 'id' | 'flow'>,
  skus: readonly string[],
  now: number,
): void {
  const flows = levelFlowsAt(stores, endsOf(flow));
  if (flows.length === 0) return;
  const before = stores.tasks.get(id)?.skus ?? [];
  stores.tasks.keepSkus(id, [...new Set(skus)]);
  mark(stores, flows, [...before, ...skus], now, { changedAt: splitFlowId(flow).from });
}

/**
 * An order of these was made where its flow leads, so it is not on its way any more: to be called as that becomes known, with nothing awaited in between.
 * Where that is where levels come from, its lists may not have the order for a while.
 */
export function markSold(stores: Stores, flow: string, sold: readonly SoldPieces[], now: number): void {
  const skus = sold.map(({ sku }) => sku);
  if (skus.length > 0)
    mark(stores, levelFlowsAt(stores, endsOf(flow)), skus, now, { soldAt: splitFlowId(flow).to, sold });
}

/** A task ended, or was left out: what was under way of its order is so no more. */
export function markEnded(stores: Stores, flow: string, skus: readonly string[], now: number): void {
  markLevels(stores, endsOf(flow), skus, now);
}

/** What happened to levels, and at which place. */
interface Happened {
  /** They changed there just now. */
  readonly changedAt?: string;
  /** An order was made there. */
  readonly soldAt?: string;
  readonly sold?: readonly SoldPieces[];
}

function mark(
  stores: Stores,
  flows: readonly string[],
  skus: readonly string[],
  now: number,
  { changedAt, soldAt, sold = [] }: Happened = {},
): void {
  const all = [...new Set(skus)];
  for (const flow of flows) {
    const { from, to } = splitFlowId(flow);
    const skuKey = skuKeyOf(connectorAt(stores, to));
    const known = stores.levels.keysOfSkus(flow, all, skuKey);
    const unseen = from === soldAt ? unseenSales(connectorAt(stores, from), sold, now) : [];
    for (const key of new Set([...known.values()].flat())) {
      const own = unseen.filter(({ sku }) => known.get(skuKey(sku))?.includes(key));
      notice(stores, flow, { key }, now, { isAhead: from === changedAt, sold: own });
    }
    stores.batches.noticed(
      flow,
      all.filter((sku) => !known.has(skuKey(sku))),
    );
  }
}

function unseenSales(
  source: Connector | undefined,
  sold: readonly SoldPieces[],
  now: number,
): readonly UnseenSale[] {
  if (!source?.stock?.source?.readsLists) return [];
  const until = now + source.searchDelayMs;
  return sold.map(({ sku, quantity }) => ({ sku, quantity, until }));
}

function connectorAt({ accounts }: Stores, place: string): Connector | undefined {
  return connectorById(accounts.get(place)?.connector ?? '');
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
