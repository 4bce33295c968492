import type { CategoryTarget } from '../../connectors/contract/categories.ts';
import { rejected } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { Preview, PreviewWrite } from '../contract.ts';
import { attempt, attemptWithSystem } from '../preview-attempt.ts';
import { unlinkedAbove } from './ancestors.ts';
import { conflictProblem, lostProblem } from './conflicts.ts';
import type { Context, Endpoints } from './endpoints.ts';
import { linkOf } from './links.ts';
import { narrowed } from './parts.ts';
import { placeOf } from './place.ts';
import { type Plan, planLinked, planUnlinked } from './plan.ts';
import { readSource, type SourceRecord } from './read-source.ts';
import { sayingOf } from './saying.ts';

/** A preview without what it is a preview of. */
type Shown = Pick<Preview, 'skips' | 'writes' | 'problem'>;
const nothing: Shown = { skips: null, writes: [], problem: null };

/** Does what a run does up to the first write, without the journal. Parents that would be made first stand before it. */
export async function previewCategory(context: Context, endpoints: Endpoints): Promise<Preview> {
  const read = await attempt(() => readSource(context, endpoints, context.key));
  const shown: Preview = { source: null, ...nothing, checks: [], problem: read.problem };
  if (read.problem !== null) return shown;
  const known = read.value;
  if (known === null) throw rejected('category_gone', {});
  const planned = await attemptWithSystem(() => plannedOf(context, endpoints, known));
  return { ...shown, source: known.category, ...(planned.value ?? { problem: planned.problem }) };
}

async function plannedOf(context: Context, endpoints: Endpoints, known: SourceRecord): Promise<Shown> {
  const { target } = endpoints;
  const { category } = known;
  const link = linkOf(context, context.key);
  const staysPut = link !== null && context.settings.fields.parent === 'createOnly';
  const place = staysPut ? ({ kind: 'under', parentId: null } as const) : placeOf(context, category);
  switch (place.kind) {
    case 'outside':
      return { ...nothing, skips: reason('outside_root', {}) };
    case 'under':
      return shownOf(
        context,
        target,
        link === null
          ? await planUnlinked(context, target, known, place.parentId)
          : await planLinked(context, target, known, link, place.parentId),
      );
    case 'unlinked': {
      const above = await unlinkedAbove(context, endpoints, place.parent);
      return above === null
        ? { ...nothing, skips: reason('outside_root', {}) }
        : underOthers(context, target, [...above, known]);
    }
  }
}

/** Of what is linked to nothing, from the top down. A body names no parent that is yet to be made. */
async function underOthers(
  context: Context,
  target: CategoryTarget,
  path: readonly SourceRecord[],
): Promise<Shown> {
  const writes: PreviewWrite[] = [];
  let at: string | null | undefined;
  for (const known of path) {
    const { category } = known;
    const own = { ...context, key: category.id };
    if (at === undefined && writes.length === 0) {
      const place = placeOf(context, category);
      if (place.kind === 'under') at = place.parentId;
    }
    if (at === undefined) {
      const saying = await sayingOf(own, target, category, { parentId: null, when: 'create' });
      writes.push({
        what: 'category',
        does: 'create',
        body: target.toWire(saying.draft, context.target.api.account),
      });
      continue;
    }
    const plan: Plan = await planUnlinked(own, target, known, at);
    const shown = shownOf(own, target, plan);
    if (shown.skips !== null && plan.kind === 'skip') {
      const isOwn = category.id === context.key;
      return {
        ...nothing,
        writes,
        skips: isOwn ? shown.skips : reason('parent_not_made', { id: category.id }),
      };
    }
    writes.push(...shown.writes);
    if (category.id === context.key) return { ...shown, writes };
    at = plan.kind === 'meet' ? plan.met.standing.id : undefined;
  }
  return { ...nothing, writes };
}

function shownOf(context: Context, target: CategoryTarget, plan: Plan): Shown {
  const { account } = context.target.api;
  switch (plan.kind) {
    case 'skip':
      return { ...nothing, skips: plan.reason };
    case 'create':
      return {
        ...nothing,
        writes: [{ what: 'category', does: 'create', body: target.toWire(plan.saying.draft, account) }],
      };
    case 'lost':
      return { ...nothing, problem: lostProblem(context, plan.id).toData() };
    case 'below':
      return {
        ...nothing,
        problem: rejected('category_cycle', {
          system: context.target.connector.name,
          ids: [context.key, plan.parentId],
        }).toData(),
      };
    case 'meet': {
      const { met } = plan;
      const { update } = context.settings;
      const writes = update && met.writes.size > 0;
      const problem = update && met.conflicts.length > 0 ? conflictProblem(context, met).toData() : null;
      return {
        skips:
          writes || problem !== null ? null : reason(met.writes.size > 0 ? 'not_updated' : 'already_so', {}),
        writes: [
          {
            what: 'category',
            does: writes ? 'update' : 'adopt',
            body: writes ? narrowed(met.saying.draft, met.writes) : null,
          },
        ],
        problem,
      };
    }
  }
}
