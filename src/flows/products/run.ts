import { asProblem, type ProblemData } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { BackLink, Begun, ListedReport } from '../bulk.ts';
import type { ProductLink } from '../links.ts';
import { begunBy, begunOfAll } from './begun.ts';
import { type Context, type Endpoints, reverseOf, type Speaker } from './endpoints.ts';
import { looksAgain, partsLeft, reportGone, switchedOff } from './gone.ts';
import { intentsOf } from './intents.ts';
import { toldOfSkipped, withoutTold } from './late-deaths.ts';
import { leftBegun, leftOf, lookedFor } from './late-making.ts';
import { stillOpen } from './place/begun-elsewhere.ts';
import { type KeyPlan, type Planned, planBatch } from './plan-batch.ts';
import type { Key } from './read-batch.ts';
import {
  type ExtendedLists,
  extendLists,
  lackingLists,
  withLists,
  withOpenLists,
  withoutHeld,
} from './shared-lists.ts';
import { linkOfParts } from './units.ts';
import { withheld } from './withheld.ts';
import { saidOfPrices, setPrices } from './write/prices.ts';
import { readTogether } from './write/read-together.ts';
import { type UnitResult, type Writing, writeUnit } from './write/write-unit.ts';

type Result = UnitResult;
type Ended = Omit<ListedReport, 'key' | 'revision'>;

/** A batch from source to target. Repeating it at any moment is safe. */
export async function runBatch(
  context: Context,
  endpoints: Endpoints,
  batch: readonly Key[],
): Promise<readonly ListedReport[]> {
  const reverse = reverseOf(context);
  const { keys, speaker } = await planBatch(context, endpoints, reverse, batch);
  const lacking = await lackingLists(context, endpoints, speaker, keys);
  const intents = withLists(context, await intentsOf(context, speaker, keys), lacking, keys);
  const begun = intents.size > 0 ? await context.intend(intents) : { products: [], lists: [] };
  const open = stillOpen(context, begun.products);
  const lists = await extendLists(context, endpoints, lacking, begun.lists);
  const plans = keys.map((each) => withoutHeld(withheld(each, speaker, open), lists));
  const prices = await setPrices(context, endpoints, plans);
  const views = await readTogether(context, reverse, prices);
  const writing = { context, endpoints, speaker, reverse, prices, views };
  // Pictures of several products would not fit into the memory together.
  let last: Promise<unknown> = Promise.resolve();
  return Promise.all(
    plans.map((plan) => {
      if (!isHeavy(plan, speaker)) return report(writing, plan, lists);
      const own = last.then(() => report(writing, plan, lists));
      last = own;
      return own;
    }),
  );
}

async function report(writing: Writing, plan: KeyPlan, lists: ExtendedLists): Promise<ListedReport> {
  const { key, revision } = plan.each;
  try {
    const { begun, ...ended } = await carryOut(writing, plan);
    const left = begun === undefined ? {} : { begun: withOpenLists(writing.context, plan, begun, lists) };
    return { key, revision, ...withoutOf(writing, plan), ...ended, ...left };
  } catch (error) {
    const notes = 'product' in plan ? { source: plan.product } : {};
    return { key, revision, outcome: { kind: 'problem', problem: asProblem(error).toData() }, notes };
  }
}

/** Categories that the categories flow has not brought yet. */
function withoutOf({ speaker }: Writing, plan: KeyPlan): Pick<ListedReport, 'without'> {
  if (plan.kind !== 'units' || speaker.settings.categories.by !== 'link') return {};
  const ids = (plan.product.categories ?? []).filter((id) => !speaker.categories.has(id));
  return ids.length === 0 ? {} : { without: { record: 'category', ids, flow: 'categories' } };
}

/** Whether Koppel holds pictures of it for a while. */
function isHeavy(plan: KeyPlan, { traits }: Speaker): boolean {
  if (traits.fetchesPictures || plan.kind !== 'units') return false;
  return plan.plans.some((each) => {
    if (each.kind === 'create') return each.draft.pictures.length > 0;
    return each.kind === 'meet' && each.pictures.add.length + each.pictures.replace.size > 0;
  });
}

async function carryOut(writing: Writing, plan: KeyPlan): Promise<Ended> {
  switch (plan.kind) {
    case 'gone':
      return reportGone(writing.context, writing.endpoints, plan.each);
    case 'skip':
      return {
        outcome: { kind: 'skipped', reason: plan.reason },
        notes: { source: plan.product },
        ...toldOfSkipped(plan.each),
      };
    case 'problem':
      return { outcome: { kind: 'problem', problem: plan.problem }, notes: { source: plan.product } };
    case 'units': {
      const results: Result[] = [];
      for (const each of plan.plans) results.push(await resultOf(writing, each));
      return { ...(await together(writing, plan, results)), notes: notesOf(writing, plan, results) };
    }
  }
}

