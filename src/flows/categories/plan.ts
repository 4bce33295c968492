import type { CategoryTarget, StandingCategory } from '../../connectors/contract/categories.ts';
import { type Reason, reason } from '../../records/reason.ts';
import { sentTo } from '../begun-update.ts';
import { isBroughtBack, standingAsSent } from '../late-parts.ts';
import type { CategoryLink } from '../links.ts';
import { type Bases, isUnmoved, type Meeting, merge, saidAs, type Verdict } from '../merge.ts';
import { type Context, reverseOf } from './endpoints.ts';
import { busyUntil, type LateOfBoth, lateBack, lateOfBoth, lateWork } from './late-work.ts';
import { isOwnPart, partsOf } from './parts.ts';
import type { SourceRecord } from './read-source.ts';
import { type Saying, sayingOf, shortFingerprint } from './saying.ts';
import { requireFree, standingAt } from './siblings.ts';
import { updateStep } from './update-step.ts';

/** Two that belong together: what is to be written, and what a person has to decide. */
export interface Met {
  readonly standing: StandingCategory;
  /** Nothing is known of before. */
  readonly isFirst: boolean;
  readonly saying: Saying;
  readonly bases: Bases;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly writes: ReadonlySet<string>;
  readonly conflicts: readonly string[];
  /** Parts of the source's that an old write of the way back has only now brought back: they are no news. */
  readonly broughtBack: readonly string[];
  /** Parts that an earlier try has written, as it sent them, and that are to be written once more. */
  readonly done: Bases;
  /** What may still be done, or was found, of late work of either direction after this look at both. */
  readonly late: LateOfBoth;
  /** Epoch ms: the way back is writing to the category of the source, which is to be read again then. Null where it is not. */
  readonly busyUntil: number | null;
}

export type Plan =
  | { readonly kind: 'skip'; readonly reason: Reason }
  | { readonly kind: 'create'; readonly saying: Saying }
  /** It was deleted in the target. */
  | { readonly kind: 'lost'; readonly id: string }
  | { readonly kind: 'meet'; readonly met: Met }
  /** It goes under a category that is below it in the target: that one is moved first. */
  | { readonly kind: 'below'; readonly parentId: string };

/** How far up the target's tree is looked. */
const maxDepth = 20;

/** Of a category that is linked to nothing. Reads only. Throws `category_name_taken`. */
export async function planUnlinked(
  context: Context,
  target: CategoryTarget,
  known: SourceRecord,
  parentId: string | null,
): Promise<Plan> {
  const { category } = known;
  const standing = await standingAt(context, target, category, parentId);
  if (standing !== null) {
    const saying = await sayingOf(context, target, category, { parentId, when: 'update' });
    return { kind: 'meet', met: await meet(context, { known, standing, saying, link: null }) };
  }
  if (!context.settings.create) return { kind: 'skip', reason: reason('not_created', {}) };
  return { kind: 'create', saying: await sayingOf(context, target, category, { parentId, when: 'create' }) };
}

/** Of a category that is linked. Reads only, and nothing where nothing is new. Throws `category_name_taken`. */
export async function planLinked(
  context: Context,
  target: CategoryTarget,
  known: SourceRecord,
  link: CategoryLink,
  parentId: string | null,
): Promise<Plan> {
  const { category } = known;
  const { api } = context.target;
  const wasOff = link.facts.gone === true || mayBeOff(context, link);
  const isBack = wasOff && category.active === undefined;
  const record = isBack ? { ...category, active: true } : category;
  const saying = await sayingOf(context, target, record, { parentId, when: 'update' });
  if (await isNothingNew(context, saying, link)) {
    return { kind: 'skip', reason: reason('nothing_new', {}) };
  }
  const standing = await target.get(api, link.targetId);
  if (standing === null) {
    const isLeft = link.facts.lost === 'left' && !context.named;
    return isLeft ? { kind: 'skip', reason: reason('left_gone', {}) } : { kind: 'lost', id: link.targetId };
  }
  const met = await meet(context, { known, standing, saying, link });
  if (!context.settings.update) return { kind: 'meet', met };
  const moves = met.writes.has('parent');
  if (moves && parentId !== null && (await isBelow(context, target, parentId, standing.id))) {
    return { kind: 'below', parentId };
  }
  if (moves || met.writes.has('name')) {
    await requireFree(context, target, category, {
      id: standing.id,
      parentId: moves ? parentId : standing.category.parentId,
      name: met.writes.has('name') ? saying.draft.name : standing.category.name,
    });
  }
  return { kind: 'meet', met };
}

/** Whether it may be switched off yet, as the source did not have it: one that never says so is sent nothing else of that. */
function mayBeOff(context: Context, link: CategoryLink): boolean {
  const sent = [...lateWork(link), begunOf(context, link.targetId) ?? {}];
  return sent.some(({ active }) => active !== undefined);
}

