import { textIn } from '../../kit/json.ts';
import { type Expectation, expectationOf } from '../../kit/shop/expectation.ts';
import type { Org } from '../org.ts';
import { isActivated } from '../rules/order.ts';
import type { Sale } from './sale.ts';

export interface SalesforceExpectation extends Expectation {
  /** `00000100`: what people call it. An opportunity has none but its id. */
  readonly number: string;
}

/** What the sandbox sold. Opportunities are none of the orders. */
export function expectationsOf(org: Org): SalesforceExpectation[] {
  return org.ledgers.entries().map(([id, ledger]) => ({
    ...expectationOf(id, ledger, hindrance(org, id, ledger.basket)),
    number: textIn(org.row('Order', id)?.fields ?? {}, 'OrderNumber') || id,
  }));
}

function hindrance(org: Org, id: string, { as, buyer }: Sale): string | null {
  if (as === 'opportunity') return 'an opportunity';
  const order = org.row('Order', id);
  if (order === undefined) return 'deleted';
  if (!isActivated(org, order)) return 'a draft';
  return buyer.email === '' ? 'no e-mail address: needs a customer to fall back on' : null;
}
