import { reason } from '../../../records/reason.ts';
import type { OrderLink } from '../../links.ts';
import { makeCredit } from '../credit/make-credit.ts';
import { differenceOf, flagged, unflag } from '../difference.ts';
import { goOn, rest, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

/** Compares a booked order with the books: nothing to do, a credit, or a difference that a person must see. */
export async function reconcile(work: OrderWork, link: OrderLink): Promise<Turn> {
  const difference = differenceOf(work, link);
  switch (difference.kind) {
    case 'flag':
      throw flagged(work, link, difference.problem, difference.seen);
    case 'credit':
      return goOn(await makeCredit(work, link, difference.owed));
    case 'none':
      if (difference.accepted) return rest({ kind: 'skipped', reason: reason('difference_accepted', {}) });
      unflag(work, link);
      return rest({ kind: 'skipped', reason: reason('already_booked', {}) });
  }
}