function begunOf({ steps, key }: Context, id: string): Bases | null {
  return sentTo(id, steps.get(updateStep(key)));
}

interface Two {
  readonly known: SourceRecord;
  readonly standing: StandingCategory;
  readonly saying: Saying;
  readonly link: CategoryLink | null;
}

async function meet(context: Context, two: Two): Promise<Met> {
  const { known, standing, saying, link } = two;
  const bases = link?.facts.bases ?? {};
  const stands = partsOf(standing.category, standing.values);
  const [begun, late] = [begunOf(context, standing.id), lateWork(link)];
  const own = new Set([...Object.keys(saying.said), ...saying.speaks].filter(isOwnPart));
  const meeting: Omit<Meeting, 'said' | 'speaks' | 'leads'> = {
    stands,
    bases,
    begun,
    late,
    fingerprint: shortFingerprint(context),
  };
  const saidOf = (isOwn: boolean) =>
    Object.fromEntries(Object.entries(saying.said).filter(([part]) => own.has(part) === isOwn));
  const leads = link?.facts.made === true;
  const found = new Map([
    ...(await merge({ ...meeting, said: saidOf(false), speaks: new Set(), leads })),
    // What is mapped is Koppel's word, also at a first meeting.
    ...(await merge({ ...meeting, said: saidOf(true), speaks: own, leads: true })),
  ]);
  const { verdicts, broughtBack } = await withoutBroughtBack(context, two, found);
  const parks = reverseOf(context) !== null;
  const those = (...wanted: Verdict[]) =>
    [...verdicts].filter(([, verdict]) => wanted.includes(verdict)).map(([part]) => part);
  return {
    standing,
    isFirst: link === null || link.facts.bases === undefined,
    saying,
    bases,
    verdicts,
    writes: new Set(parks ? those('write', 'clear') : those('write', 'clear', 'conflict')),
    conflicts: parks ? those('conflict') : [],
    broughtBack,
    done: await standingAsSent(
      [...late, begun ?? {}],
      stands,
      those('write', 'clear'),
      shortFingerprint(context),
    ),
    late: await lateOfBoth(context, known, standing.id, stands),
    // What this flow has begun itself comes first: two must not wait for each other.
    busyUntil: begun === null ? busyUntil(context, standing.id, those('write', 'clear', 'conflict')) : null,
  };
}

/** What only came back to the source is kept, and is for the way back to mend; where the target has moved on as well, it is for a person. */
async function withoutBroughtBack(
  context: Context,
  { known, standing, saying: { said }, link }: Two,
  found: ReadonlyMap<string, Verdict>,
): Promise<Pick<Met, 'verdicts' | 'broughtBack'>> {
  const late = lateBack(context, standing.id);
  if (late.length === 0) return { verdicts: found, broughtBack: [] };
  const fingerprint = shortFingerprint(context);
  const bases = link?.facts.bases ?? {};
  const there = partsOf(known.category, known.values);
  const stands = partsOf(standing.category, standing.values);
  const verdicts = new Map(found);
  const broughtBack: string[] = [];
  const isNews = (part: string) => !['same', 'kept'].includes(found.get(part) ?? 'same');
  for (const part of [...found.keys()].filter(isNews)) {
    if (!(await isBroughtBack(part, { said, bases, there, late }, fingerprint))) continue;
    const isThere = await isUnmoved(bases[part], stands[part], fingerprint);
    verdicts.set(part, isThere ? 'kept' : 'conflict');
    if (isThere) broughtBack.push(part);
  }
  // One that is moved gets another position by that.
  if (broughtBack.includes('parent') && isNews('position')) verdicts.set('position', 'kept');
  return { verdicts, broughtBack };
}

/** Whether all that is said was said before: the target need not be looked at. */
async function isNothingNew(
  context: Context,
  { said, speaks }: Saying,
  { facts }: CategoryLink,
): Promise<boolean> {
  const { asked, steps, key } = context;
  if (asked || facts.lost !== undefined || facts.flagged !== undefined || facts.gone) return false;
  if (facts.late !== undefined) return false;
  if (steps.get(updateStep(key)) !== null || facts.bases === undefined) return false;
  const fingerprint = shortFingerprint(context);
  for (const part of new Set([...Object.keys(said), ...speaks])) {
    if (facts.bases[part]?.said !== (await saidAs(said[part], fingerprint))) return false;
  }
  return true;
}

/** Whether the first is the second, or stands somewhere below it in the target. */
async function isBelow(
  { target: { api } }: Context,
  target: CategoryTarget,
  id: string,
  top: string,
): Promise<boolean> {
  let at: string | null = id;
  for (let depth = 0; at !== null && depth < maxDepth; depth++) {
    if (at === top) return true;
    at = (await target.get(api, at))?.category.parentId ?? null;
  }
  return false;
}
