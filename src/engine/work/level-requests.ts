import type { LevelFlow } from '../../flows/bulk.ts';
import { notFound } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';
import { findFlow } from './find-flow.ts';
import { notice } from './notice.ts';
import { isLevelFlow, placedId, type Runtime } from './runtime.ts';
import type { FlowParts } from './task-runner.ts';

/** Stock flows: the one that is asked for, or all. Throws where the name is of none, or of several. */
export function levelFlows(runtime: Runtime, flow: string | undefined): FlowParts<LevelFlow<unknown>>[] {
  if (flow === undefined) return [...runtime.flows.values()].filter(isLevelFlow);
  const found = findFlow(runtime, flow);
  if (!isLevelFlow(found)) throw notFound('stock_flow');
  return [found];
}

/** One SKU is looked at in both systems again, whatever is known of it. Returns how many keys that are. */
export function retryLevel(stores: Stores, parts: FlowParts, sku: string, now: number): number {
  const flow = placedId(parts);
  const key = stores.levels.get(flow, sku)?.key ?? (stores.dirty.get(flow, sku) === null ? null : sku);
  if (key === null) throw notFound('level');
  notice(stores, flow, { key }, now, { asked: 'name' });
  return 1;
}

/** All that waits is tried at once, and every level with a problem is looked at again. Returns how many waited for a person. */
export function retryLevels(stores: Stores, parts: FlowParts, now: number): number {
  const flow = placedId(parts);
  const setAside = stores.levels.keysInTrouble(flow).filter((key) => stores.dirty.get(flow, key) === null);
  const stuck = stores.dirty.retry(flow);
  for (const key of setAside) notice(stores, flow, { key }, now, { asked: 'name' });
  return stuck + setAside.length;
}
