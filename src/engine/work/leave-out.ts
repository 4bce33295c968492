/** A person leaves a record out, or takes that back. Both leave a trace: who, when, and why where that was said. */
import { flowByName } from '../../flows/registry.ts';
import { reason } from '../../records/reason.ts';
import type { LeftOutWhy } from '../../texts/left-out-why.ts';
import type { Clock } from '../clock.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { Seal } from '../privacy/sealing.ts';
import { activityPlace } from '../storage/activity.ts';
import type { Stores } from '../storage/stores.ts';
import type { Skipper, TaskRow } from '../storage/task-row.ts';
import { linksOf } from './flow-context.ts';
import { markEnded } from './mark-levels.ts';

interface Parts {
  readonly stores: Stores;
  readonly clock: Clock;
}

/** With all that was parked for its cause. */
interface WithAll {
  readonly remedy: number;
  readonly why: LeftOutWhy;
}

/**
 * Skipping a flagged task accepts the difference that it was flagged for. `sealedWhy`: what was said of it, sealed for
 * this task's activity. Returns false for a task that cannot be skipped now. To be run in one transaction.
 */
export function leaveOut(
  parts: Parts,
  task: TaskRow,
  by: Skipper,
  sealedWhy: string | null,
  all: WithAll | null = null,
): boolean {
  const { stores, clock } = parts;
  if (!stores.tasks.skip(task.id, clock.now(), by, all?.remedy ?? null)) return false;
  const { definition, links } = recordOf(parts, task);
  definition?.accept?.(task.key, links);
  markEnded(stores, task.flow, task.skus, clock.now());
  const why = all === null ? {} : { why: all.why };
  trace(parts, task, 'skipped', reason('left_out', { by, ...why }), sealedWhy);
  return true;
}

/** Takes back that it was left out, and what was accepted with that. Returns false for a task that no person left out. */
export function takeBack(parts: Parts, task: TaskRow, by: Skipper): boolean {
  const { stores, clock } = parts;
  if (!stores.tasks.unskip(task.id, clock.now())) return false;
  stores.register.takeBack(task.flow, task.key);
  const { definition, links } = recordOf(parts, task);
  definition?.unaccept?.(task.key, links);
  trace(parts, task, 'queued', reason('taken_back', { by }), null);
  return true;
}

/** Why somebody leaves a record out, sealed for the task's activity: it may name people. Null where nothing was said. */
export async function sealedWhy(
  { id, seal }: { readonly id: string; readonly seal: Seal },
  task: number,
  why: string,
): Promise<string | null> {
  if (why.trim() === '') return null;
  return seal.seal(activityPlace(id, task), { why: why.trim(), calls: [] });
}

function recordOf(parts: Parts, { flow }: TaskRow) {
  const { flow: name, ...endpoints } = splitFlowId(flow);
  return { definition: flowByName(name), links: linksOf(endpoints, parts) };
}

function trace(
  { stores, clock }: Parts,
  { id, flow, key }: TaskRow,
  outcome: 'skipped' | 'queued',
  { code, params }: ReturnType<typeof reason>,
  sealed: string | null,
): void {
  stores.activity.add({
    at: clock.now(),
    flow,
    key,
    task: id,
    outcome,
    reason: code,
    params,
    targetId: null,
    calls: 0,
    emailFingerprint: null,
    sealed,
  });
}