/** What fails of one product that was taken apart does not stop the others. */
async function resultOf(writing: Writing, plan: Planned): Promise<Result> {
  const { unit } = plan;
  if (plan.kind === 'problem') return { begun: unit.begun, ...plan };
  if (plan.kind === 'known')
    return { unit, kind: 'skipped', reason: reason('nothing_new', {}), problems: [], begun: null };
  try {
    return await writeUnit(writing, plan);
  } catch (error) {
    const begun = await begunBy(plan, writing.speaker, writing.context.now().getTime());
    return { unit, kind: 'problem', problem: asProblem(error).toData(), begun };
  }
}

async function together(
  writing: Writing,
  { each }: KeyPlan & { readonly kind: 'units' },
  results: readonly Result[],
): Promise<Omit<Ended, 'notes'>> {
  const gone = await leftSwitchedOff(writing, each, results);
  const link = linkOf(each, results, gone.links) ?? (each.begun?.updates ? each.known : null);
  const back = results.flatMap((result): readonly BackLink[] => (result.back ? [result.back] : []));
  const known = {
    ...(link === null ? {} : { link }),
    ...(back.length === 0 ? {} : { back }),
    begun: withoutTold(gone.begun, each.begun, link),
  };
  const problem = worst([...problemsOf(results), ...gone.problems]);
  if (problem !== null) return { outcome: { kind: 'problem', problem }, ...known };
  const done = results.find((result) => result.kind === 'done');
  if (done?.kind === 'done') {
    const targetId = (link ?? each.known)?.targetId ?? '';
    return { outcome: { kind: 'done', targetId, reason: done.reason }, ...known };
  }
  const [first] = results;
  const why = first?.kind === 'skipped' ? first.reason : reason('nothing_new', {});
  return { outcome: { kind: 'skipped', reason: why }, ...known };
}

/** Null where it is as it was. `gone`: parts that the source has no longer. */
function linkOf(
  { known }: Key,
  results: readonly Result[],
  gone: Readonly<Record<string, ProductLink>>,
): ProductLink | null {
  const links = results.flatMap((result) =>
    result.link ? [{ part: result.unit.part, link: result.link }] : [],
  );
  const whole = links.find(({ part }) => part === null);
  if (whole !== undefined) return whole.link;
  if (links.length === 0 && Object.keys(gone).length === 0) return null;
  const now = Object.fromEntries(links.map(({ part, link }) => [part ?? '', link]));
  return linkOfParts({ ...known?.facts.apart, ...gone, ...now });
}

interface LeftOff {
  /** As they are now, by part. */
  readonly links: Readonly<Record<string, ProductLink>>;
  /** What is begun of the product as a whole. */
  readonly begun: Begun | null;
  readonly problems: readonly ProblemData[];
}

/** Switches off products of variants that the source has no longer. What cannot be switched off is told, and stops nothing else. */
async function leftSwitchedOff(
  { context, endpoints }: Writing,
  { key, known, begun: before }: Key,
  results: readonly Result[],
): Promise<LeftOff> {
  let begun = begunOfAll(before, results);
  const sent = lookedFor(context, begun);
  const now = results.flatMap(({ unit, link }) => (link ? [[unit.part ?? '', link] as const] : []));
  const all: Record<string, ProductLink> = { ...known?.facts.apart, ...Object.fromEntries(now) };
  const links: Record<string, ProductLink> = {};
  const problems: ProblemData[] = [];
  for (const part of partsLeft(context, { known, begun }, results)) {
    const off = await switchedOff(context, endpoints, leftOf({ key, part, links: all, sent, begun }));
    if (off.link !== null) links[part] = off.link;
    if (sent[part] !== undefined) begun = leftBegun(begun, part, off);
    const open = off.failed ?? (off.link && looksAgain(context, off.link.facts));
    if (open !== null) problems.push(open);
  }
  return { links, begun, problems };
}

function problemsOf(results: readonly Result[]): readonly ProblemData[] {
  return results.flatMap((result) => (result.kind === 'problem' ? [result.problem] : result.problems));
}

/** What is to be tried again before what is only looked at once more, and that before what waits for a person. */
function worst(problems: readonly ProblemData[]): ProblemData | null {
  const open = problems.filter(({ kind }) => kind !== 'rejected');
  return open.find(({ code }) => code !== 'outcome_unknown') ?? open[0] ?? problems[0] ?? null;
}

function notesOf(
  { prices }: Writing,
  { product, plans }: KeyPlan & { readonly kind: 'units' },
  results: readonly Result[],
): ListedReport['notes'] {
  const written = results.flatMap((result) =>
    result.kind !== 'problem' && result.target !== undefined ? [result.target] : [],
  );
  const problems = problemsOf(results);
  const conflict = results.flatMap((result) => (result.kind === 'problem' ? [] : (result.conflicts ?? [])));
  const target = written.length > 1 ? written : written[0];
  const said = saidOfPrices(prices, plans);
  return {
    source: product,
    ...(target === undefined ? {} : { target }),
    ...(conflict.length > 0 ? { conflict } : {}),
    ...(said === '' ? {} : { said }),
    ...(problems.length > 1 ? { planned: { problems } } : {}),
  };
}
