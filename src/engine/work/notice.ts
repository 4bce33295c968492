import type { Change } from '../../connectors/contract/source.ts';
import { flowByName } from '../../flows/registry.ts';
import { lingerMs } from '../bulk/linger.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { Noticed } from '../storage/dirty-keys.ts';
import type { Stores } from '../storage/stores.ts';

/**
 * Stores that a record of this flow's source changed: as a task, or as a dirty key where the flow has no list of tasks. What is told may be ahead of
 * the source's lists, unless it was read in one. Returns when that may be worked on, in epoch milliseconds.
 */
export function notice(
  { tasks, dirty, batches }: Stores,
  flow: string,
  { key, version }: Pick<Change, 'key' | 'version'>,
  now: number,
  { asked = null, isAhead = true, sold = [] }: Noticed = {},
): number {
  const hasTasks = flowByName(splitFlowId(flow).flow)?.kind !== 'levels';
  if (hasTasks) {
    tasks.add(flow, key, version ?? null, now, asked);
    return now;
  }
  dirty.mark(flow, key, now, batches.keysOf(flow).has(key), { asked, isAhead, sold });
  return (dirty.freshSince(flow) ?? now) + lingerMs;
}
