/**
 * Stores what is known of a pair after one was carried to the other: both links, and the bases of both directions. What is written to a
 * system comes back from it as a change, and often in the system's own form: what stands there just after is known, and no news.
 */
import type { StandingCategory } from '../../connectors/contract/categories.ts';
import type { Parts } from '../../connectors/contract/target.ts';
import { Problem } from '../../records/problem.ts';
import { surprisesOf } from '../bases.ts';
import type { CategoryFacts } from '../links.ts';
import { agree, type Base, type Bases, baseOf } from '../merge.ts';
import { type Context, type Reverse, reverseOf } from './endpoints.ts';
import { stillLate } from './late-work.ts';
import { putLink } from './links.ts';
import { isOwnPart, partsOf } from './parts.ts';
import { placeBack } from './place.ts';
import type { Met } from './plan.ts';
import type { SourceRecord } from './read-source.ts';
import { type Saying, sayingOf, shortFingerprint } from './saying.ts';

/** Systems keep these in an order and a form of their own: whatever stands there after a write is the answer to it. */
const ownForm = ['description', 'position'];

/** What was carried, and how the two stand now. */
interface Settled {
  readonly known: SourceRecord;
  readonly after: StandingCategory;
  readonly isFirst: boolean;
  readonly sent: ReadonlySet<string>;
  /** Koppel's own work there, of this run or of one that was cut off. */
  readonly ours: ReadonlySet<string>;
  readonly surprises: ReadonlySet<string>;
  /** Parts that changed beside those that were sent, by the same write: a category that is moved gets another position. */
  readonly moved: readonly string[];
  readonly facts: CategoryFacts;
}

/** After a new category was made, as it stands now. */
export async function settleCreated(
  context: Context,
  known: SourceRecord,
  { said }: Saying,
  after: StandingCategory,
): Promise<void> {
  const stands = partsOf(after.category, after.values);
  const bases: Record<string, Base> = {};
  for (const part of Object.keys(said)) bases[part] = await baseIn(context, said, stands, part);
  const sent = new Set(Object.keys(said));
  const facts = { bases, made: true } as const;
  await store(context, {
    known,
    after,
    isFirst: true,
    sent,
    ours: sent,
    surprises: new Set(),
    moved: [],
    facts,
  });
}

/** After two have met, whether or not anything was written. `after`: as the target's stands now. */
export async function settleMet(
  context: Context,
  known: SourceRecord,
  { standing, isFirst, saying: { said }, bases: before, verdicts, conflicts, done }: Met,
  sent: ReadonlySet<string>,
  after: StandingCategory,
): Promise<void> {
  const stands = partsOf(after.category, after.values);
  const was = partsOf(standing.category, standing.values);
  const surprises = new Set(
    [...surprisesOf({ said, before: was, after: stands, sent })].filter((part) => !ownForm.includes(part)),
  );
  // A move of before that is taken back has brought one along as well.
  const isMoved = (part: string) =>
    was[part] !== stands[part] || (part === 'position' && done.parent !== undefined);
  const moved = ownForm.filter((part) => sent.size > 0 && !sent.has(part) && isMoved(part));
  const bases: Record<string, Base> = { ...before };
  const flagged: Record<string, Base> = {};
  for (const part of moved) {
    const { stood } = await baseIn(context, said, stands, part);
    if (bases[part] !== undefined) bases[part] = { ...bases[part], stood };
  }
  for (const [part, verdict] of verdicts) {
    const isKnown = sent.has(part) || verdict === 'same' || (verdict === 'kept' && !(part in before));
    const there = sent.has(part) && surprises.has(part) ? said : stands;
    if (isKnown) bases[part] = await baseIn(context, said, there, part);
    if (conflicts.includes(part)) flagged[part] = await baseIn(context, said, stands, part);
  }
  const ours = new Set([...sent, ...[...verdicts].flatMap(([part, each]) => (each === 'same' ? part : []))]);
  const earlier = context.links.get('category', context.key)?.facts;
  const facts = {
    bases,
    ...(earlier?.made ? { made: true as const } : {}),
    ...(conflicts.length > 0 ? { flagged } : {}),
    ...stillLate(earlier ?? {}, context.now()),
  };
  await store(context, { known, after, isFirst, sent, ours, surprises, moved, facts });
}

/** The links come last and at once, so that a death before them is noticed. */
async function store(context: Context, settled: Settled): Promise<void> {
  const { key, links } = context;
  const { id } = settled.after;
  const reverse = reverseOf(context);
  const back = reverse === null ? null : await basesBack(context, reverse, settled);
  if (reverse !== null && back !== null) {
    const earlier = reverse.flow.links.get('category', id);
    const { flagged, ...facts } = earlier?.targetId === key ? earlier.facts : {};
    // It has met the same conflict, and has something to carry by now.
    if (flagged !== undefined && settled.facts.flagged === undefined) reverse.flow.notice(id);
    putLink(reverse.flow.links, id, key, {
      ...facts,
      bases: back,
      ...(flagged !== undefined && settled.facts.flagged !== undefined ? { flagged } : {}),
    });
  }
  if (settled.sent.size > 0) context.reverse?.wrote(id);
  putLink(links, key, id, settled.facts);
}

/** Returns what the way back knows from now on. */
async function basesBack(context: Context, reverse: Reverse, settled: Settled): Promise<Bases> {
  const { key } = context;
  const { known, after, isFirst, sent, ours, surprises, moved } = settled;
  const link = reverse.flow.links.get('category', after.id);
  const before = (link?.targetId === key ? link.facts.bases : undefined) ?? {};
  const said = await saidBack(context, reverse, after);
  if (said === null) return before;
  const stands = partsOf(known.category, known.values);
  const bases: Record<string, Base> = { ...before };
  const isOurs = (part: string) =>
    isOwnPart(part)
      ? sent.size > 0 && surprises.size === 0
      : (ours.has(part) && !surprises.has(part)) || moved.includes(part) || agree(said[part], stands[part]);
  for (const part of Object.keys(said)) {
    const isNew = isFirst && !(part in before);
    if (isNew || isOurs(part)) bases[part] = await baseIn(context, said, stands, part);
  }
  return bases;
}

/** What the way back says of the category of the target; null where it would be refused: it says so itself. */
async function saidBack(
  context: Context,
  { flow, target }: Reverse,
  { category }: StandingCategory,
): Promise<Parts | null> {
  const parentId = placeBack(context, { flow, target }, category.parentId);
  const there = { ...context, ...flow, target: context.source };
  try {
    const { said } = await sayingOf(there, target, category, { parentId: parentId ?? null, when: 'update' });
    const { parent, ...rest } = said;
    return parentId === undefined || parent === undefined ? rest : { ...rest, parent };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function baseIn(context: Context, said: Parts, stands: Parts, part: string): Promise<Base> {
  return baseOf(said[part], stands[part], shortFingerprint(context));
}
