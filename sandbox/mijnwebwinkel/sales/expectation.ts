import { sumOf } from '../../kit/money/cents.ts';
import { type Expectation, expectationOf } from '../../kit/shop/expectation.ts';
import { isTest, type Order, paymentStatusOf, taxByRate, totalOf } from '../orders/order.ts';
import { cancelled } from '../orders/statuses.ts';
import type { Shop } from '../shop.ts';

interface MijnwebwinkelExpectation extends Expectation {
  readonly paymentStatus: string;
  /** The order that it credits. */
  readonly credits: string | null;
}

/** What the sandbox sold, and the credit orders of that with amounts below zero. */
export function expectationsOf(shop: Shop): MijnwebwinkelExpectation[] {
  return shop.ledgers.entries().flatMap(([number, ledger]) => {
    const order = shop.orders.get(number);
    if (order === undefined) return [];
    const sold = {
      ...expectationOf(number, ledger, hindrance(shop, order)),
      paymentStatus: paymentStatusOf(order),
      credits: null,
    };
    return [sold, ...order.credits.map((credit) => creditOf(shop, order, credit))];
  });
}

function creditOf(shop: Shop, original: Order, number: string): MijnwebwinkelExpectation {
  const credit = shop.orders.get(number) ?? original;
  const rates = taxByRate(credit);
  return {
    id: number,
    about: `credit of ${original.number}`,
    gross: totalOf(credit).toFixed(2),
    tax: sumOf(rates.map(({ tax }) => tax)).toFixed(2),
    taxByRate: rates.map(({ rate, tax }) => ({ rate, tax: tax.toFixed(2) })),
    bookable: false,
    why: 'a credit, which is a document of its own',
    paymentStatus: 'unknown',
    credits: original.number,
  };
}

function hindrance(shop: Shop, order: Order): string | null {
  if (!order.finished) return 'not placed yet';
  if (isTest(order)) return 'a test order';
  if (order.status === cancelled) return 'cancelled';
  const credits = order.credits.flatMap((number) => shop.orders.get(number) ?? []);
  if (credits.length > 0 && sumOf([order, ...credits].map(totalOf)).eq(0)) return 'given back as a whole';
  return order.debtor.email === '' ? 'no e-mail address: needs a customer to fall back on' : null;
}
