import type { WrittenProduct } from '../../../connectors/contract/products.ts';
import { asProblem, type Problem, type ProblemData, problem } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import { type Reason, reason } from '../../../records/reason.ts';
import type { BackLink } from '../../bulk.ts';
import type { ProductFacts, ProductLink } from '../../links.ts';
import { productBegun, sentPictures, tellsFirst, unitBegun } from '../begun.ts';
import { problemsOfMet } from '../conflicts.ts';
import type { Context, Endpoints, Reverse, Speaker } from '../endpoints.ts';
import { withLateParts } from '../late-work.ts';
import type { Conflict } from '../plan/compare.ts';
import type { CreatePlan, MeetPlan, UnitPlan } from '../plan/plan.ts';
import type { Unit, UnitBegun } from '../units.ts';
import { factsOfCreated, factsOfMet } from './facts.ts';
import type { SentPrices } from './prices.ts';
import { createProduct, type Sent, updateProduct } from './send.ts';
import { shownChanges } from './shown.ts';
import { factsOfUnanswered, factsUnclear } from './unclear.ts';
import { bothLinks } from './way-back.ts';

/** What became of one product of the target. */
export type UnitResult = {
  readonly unit: Unit;
  /** From now on; left out: as it was. */
  readonly link?: ProductLink;
  readonly back?: BackLink | null;
  /** What of it may still come to be. */
  readonly begun: UnitBegun | null;
} & (
  | {
      readonly kind: 'done' | 'skipped';
      readonly reason: Reason;
      /** What could not be done beside the rest. */
      readonly problems: readonly ProblemData[];
      /** What of it both sides changed. */
      readonly conflicts?: readonly Conflict[];
      /** What was written. */
      readonly target?: unknown;
    }
  | { readonly kind: 'problem'; readonly problem: ProblemData }
);

export interface Writing {
  readonly context: Context;
  readonly endpoints: Endpoints;
  readonly speaker: Speaker;
  readonly reverse: Reverse | null;
  /** What was written of the batch before its products one by one. */
  readonly prices: SentPrices;
  /** Those of the target as they stand there since. */
  readonly views: ReadonlyMap<string, Product>;
}

export async function writeUnit(writing: Writing, plan: UnitPlan): Promise<UnitResult> {
  switch (plan.kind) {
    case 'leave':
      return {
        ...{ unit: plan.unit, begun: plan.unit.begun, problems: [] },
        ...{ kind: 'skipped', reason: reason('not_created', {}) },
      };
    case 'create':
      return create(writing, plan);
    case 'meet':
      return meet(writing, plan);
  }
}

async function create(writing: Writing, plan: CreatePlan): Promise<UnitResult> {
  const { unit, body } = plan;
  let sent: Sent;
  try {
    sent = await createProduct(writing, plan);
  } catch (error) {
    return notMade(writing, plan, asProblem(error));
  }
  const problems = [...plan.saying.problems, ...sent.problems];
  const made = await factsOfCreated(writing.speaker, plan, sent.written);
  const facts = await withLateParts(writing, plan, made, sent.written);
  const known = linkOf(sent.written.id, plan, facts, isWhole(sent, problems));
  const { link, back } = await bothLinks(writing, plan, known);
  return {
    unit,
    kind: 'done',
    reason: reason('created', {}),
    link,
    back,
    begun: unitBegun(null, leftOpen(writing, plan, sent)),
    problems,
    target: body,
  };
}

/** Where that is not certain it may stand there: the link leads nowhere yet, and tells what of it is Koppel's. */
function notMade({ context }: Writing, plan: CreatePlan, problem: Problem): UnitResult {
  const failed = { unit: plan.unit, kind: 'problem', problem: problem.toData() } as const;
  if (problem.kind !== 'outcome-unknown') return { ...failed, begun: null };
  // None of its pictures were sent before it was answered.
  const begun = unitBegun(productBegun(plan.draft, context.now().getTime()), null);
  return { ...failed, begun, link: linkOf('', plan, factsOfUnanswered(plan), false) };
}

