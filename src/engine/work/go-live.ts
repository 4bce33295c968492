import { flowId, type IntegrationDocument } from '../configuration/configuration.ts';
import { namedFlow } from '../configuration/named-flow.ts';
import type { Backfill } from '../configuration/started-document.ts';
import { freshCursor } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import { keepBeginning } from './beginnings.ts';
import { findFlow } from './find-flow.ts';
import { lookAtOff, releaseOff } from './off-variants.ts';
import { placedId, type Runtime } from './runtime.ts';
import { syncAndAnswer } from './sync-answer.ts';

/** Where it is kept when it was said that flows are to run which have not begun yet: whoever dies in between begins with that moment, and not when he is back. */
const beginsAt = 'begins_at';

/**
 * Lets the flows begin that have not begun, with the moment at which that was said: what was there before is not looked at unless somebody asks. In a
 * draft none begins, nor does one that is switched off or whose account a person has still to accept.
 */
export function goLive(stores: Stores, { flows, state }: Runtime, now: number): void {
  if (state === 'draft') return;
  const said = stores.meta.get(beginsAt);
  const begins = said === null ? now : Number(said);
  for (const parts of flows.values()) {
    if (!parts.flow.enabled || parts.from.isOtherAccount || parts.to.isOtherAccount) continue;
    const id = placedId(parts);
    if (stores.cursors.get(id) !== null) continue;
    stores.cursors.goLive(id, begins);
    lookAtOff(stores, id, now);
    // A level is no event: all of them are looked at, whenever they changed.
    if (parts.definition.kind === 'levels')
      stores.cursors.put(id, { ...freshCursor(now), since: 0, asked: true });
    if (parts.flow.flow === 'orders') stores.accounts.noteMaking(parts.to.place);
  }
  if (said !== null) stores.meta.forget(beginsAt);
}

/** The flows of a draft begin, some of them with what there was before. Within the transaction that makes it live. */
export function beginWith(
  stores: Stores,
  runtime: Runtime,
  backfills: readonly Backfill[],
  now: number,
): void {
  goLive(stores, { ...runtime, state: 'active' }, now);
  for (const { flow, since } of backfills) syncAndAnswer(stores, findFlow(runtime, flow), { since }, now);
}

/**
 * A flow that is taken out, and every flow of a draft, begins anew when it is put back. What has not begun begins with `saidAt`. Within
 * the transaction that stores the document.
 */
export function forgetBeginnings(
  stores: Stores,
  document: IntegrationDocument,
  { now, saidAt }: { readonly now: number; readonly saidAt: number },
): void {
  const names = stores.accounts.names();
  const there = new Set(document.state === 'draft' ? [] : document.flows.map(flowId));
  const gone = stores.cursors.flows().filter((flow) => !there.has(namedFlow(flow, names)));
  for (const flow of gone) {
    keepBeginning(stores, flow);
    stores.cursors.forget(flow);
    stores.snapshots.forget(flow);
    stores.dirty.forget(flow);
    stores.awaited.forget(flow);
  }
  for (const flow of gone) releaseOff(stores, flow, now);
  stores.meta.set(beginsAt, String(saidAt));
}
