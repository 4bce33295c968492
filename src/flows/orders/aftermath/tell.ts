import { Problem } from '../../../records/problem.ts';
import { reason } from '../../../records/reason.ts';
import type { Outcome } from '../../contract.ts';
import type { OrderLink } from '../../links.ts';
import { creditedFacts, standingOf } from '../difference.ts';
import { followStep } from '../state.ts';
import type { Context, OrderWork } from '../work.ts';
import { asAftermath, type Happening, happenings } from './news.ts';

export interface Told {
  readonly told: readonly Happening[];
  /** What the target cannot be told: a person has to see to it. */
  readonly untold: readonly Happening[];
}

export function outcomeOf({ targetId }: OrderLink, told: readonly Happening[]): Outcome {
  return { kind: 'done', targetId, reason: reason('went_on', { what: told }) };
}

/**
 * Tells the target what became of the sale, and notes what it was told in the order's link, so that it is never told twice.
 * The intent is stored before the call: one that is not answered may be done minutes later, and is waited for.
 */
export async function tell(work: OrderWork, link: OrderLink, news: readonly Happening[]): Promise<Told> {
  const { context, endpoints } = work;
  const { follow } = endpoints.target;
  const step = followStep(context.key);
  const aftermath = asAftermath(news);
  // An earlier call may have been done: only one that is heard says otherwise.
  const wasBegun = context.steps.get(step) !== null;
  context.keep('target', aftermath);
  context.steps.intend(step, news.join(' '));
  const untold =
    (await follow?.(context.target.api, link.targetId, aftermath).catch((error: unknown) => {
      const isHeard = error instanceof Problem && error.kind !== 'outcome-unknown';
      if (isHeard && !wasBegun) context.steps.forget(step);
      throw error;
    })) ?? news;
  const told = news.filter((what) => !untold.includes(what));
  if (told.length > 0) context.links.put('order', context.key, withTold(work, link, told));
  context.steps.forget(step);
  return { told, untold };
}

/** What the call that is under way tells. */
export function beingTold({ steps, key }: Context): Happening[] {
  const words = steps.get(followStep(key))?.reference?.split(' ') ?? [];
  return happenings.filter((what) => words.includes(what));
}

/** The link of an order of which the target was told this. */
export function withTold({ order }: OrderWork, link: OrderLink, told: readonly Happening[]): OrderLink {
  const { followed = [] } = link.facts;
  const facts = { ...link.facts, followed: [...new Set([...followed, ...told])] };
  if (!told.includes('cancelled')) return { ...link, facts };
  // The document stands for nothing any more, as if it had been given back.
  const {
    accepted: _seen,
    settled: _before,
    flagged: _over,
    flaggedByRate: _with,
    flaggedPieces: _sold,
    undo: _past,
    ...rest
  } = facts;
  const known = creditedFacts(rest, rest.gross, { ...standingOf(link), givenBack: order.gross });
  return { ...link, facts: { ...rest, ...known } };
}
