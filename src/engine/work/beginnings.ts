import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/task-row.ts';

/** Where it is kept from when on a flow had begun before it was stopped with tasks open. */
function keptAs(flow: string): string {
  return `began:${flow}`;
}

/**
 * A flow is about to lose its beginning. What waits in it was taken under that one, and is not to be left out as too old
 * when the flow begins anew.
 */
export function keepBeginning(stores: Stores, flow: string): void {
  if (stores.openTasks.of(flow) === 0) return;
  const began = stores.cursors.liveFrom(flow) ?? 0;
  const before = stores.meta.get(keptAs(flow));
  stores.meta.set(keptAs(flow), String(before === null ? began : Math.min(began, Number(before))));
}

/**
 * From when on orders count for a task; null for one that a person asked for by its name, and in a flow that has no bound. Of a period that
 * was asked for the bound has moved to its first day: what changed in it may have been placed long before.
 */
export function liveFromOf(
  { meta, cursors }: Stores,
  { flow, named, createdAt }: Pick<TaskRow, 'flow' | 'named' | 'createdAt'>,
): number | null {
  const liveFrom = named ? null : cursors.liveFrom(flow);
  if (liveFrom === null || createdAt >= liveFrom) return liveFrom;
  return Number(meta.get(keptAs(flow)) ?? liveFrom);
}
