import { Problem } from '../../../records/problem.ts';
import type { OrderLink } from '../../links.ts';
import { standingOf } from '../difference.ts';
import { followStep } from '../state.ts';
import type { OrderWork } from '../work.ts';
import { asAftermath, type Happening } from './news.ts';

export interface Told {
  readonly told: readonly Happening[];
  /** What the target cannot be told: a person has to see to it. */
  readonly untold: readonly Happening[];
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
  context.keep('target', aftermath);
  context.steps.intend(step);
  const untold =
    (await follow?.(context.target.api, link.targetId, aftermath).catch((error: unknown) => {
      if (!(error instanceof Problem) || error.kind === 'outcome-unknown') context.steps.unheard(step);
      else context.steps.forget(step);
      throw error;
    })) ?? news;
  const told = news.filter((what) => !untold.includes(what));
  if (told.length > 0) context.links.put('order', context.key, withTold(work, link, told));
  context.steps.forget(step);
  return { told, untold };
}

function withTold({ order }: OrderWork, link: OrderLink, told: readonly Happening[]): OrderLink {
  const { followed = [] } = link.facts;
  const facts = { ...link.facts, followed: [...new Set([...followed, ...told])] };
  if (!told.includes('cancelled')) return { ...link, facts };
  // The document stands for nothing any more, as if it had been given back.
  const { accepted: _settled, flagged: _over, flaggedByRate: _with, undo: _past, ...rest } = facts;
  const { gross, vat } = standingOf(link);
  return { ...link, facts: { ...rest, gross, vat, credited: order.gross } };
}
