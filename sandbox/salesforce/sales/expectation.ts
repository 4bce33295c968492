import { textIn } from '../../kit/json.ts';
import { type Expectation, expectationOf } from '../../kit/shop/expectation.ts';
import type { Org } from '../org.ts';
import { isActivated } from '../rules/order.ts';

export interface SalesforceExpectation extends Expectation {
  /** `00000100`: what people call it. An opportunity has none but its id. */
  readonly number: string;
}

/** What the sandbox sold. Opportunities are none of the orders. */
export function expectationsOf(org: Org): SalesforceExpectation[] {
  return org.ledgers.entries().map(([id, ledger]) => ({
    ...expectationOf(id, ledger, hindrance(org, id, ledger.basket.as)),
    number: textIn(org.row('Order', id)?.fields ?? {}, 'OrderNumber') || id,
  }));
}

function hindrance(org: Org, id: string, as: 'order' | 'opportunity'): string | null {
  if (as === 'opportunity') return 'an opportunity';
  const order = org.row('Order', id);
  if (order === undefined) return 'deleted';
  return isActivated(org, order) ? null : 'a draft';
}
