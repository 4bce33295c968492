import { issue } from '../../mapping/issue.ts';
import { conflict } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';
import { markEnded } from '../work/mark-levels.ts';
import { flowId, type IntegrationDocument } from './configuration.ts';
import { namedFlow } from './named-flow.ts';

/** Open tasks that a document has no place for. */
export interface LostTasks {
  /** The flow between places, as it is stored. */
  readonly flow: string;
  /** The flow as people know it. */
  readonly name: string;
  readonly count: number;
}

/** Returns the open tasks of flows that the stored document has and the new one has not. */
export function openTasksLost(stores: Stores, document: IntegrationDocument): LostTasks[] {
  const before = stores.meta.get('document');
  if (before === null) return [];
  const had = new Set((JSON.parse(before) as IntegrationDocument).flows.map(flowId));
  const has = new Set(document.flows.map(flowId));
  const names = stores.accounts.names();
  return stores.openTasks.flows().flatMap((flow) => {
    const name = namedFlow(flow, names);
    return had.has(name) && !has.has(name) ? [{ flow, name, count: stores.openTasks.of(flow) }] : [];
  });
}

/** Throws a conflict when there are any. */
export function refuseToDrop(lost: readonly LostTasks[]): void {
  if (lost.length === 0) return;
  throw conflict(
    'open_tasks',
    { flows: lost.map(({ name, count }) => `${name}: ${count}`) },
    lost.map(({ name, count }) => issue(['flows', name], 'has_open_tasks', { count })),
  );
}

/** Ends them as skipped. That they were dropped stays in the log. */
export function dropTasks(stores: Stores, { flow }: LostTasks, now: number): void {
  const dropped = stores.tasks.drop(flow, now);
  const skus = dropped.flatMap((task) => task.skus);
  markEnded(stores, flow, skus, now);
  for (const { id, key } of dropped) {
    stores.activity.add({
      at: now,
      flow,
      key,
      task: id,
      outcome: 'skipped',
      reason: 'dropped',
      params: {},
      targetId: null,
      calls: 0,
      emailFingerprint: null,
      sealed: null,
    });
  }
  if (dropped.length > 0) stores.counters.add(flow, 'skipped', dropped.length, now);
}
