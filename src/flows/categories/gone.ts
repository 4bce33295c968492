import type { CategoryTarget } from '../../connectors/contract/categories.ts';
import { reason } from '../../records/reason.ts';
import type { Outcome } from '../contract.ts';
import { baseOf } from '../merge.ts';
import { type Context, reverseOf } from './endpoints.ts';
import { linkOf, putLink } from './links.ts';
import { shortFingerprint } from './saying.ts';

/** What becomes of a category that the source has no longer: nothing is ever deleted in a target. */
export async function leaveGone(context: Context, target: CategoryTarget): Promise<Outcome> {
  const { settings, links, key } = context;
  const { api } = context.target;
  const link = linkOf(context, key);
  const left: Outcome = { kind: 'skipped', reason: reason('gone', {}) };
  if (link === null || link.facts.gone) return left;
  const { bases = {}, ...facts } = link.facts;
  const id = link.targetId;
  const standing = settings.gone === 'deactivate' ? await target.get(api, id) : null;
  const isSwitchedOff = standing !== null && standing.category.active !== false;
  if (isSwitchedOff) await target.update(api, id, { active: false });
  const off = await baseOf(false, false, shortFingerprint(context));
  const known = standing === null ? bases : { ...bases, active: off };
  putLink(links, key, id, { ...facts, bases: known, gone: true });
  if (isSwitchedOff) noteBack(context, id, off);
  return isSwitchedOff ? { kind: 'done', targetId: id, reason: reason('updated', {}) } : left;
}

/** The way back hears of it, and has nothing to switch off: its own is gone. */
function noteBack(context: Context, id: string, off: { said: string; stood: string }): void {
  const reverse = reverseOf(context);
  const link = reverse?.flow.links.get('category', id) ?? null;
  if (reverse === null || link === null) return;
  reverse.flow.wrote(id);
  putLink(reverse.flow.links, id, link.targetId, {
    ...link.facts,
    bases: { ...link.facts.bases, active: off },
  });
}
