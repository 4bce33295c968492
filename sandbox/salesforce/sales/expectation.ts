import { type Expectation, expectationOf } from '../../kit/shop/expectation.ts';
import type { Org } from '../org.ts';
import { isActivated } from '../rules/order.ts';

/** What the sandbox sold. Opportunities are none of the orders. */
export function expectationsOf(org: Org): Expectation[] {
  return org.ledgers
    .entries()
    .map(([id, ledger]) => expectationOf(id, ledger, hindrance(org, id, ledger.basket.as)));
}

function hindrance(org: Org, id: string, as: 'order' | 'opportunity'): string | null {
  if (as === 'opportunity') return 'an opportunity';
  const order = org.row('Order', id);
  if (order === undefined) return 'deleted';
  if (!isActivated(org, order)) return 'a draft';
  return order.fields.IsReductionOrder === true ? 'a reduction order' : null;
}
