import { reason } from '../../../records/reason.ts';
import type { OrderLink } from '../../links.ts';
import { newsOf, withoutTakenBack } from '../aftermath/news.ts';
import { outcomeOf, tell } from '../aftermath/tell.ts';
import { makeCredit } from '../credit/make-credit.ts';
import { differenceOf, flagged, flaggedAfter, flaggedAs, unflag } from '../difference.ts';
import { goOn, rest, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

/**
 * Compares a booked order with the books: nothing to do, a credit, or a difference that a person must see. First of all a
 * target that keeps sales is told what became of this one, whatever its amounts are.
 */
export async function reconcile(work: OrderWork, stored: OrderLink): Promise<Turn> {
  const link = withoutTakenBack(work.order, stored);
  if (link !== stored) work.context.links.put('order', work.context.key, link);
  const news = newsOf(work, link);
  const carries = work.context.settings.aftermath === 'carry';
  const { told, untold } =
    carries && news.length > 0 ? await tell(work, link, news) : { told: [], untold: news };
  if (told.length > 0) return goOn(outcomeOf(link, told));
  const difference = differenceOf(work, link);
  switch (difference.kind) {
    case 'flag': {
      const problem = flaggedAs(work, difference.problem, untold);
      throw flagged(work, link, problem, difference.seen, problem === difference.problem ? [] : untold);
    }
    case 'credit':
      return goOn(await makeCredit(work, link, difference.owed));
    case 'none':
      if (untold.length > 0) throw flaggedAfter(work, link, untold);
      if (difference.accepted) return rest({ kind: 'skipped', reason: reason('difference_accepted', {}) });
      unflag(work, link);
      return rest({ kind: 'skipped', reason: reason('already_booked', {}) });
  }
}
