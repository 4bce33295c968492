import type Big from 'big.js';
import { big, money, normalise } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { type Problem, rejected } from '../../../records/problem.ts';
import { reason } from '../../../records/reason.ts';
import type { OrderLink } from '../../links.ts';
import { makeCredit } from '../credit/make-credit.ts';
import { flagged, givenBack, hasChanged, seenOf, standingOf, unflag } from '../difference.ts';
import { goOn, rest, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

/** An order that is booked already: nothing to do, a credit, or a difference that a person must see. */
export async function reconcile(work: OrderWork, link: OrderLink): Promise<Turn> {
  const { order } = work;
  const { refunds } = work.context.settings;
  if (link.facts.accepted === seenOf(order)) {
    return rest({ kind: 'skipped', reason: reason('difference_accepted', {}) });
  }
  const standing = standingOf(link);
  const owed = big(givenBack(order)).minus(standing.givenBack);
  if (!owed.eq(0) && refunds !== 'ignore') {
    if (refunds === 'flag' || owed.lt(0)) throw flagged(work, link, refundProblem(owed, order));
    return goOn(await makeCredit(work, link, normalise(owed)));
  }
  if (hasChanged(order, standing)) {
    const { gross, vat } = order;
    const before = { bookedGross: standing.gross, bookedVat: standing.vat };
    throw flagged(work, link, rejected('order_changed', { ...before, gross, vat }));
  }
  unflag(work, link);
  return rest({ kind: 'skipped', reason: reason('already_booked', {}) });
}

function refundProblem(owed: Big, { currency }: Order): Problem {
  const amount = money(owed.abs(), currency);
  return rejected(owed.gt(0) ? 'order_refunded' : 'refund_undone', { amount, currency });
}
