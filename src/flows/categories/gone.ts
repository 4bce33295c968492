import type { CategoryTarget } from '../../connectors/contract/categories.ts';
import { Problem } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import { basesOfSent } from '../bases.ts';
import { keptOfUpdate } from '../begun-update.ts';
import type { Outcome } from '../contract.ts';
import { partsAfterLook } from '../late-parts.ts';
import type { CategoryLink } from '../links.ts';
import { type Base, baseOf, isLateWork } from '../merge.ts';
import { type Context, reverseOf } from './endpoints.ts';
import { lateWork, looksAgain, noteLateWork, noteLook, stillLate } from './late-work.ts';
import { linkOf, putLink } from './links.ts';
import { partsOf } from './parts.ts';
import { shortFingerprint } from './saying.ts';
import { updateStep } from './update-step.ts';

/** What becomes of a category that the source has no longer: nothing is ever deleted in a target. */
export async function leaveGone(context: Context, target: CategoryTarget): Promise<Outcome> {
  const { settings, links, key } = context;
  const link = linkOf(context, key);
  const left: Outcome = { kind: 'skipped', reason: reason('gone', {}) };
  if (link === null) return left;
  if (settings.gone === 'deactivate') return switchOff(context, target, link);
  if (!link.facts.gone) putLink(links, key, link.targetId, { ...link.facts, gone: true });
  return left;
}

/** Once, and again where it is switched on by a call that was done late. What somebody switches on stays so. */
async function switchOff(
  context: Context,
  target: CategoryTarget,
  { targetId: id, facts: { gone, ...facts } }: CategoryLink,
): Promise<Outcome> {
  const { links, steps, key } = context;
  const fingerprint = shortFingerprint(context);
  const off = await baseOf(false, false, fingerprint);
  const step = updateStep(key);
  const left: Outcome = { kind: 'skipped', reason: reason('gone', {}) };
  if (gone && steps.get(step) === null && !mayComeOn(links.get('category', key), off)) return left;
  const standing = await target.get(context.target.api, id);
  const stands = standing === null ? {} : partsOf(standing.category, standing.values);
  noteLook(links, key, await partsAfterLook(facts.late, stands, fingerprint, context.now()));
  noteLateWork(context, id, {});
  const isOn = standing !== null && standing.category.active !== false;
  const late = lateWork(links.get('category', key));
  const isOff = isOn && (!gone || (await isLateWork(late, 'active', stands.active, fingerprint)));
  if (isOff) await switchedOff(context, target, id, stands);
  const { late: known, ...others } = links.get('category', key)?.facts ?? facts;
  putLink(links, key, id, {
    ...others,
    bases: standing === null ? (facts.bases ?? {}) : { ...facts.bases, active: off },
    gone: true,
    ...(known === undefined ? {} : stillLate({ late: known }, context.now())),
  });
  if (steps.get(step) !== null) steps.forget(step);
  if (isOff) noteBack(context, id, off);
  const again = mayComeOn(links.get('category', key), off) ? looksAgain(context) : {};
  return isOff
    ? { kind: 'done', targetId: id, reason: reason('updated', {}), ...again }
    : { ...left, ...again };
}

async function switchedOff(
  context: Context,
  target: CategoryTarget,
  id: string,
  stands: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { steps, key } = context;
  const changes = { active: false };
  const sent = await basesOfSent(['active'], changes, stands, shortFingerprint(context));
  steps.intend(updateStep(key), keptOfUpdate(id, sent));
  try {
    await target.update(context.target.api, id, changes);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected') steps.forget(updateStep(key));
    throw error;
  }
}

/** Whether a call that was not answered may switch it on yet. */
function mayComeOn(link: CategoryLink | null, off: Base): boolean {
  return lateWork(link).some(({ active }) => active !== undefined && active.said !== off.said);
}

/** The way back hears of it, and has nothing to switch off: its own is gone. */
function noteBack(context: Context, id: string, off: Base): void {
  const reverse = reverseOf(context);
  const link = reverse?.flow.links.get('category', id) ?? null;
  if (reverse === null || link === null) return;
  reverse.flow.wrote(id);
  putLink(reverse.flow.links, id, link.targetId, {
    ...link.facts,
    bases: { ...link.facts.bases, active: off },
  });
}
