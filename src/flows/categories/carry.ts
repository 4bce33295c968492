import { reason } from '../../records/reason.ts';
import type { Outcome } from '../contract.ts';
import { bringTogether, create } from './apply-plan.ts';
import { requireNobodysWork, settleBegun } from './begun.ts';
import { flagLost, lostProblem } from './conflicts.ts';
import type { Context, Endpoints } from './endpoints.ts';
import { leaveGone } from './gone.ts';
import { forgetPair, linkOf } from './links.ts';
import { aloneAtPlace, aloneWithCategory } from './locks.ts';
import { placeOf } from './place.ts';
import { type Plan, planLinked, planUnlinked } from './plan.ts';
import { readSource, type SourceRecord } from './read-source.ts';

/** How a try ended: at an end, or with what has to come first. */
export type Carried =
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  /** Something was linked while this waited for its turn: what was read is old. */
  | { readonly kind: 'again' }
  | { readonly kind: 'unlinked'; readonly parent: string }
  /** `parent` stands below this one in the target, under `parentId`. */
  | { readonly kind: 'below'; readonly parent: string; readonly parentId: string };

/** One try for one category. `read`: what was read of it just now, of one that nobody has linked. */
export function carry(context: Context, endpoints: Endpoints, read?: SourceRecord): Promise<Carried> {
  const { key } = context;
  const before = linkText(context);
  return aloneWithCategory(context, async () => {
    if (linkText(context) !== before) return { kind: 'again' };
    const { target } = endpoints;
    await settleBegun(context, target);
    const known = read ?? (await readSource(context, endpoints, key));
    if (known === null) return ended(await leaveGone(context, target));
    const { category } = known;
    context.keep('source', category);
    const link = linkOf(context, key);
    const staysPut = link !== null && context.settings.fields.parent === 'createOnly';
    const place = staysPut ? ({ kind: 'under', parentId: null } as const) : placeOf(context, category);
    switch (place.kind) {
      case 'outside':
        return ended({ kind: 'skipped', reason: reason('outside_root', {}) });
      case 'unlinked':
        return place;
      case 'under': {
        const { parentId } = place;
        if (link === null) requireNobodysWork(context, category);
        const now = linkText(context);
        return aloneAtPlace(context, category.parentId, parentId, async () => {
          if (linkText(context) !== now) return { kind: 'again' };
          const plan =
            link === null
              ? await planUnlinked(context, target, known, parentId)
              : await planLinked(context, target, known, link, parentId);
          if (plan.kind === 'lost' && context.named) {
            forgetPair(context, key, plan.id);
            return { kind: 'again' };
          }
          return apply(context, endpoints, known, plan);
        });
      }
    }
  });
}

async function apply(
  context: Context,
  { target }: Endpoints,
  known: SourceRecord,
  plan: Plan,
): Promise<Carried> {
  switch (plan.kind) {
    case 'skip':
      return ended({ kind: 'skipped', reason: plan.reason });
    case 'create':
      return ended(await create(context, target, known, plan.saying));
    case 'meet':
      return ended(await bringTogether(context, target, known, plan.met));
    case 'below':
      return { kind: 'below', parent: known.category.parentId ?? '', parentId: plan.parentId };
    case 'lost':
      flagLost(context);
      throw lostProblem(context, plan.id);
  }
}

function ended(outcome: Outcome): Carried {
  return { kind: 'ended', outcome };
}

function linkText(context: Context): string {
  return JSON.stringify(linkOf(context, context.key));
}
