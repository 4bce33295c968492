import type { CategoryTarget, StandingCategory } from '../../connectors/contract/categories.ts';
import { Problem, problem } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import { basesOfSent } from '../bases.ts';
import { keptOfUpdate } from '../begun-update.ts';
import type { Outcome } from '../contract.ts';
import { writeOnce } from '../write-once.ts';
import { createStep, findMade, referenceText } from './begun.ts';
import { conflictProblem } from './conflicts.ts';
import type { Context } from './endpoints.ts';
import { looksAgain, noteLateWork, noteLooks } from './late-work.ts';
import { putLink } from './links.ts';
import { narrowed, partsOf } from './parts.ts';
import type { Met } from './plan.ts';
import type { SourceRecord } from './read-source.ts';
import { type Saying, shortFingerprint } from './saying.ts';
import { settleCreated, settleMet } from './settle.ts';
import { updateStep } from './update-step.ts';

/** Makes the category, once. Whoever calls it is alone at its place, and has seen that none of its name stands there. */
export async function create(
  context: Context,
  target: CategoryTarget,
  known: SourceRecord,
  saying: Saying,
): Promise<Outcome> {
  const { steps, key, links, target: end } = context;
  const { draft, said } = saying;
  context.keep('target', target.toWire(draft, end.api.account));
  const sent = await basesOfSent(Object.keys(said), said, {}, shortFingerprint(context));
  const id = await writeOnce({
    steps,
    step: createStep(key),
    reference: referenceText(draft, sent),
    settleMs: end.connector.searchDelayMs,
    commitDelayMs: end.connector.commitDelayMs,
    now: () => context.now(),
    find: () => findMade(context, target, draft),
    create: () => target.create(end.api, draft),
  });
  const after = await target.get(end.api, id);
  if (after === null) putLink(links, key, id, { made: true });
  else await settleCreated(context, known, saying, after);
  steps.forget(createStep(key));
  return { kind: 'done', targetId: id, reason: reason('created', {}) };
}

/** Writes what the source changed, and stores what is known of the two from now on. Throws `category_conflict` after that. */
export async function bringTogether(
  context: Context,
  target: CategoryTarget,
  known: SourceRecord,
  met: Met,
): Promise<Outcome> {
  const { settings, steps, key } = context;
  const { standing, saying } = met;
  if (met.busyUntil !== null) throw problem('wait', 'outcome_unknown', {}, { retryAt: met.busyUntil });
  if (met.broughtBack.length > 0) context.reverse?.notice(standing.id);
  noteLooks(context, standing.id, met.late);
  noteLateWork(context, standing.id, met.done);
  const sent: ReadonlySet<string> = settings.update ? met.writes : new Set();
  const after = sent.size > 0 ? await update(context, target, met, sent) : standing;
  const parks = settings.update && met.conflicts.length > 0;
  if (parks) context.keep('conflict', bothOf(met));
  // One that was deleted while it was written to is met again as such.
  if (after !== null) await settleMet(context, known, met, sent, after);
  if (steps.get(updateStep(key)) !== null) steps.forget(updateStep(key));
  if (parks) throw conflictProblem(context, met);
  const targetId = standing.id;
  const again = looksAgain(context);
  if (sent.size > 0) return { kind: 'done', targetId, reason: reason('updated', {}), ...again };
  const isLeft = !settings.update && met.writes.size > 0;
  if (isLeft) return { kind: 'skipped', reason: reason('not_updated', {}), ...again };
  if (!met.isFirst) return { kind: 'skipped', reason: reason('nothing_new', {}), ...again };
  context.keep('target', target.toWire(saying.draft, context.target.api.account));
  return { kind: 'done', targetId, reason: reason('already_so', {}), ...again };
}

/** Returns the category as it is after the update; null where it is not there any more. */
async function update(
  context: Context,
  target: CategoryTarget,
  { standing, saying }: Met,
  sent: ReadonlySet<string>,
): Promise<StandingCategory | null> {
  const { steps, key } = context;
  const { api } = context.target;
  const changes = narrowed(saying.draft, sent);
  context.keep('target', changes);
  const stands = partsOf(standing.category, standing.values);
  const begun = await basesOfSent(sent, saying.said, stands, shortFingerprint(context));
  steps.intend(updateStep(key), keptOfUpdate(standing.id, begun));
  try {
    await target.update(api, standing.id, changes);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected') steps.forget(updateStep(key));
    throw error;
  }
  return target.get(api, standing.id);
}

function bothOf({ conflicts, saying: { said }, standing: { category, values } }: Met) {
  const stands = partsOf(category, values);
  return conflicts.map((part) => ({ part, source: said[part] ?? null, target: stands[part] ?? null }));
}
