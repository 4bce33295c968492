/** What categories know of calls that may be done late: of either direction, as far as the two meet. */
import type { Parts } from '../../connectors/contract/target.ts';
import { canonicalJson } from '../../records/canonical-json.ts';
import { sentTo } from '../begun-update.ts';
import type { Step } from '../contract.ts';
import { partsAfterLook, withSent } from '../late-parts.ts';
import type { CategoryFacts, CategoryLink, LateWork, Links } from '../links.ts';
import type { Bases } from '../merge.ts';
import { commitDelayMsOf } from '../write-once.ts';
import { type Context, reverseOf } from './endpoints.ts';
import { putLink } from './links.ts';
import { partsOf } from './parts.ts';
import type { SourceRecord } from './read-source.ts';
import { shortFingerprint } from './saying.ts';
import { updateStep } from './update-step.ts';

/** The task that began a write looks again itself, after growing times. */
const lookAgainMs = 30_000;

/** What may still be done, or was found, after a look at both sides; null: nothing. */
export interface LateOfBoth {
  readonly own: LateWork | null;
  readonly back: LateWork | null;
}

/** What may have been done of what this link's flow has sent. */
export function lateWork(link: CategoryLink | null | undefined): readonly Bases[] {
  return link?.facts.late?.sent ?? [];
}

/** The same of the way back, from its record `id`, which is this flow's target. */
export function lateBack(context: Context, id: string): readonly Bases[] {
  return lateWork(backLink(context, id));
}

export async function lateOfBoth(
  context: Context,
  { category, values }: SourceRecord,
  id: string,
  stands: Parts,
): Promise<LateOfBoth> {
  const fingerprint = shortFingerprint(context);
  const now = context.now();
  const own = context.links.get('category', context.key)?.facts.late;
  const back = backLink(context, id)?.facts.late;
  return {
    own: await partsAfterLook(own, stands, fingerprint, now),
    back: await partsAfterLook(back, partsOf(category, values), fingerprint, now),
  };
}

function backLink(context: Context, id: string): CategoryLink | null {
  return reverseOf(context)?.flow.links.get('category', id) ?? null;
}

/** Keeps what a look at both has left. */
export function noteLooks(context: Context, id: string, { own, back }: LateOfBoth): void {
  noteLook(context.links, context.key, own);
  const reverse = reverseOf(context);
  if (reverse !== null) noteLook(reverse.flow.links, id, back);
}

/** Keeps what a look has left of it. */
export function noteLook(links: Links, key: string, left: LateWork | null): void {
  const link = links.get('category', key);
  if (link?.facts.late === undefined || canonicalJson(link.facts.late) === canonicalJson(left)) return;
  const { late: _late, ...facts } = link.facts;
  putLink(links, key, link.targetId, left === null ? facts : { ...facts, late: left });
}

/**
 * Keeps what an earlier try has sent to `id` before the step is begun anew, or ends. `done`: what of it stands there now, so that this was
 * equal once.
 */
export function noteLateWork(context: Context, id: string, done: Bases): void {
  const { key, links, steps } = context;
  const step = steps.get(updateStep(key));
  const sent = sentTo(id, step);
  if (step === null || sent === null) return;
  const known = links.get('category', key)?.facts ?? {};
  const bases = Object.keys(done).length === 0 ? {} : { bases: { ...known.bases, ...done } };
  putLink(links, key, id, { ...known, ...bases, ...lateWith(context, known, step, sent) });
}

/** What may still be done once this step has sent that. */
export function lateWith(
  { target: { connector }, now }: Context,
  { late }: CategoryFacts,
  step: Pick<Step, 'intendedAt'>,
  sent: Bases,
): Pick<CategoryFacts, 'late'> {
  const all = withSent(late, step, sent, { connector, now: now() });
  return all === undefined ? {} : { late: all };
}

/** What of it is kept once the two were settled: whatever is over was looked for before. */
export function stillLate({ late }: CategoryFacts, now: Date): Pick<CategoryFacts, 'late'> {
  return late !== undefined && late.until > now.getTime() ? { late } : {};
}

/** When the category is to be looked at for it; empty: nothing may still be done. */
export function looksAgain({ key, links }: Context): { readonly looksAgainAt?: number } {
  const until = links.get('category', key)?.facts.late?.until;
  return until === undefined ? {} : { looksAgainAt: until };
}

/**
 * Returns when to look again, where the way back may be writing one of these parts to the category of the source just now: what that says
 * then is not what anybody said. Epoch ms; null where it is not.
 */
export function busyUntil(context: Context, id: string, parts: readonly string[]): number | null {
  const { stepsBack, now, source, key } = context;
  const step = stepsBack.get(updateStep(id));
  const sent = sentTo(key, step);
  const at = now().getTime();
  if (reverseOf(context) === null || step === null || sent === null) return null;
  if (at >= step.intendedAt + commitDelayMsOf(source.connector)) return null;
  const link = backLink(context, id);
  const bases = (link?.targetId === key ? link.facts.bases : undefined) ?? {};
  const isOpen = (part: string) => sent[part] !== undefined && sent[part].said !== bases[part]?.said;
  return parts.some(isOpen) ? at + lookAgainMs : null;
}