async function meet(writing: Writing, plan: MeetPlan): Promise<UnitResult> {
  const { unit, how, changes, conflicts } = plan;
  const told = problemsOfMet(writing.speaker, plan);
  const looksAgain = lookingAgain(plan);
  if (!plan.writes) {
    const known = await linkOfMet(writing, plan, null, told.length + looksAgain.length === 0);
    // What both sides have come to say by themselves is no news to the way back either.
    const isMet = how !== 'linked' || plan.isNews;
    const left = { link: known, back: plan.isBackNews ? unit.back : null };
    const { link, back } = isMet ? await bothLinks(writing, plan, known) : left;
    const kind = how === 'linked' ? 'skipped' : 'done';
    return {
      unit,
      kind,
      reason: reasonOf(plan, link.facts),
      link,
      back,
      begun: stillAwaited(plan),
      problems: [...told, ...looksAgain],
      conflicts,
    };
  }
  if (tellsFirst(plan)) return foundFirst(writing, plan);
  let sent: Sent;
  try {
    sent = await updateProduct(writing, plan);
  } catch (error) {
    const problem = asProblem(error).toData();
    // Some of it may have been done, whatever the problem says of the call that it ended with.
    const facts = await withLateParts(writing, plan, factsUnclear(plan), { problems: [problem] });
    const link = linkOf(plan.standing.id, plan, facts, false);
    return { unit, kind: 'problem', problem, link, begun: stillAwaited(plan) };
  }
  const problems = [...told, ...sent.problems, ...looksAgain];
  const known = await linkOfMet(writing, plan, sent.written, isWhole(sent, problems));
  const { link, back } = await bothLinks(writing, plan, known);
  return {
    unit,
    kind: 'done',
    reason: reasonOf(plan, link.facts),
    link,
    back,
    begun: stillAwaited(plan) ?? unitBegun(null, leftOpen(writing, plan, sent)),
    problems,
    conflicts,
    target: shownChanges(changes),
  };
}

/** What an earlier batch sent, and this one waits for. */
function stillAwaited({ unit, pictures }: MeetPlan): UnitBegun | null {
  return pictures.awaits ? unitBegun(null, unit.begun?.pictures ?? null) : null;
}

/** Pictures of this write that were not answered, or not finished: the target may list them only later. What was not sent is not waited for. */
function leftOpen({ context, speaker }: Writing, plan: CreatePlan | MeetPlan, { written }: Sent) {
  const { unanswered = new Set(), unfinished = new Map() } = written;
  const begun = sentPictures(plan, speaker.traits, context.now().getTime());
  const sent = begun?.sent.filter((version) => unanswered.has(version) || unfinished.has(version)) ?? [];
  return begun === null || sent.length === 0 ? null : { ...begun, sent };
}

function foundFirst({ context }: Writing, plan: MeetPlan): UnitResult {
  const { unit, standing, changes } = plan;
  // It stands under the SKU that it was begun under: whether the new one is free there is asked when it is to get that.
  const stands = changes.fields.sku === undefined ? {} : { sku: standing.product.sku ?? '' };
  const link = linkOf(standing.id, plan, { ...factsUnclear(plan), ...stands }, false);
  const looksAgain = outcomeUnknown(context.now().getTime());
  return { unit, kind: 'problem', problem: looksAgain, link, begun: stillAwaited(plan) };
}

function lookingAgain({ looksAgainAt }: MeetPlan): readonly ProblemData[] {
  return looksAgainAt === null ? [] : [outcomeUnknown(looksAgainAt)];
}

function outcomeUnknown(retryAt: number): ProblemData {
  return problem('wait', 'outcome_unknown', {}, { retryAt }).toData();
}

function isWhole({ isWhole: isSent }: Sent, problems: readonly ProblemData[]): boolean {
  return isSent && problems.length === 0;
}

async function linkOfMet(
  { context, speaker }: Pick<Writing, 'context' | 'speaker'>,
  plan: MeetPlan,
  written: WrittenProduct | null,
  whole: boolean,
): Promise<ProductLink> {
  const facts = await factsOfMet(speaker, plan, written);
  const known = written === null ? facts : await withLateParts({ context, speaker }, plan, facts, written);
  return linkOf(plan.standing.id, plan, known, whole);
}

/** Without a fingerprint where something is left to be done: the next run looks again, and sends only that. */
function linkOf(
  targetId: string,
  { saying }: CreatePlan | MeetPlan,
  facts: ProductFacts,
  whole: boolean,
): ProductLink {
  return { targetId, fingerprint: whole ? saying.fingerprint : '', facts };
}

function reasonOf({ writes, how }: MeetPlan, { variants }: ProductFacts): Reason {
  const count = Object.values(variants).filter(({ retired }) => retired).length;
  if (count > 0) return reason('variants_gone', { count, updated: writes });
  if (how === 'adopted') return reason('adopted', { updated: writes });
  if (how === 'made') return reason('created', {});
  return writes ? reason('updated', {}) : reason('nothing_new', {});
}
