import type { ProductChanges, WrittenProduct } from '../../../connectors/contract/products.ts';
import type { ProblemData } from '../../../records/problem.ts';
import { type Reason, reason } from '../../../records/reason.ts';
import type { BackLink } from '../../bulk.ts';
import type { ProductFacts, ProductLink } from '../../links.ts';
import type { Context, Endpoints, Reverse, Speaker } from '../endpoints.ts';
import type { CreatePlan, MeetPlan, UnitPlan } from '../plan/plan.ts';
import type { Unit } from '../units.ts';
import { factsOfCreated, factsOfMet } from './facts.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { shownChanges } from './shown.ts';
import { backOf } from './way-back.ts';

/** What became of one product of the target. */
export interface UnitResult {
  readonly unit: Unit;
  readonly kind: 'done' | 'skipped';
  readonly reason: Reason;
  readonly link?: ProductLink;
  readonly back?: BackLink | null;
  /** What could not be done beside the rest. */
  readonly problems: readonly ProblemData[];
  /** What was written. */
  readonly target?: unknown;
}

interface Writing {
  readonly context: Context;
  readonly endpoints: Endpoints;
  readonly speaker: Speaker;
  readonly reverse: Reverse | null;
}

export async function writeUnit(writing: Writing, plan: UnitPlan): Promise<UnitResult> {
  switch (plan.kind) {
    case 'leave':
      return { unit: plan.unit, kind: 'skipped', reason: reason('not_created', {}), problems: [] };
    case 'create':
      return create(writing, plan);
    case 'meet':
      return meet(writing, plan);
  }
}

async function create(writing: Writing, plan: CreatePlan): Promise<UnitResult> {
  const { context, endpoints, speaker } = writing;
  const { unit, saying, draft, body } = plan;
  const { api } = context.endsFor(unit.key).target;
  const fetched = await fetchPictures(context, speaker, draft.sku, draft.pictures);
  const written = await endpoints.target.create(api, { ...draft, pictures: fetched.pictures });
  const problems = [...saying.problems, ...fetched.problems, ...written.problems];
  const facts = await factsOfCreated(speaker, plan, written);
  const link = linkOf(written.id, plan, facts, problems);
  const back = await backOf(writing, plan, link);
  return { unit, kind: 'done', reason: reason('created', {}), link, back, problems, target: body };
}

async function meet(writing: Writing, plan: MeetPlan): Promise<UnitResult> {
  const { speaker } = writing;
  const { unit, saying, standing, how, writes, changes } = plan;
  const { written, problems: failed } = writes
    ? await update(writing, plan)
    : { written: null, problems: [] };
  const problems = [...saying.problems, ...failed];
  const link = linkOf(standing.id, plan, await factsOfMet(speaker, plan, written), problems);
  const back = writes || how !== 'linked' ? await backOf(writing, plan, link) : null;
  const isDone = writes || how !== 'linked';
  const result = { unit, link, back, problems, reason: reasonOf(plan, link.facts) } as const;
  return isDone
    ? { ...result, kind: 'done', ...(writes ? { target: shownChanges(changes) } : {}) }
    : { ...result, kind: 'skipped' };
}

async function update(
  { context, endpoints, speaker }: Writing,
  { unit, standing, changes }: MeetPlan,
): Promise<{ readonly written: WrittenProduct | null; readonly problems: readonly ProblemData[] }> {
  const { api } = context.endsFor(unit.key).target;
  const { sku = '' } = unit.product;
  const added = await fetchPictures(context, speaker, sku, changes.pictures.add);
  const replaced = await fetchPictures(context, speaker, sku, [...changes.pictures.replace.values()]);
  const replace = [...changes.pictures.replace].flatMap(([id, { version }]) => {
    const picture = replaced.pictures.find((each) => each.version === version);
    return picture === undefined ? [] : [[id, picture] as const];
  });
  const pictures = { ...changes.pictures, add: added.pictures, replace: new Map(replace) };
  const problems = [...added.problems, ...replaced.problems];
  if (isOnlyPictures(changes) && added.pictures.length + replace.length + pictures.remove.length === 0) {
    return { written: { id: standing.id, variants: new Map(), pictures: new Map(), problems: [] }, problems };
  }
  const written = await endpoints.target.update(api, standing, { ...changes, pictures });
  return { written, problems: [...problems, ...written.problems] };
}

function isOnlyPictures(changes: ProductChanges): boolean {
  return Object.keys(shownChanges(changes)).every((name) => name.endsWith('Pictures'));
}

/** Without a fingerprint where something is left to be done: the next run looks again, and sends only that. */
function linkOf(
  targetId: string,
  { saying }: CreatePlan | MeetPlan,
  facts: ProductFacts,
  problems: readonly ProblemData[],
): ProductLink {
  return { targetId, fingerprint: problems.length === 0 ? saying.fingerprint : '', facts };
}

function reasonOf({ writes, how }: MeetPlan, { variants }: ProductFacts): Reason {
  const count = Object.values(variants).filter(({ retired }) => retired).length;
  if (count > 0) return reason('variants_gone', { count, updated: writes });
  if (how === 'adopted') return reason('adopted', { updated: writes });
  if (how === 'made') return reason('created', {});
  return writes ? reason('updated', {}) : reason('nothing_new', {});
}
