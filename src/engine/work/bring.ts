import type { FlowContext } from '../../flows/contract.ts';
import { flowByName } from '../../flows/registry.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { Stores } from '../storage/stores.ts';
import { notice } from './notice.ts';

/** Has a flow between two places carry a record that another one waits for. `isAwaited`: it was waited for before, as far as to its end. */
export function bring(
  stores: Stores,
  flow: string,
  key: string,
  { now, isAwaited }: { readonly now: number; readonly isAwaited: boolean },
): ReturnType<FlowContext['bring']> {
  const { flow: name, from, to } = splitFlowId(flow);
  const definition = flowByName(name);
  if (definition?.kind !== 'listed' || stores.cursors.get(flow) === null) return 'absent';
  const open = stores.tasks.openOf(flow, key);
  if (open?.state === 'parked') return 'stuck';
  if (open !== null) {
    stores.tasks.name(open.id, now);
    return 'under-way';
  }
  if (stores.links.get(definition.record, from, to, key) !== null) return 'done';
  // Nothing came of it, and would not another time.
  if (isAwaited) return 'stuck';
  notice(stores, flow, { key }, now, { asked: 'name' });
  return 'under-way';
}
