import { type JsonObject, textIn } from '../../kit/json.ts';
import { type Expectation, expectationOf } from '../../kit/shop/expectation.ts';
import { amountIn } from '../amounts.ts';
import { prepaidOf } from '../orders/on-file.ts';
import type { Shop } from '../shop.ts';

/** Its `id` is the `entity_id`. */
export interface MagentoExpectation extends Expectation {
  /** `increment_id` */
  number: string;
  state: string;
  status: string;
  currency: string;
  /** Given back so far, with tax, also to gift cards and store credit. */
  refunded: string;
}

export function expectationsOf(shop: Shop): MagentoExpectation[] {
  return shop.ledgers.entries().flatMap(([id, ledger]) => {
    const order = shop.orders.get(id);
    return order === undefined
      ? []
      : [
          {
            ...expectationOf(id, ledger, hindrance(order)),
            number: textIn(order, 'increment_id'),
            state: textIn(order, 'state'),
            status: textIn(order, 'status'),
            currency: textIn(order, 'order_currency_code'),
            refunded: amountIn(order, 'total_refunded').plus(prepaidOf(order, 'refunded')).toFixed(2),
          },
        ];
  });
}

function hindrance(order: JsonObject): string | null {
  const reason = byState[textIn(order, 'state')];
  if (reason !== undefined) return reason;
  if (textIn(order, 'order_currency_code') !== textIn(order, 'base_currency_code')) {
    return 'in another currency than that of the books';
  }
  return null;
}

const byState: Readonly<Record<string, string>> = {
  canceled: 'cancelled',
  closed: 'given back as a whole',
  holded: 'on hold',
  pending_payment: 'waits for the payment service',
  payment_review: 'the payment is under review',
};
