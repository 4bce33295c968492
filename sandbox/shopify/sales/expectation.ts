import { type Expectation, expectationOf } from '../../kit/shop/expectation.ts';
import { financialStatus } from '../orders/figures.ts';
import type { Order } from '../orders/order.ts';
import type { Shop } from '../shop.ts';

export interface ShopifyExpectation extends Expectation {
  /** `#1001`: what people call it. */
  readonly number: string;
  readonly financialStatus: string;
}

export function expectationsOf(shop: Shop): ShopifyExpectation[] {
  return shop.ledgers.entries().flatMap(([id, ledger]) => {
    const order = shop.orders.get(id);
    if (order === undefined) return [];
    const expectation = expectationOf(id, ledger, hindrance(order, ledger.basket.lines.length));
    return [{ ...expectation, number: order.name, financialStatus: financialStatus(order) }];
  });
}

function hindrance(order: Order, linesSold: number): string | null {
  if (order.test) return 'a test order';
  if (order.cancelledAt !== null) return 'cancelled';
  if (financialStatus(order) === 'REFUNDED') return 'given back as a whole';
  if (order.returns.length === 0 && order.lines.length > linesSold) return 'edited: goods were added';
  return order.email === null ? 'no e-mail address: needs a customer to fall back on' : null;
}
