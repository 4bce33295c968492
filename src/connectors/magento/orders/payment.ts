import { big, type Decimal, money, normalise, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import type { MemoWire } from './given-back/credit-memos.ts';
import type { OrderWire } from './wire.ts';

type Paid = Pick<OrderWire, 'grand_total' | 'extension_attributes'>;

/** What the goods cost: `grand_total` is what was left to pay after gift cards, store credit and points (sheet 7.5). */
export function grossOf(
  { grand_total: toPay, extension_attributes: found }: Paid,
  currency: string,
): Decimal {
  const means = [found?.gift_cards_amount, found?.customer_balance_amount, found?.reward_currency_amount];
  return normalise(big(money(sum([toPay, ...means.map((amount) => amount ?? '0')]), currency)));
}

/**
 * `total_refunded`, what went back to gift cards and store credit, what was paid in points of the goods that came back, and what
 * was cancelled of an order that is not cancelled as a whole: all of it is a sale no more. Of the points only the credit memos
 * tell.
 */
function refundedOf(wire: OrderWire, memos: readonly MemoWire[], currency: string): Decimal {
  const found = wire.extension_attributes;
  const amounts = [
    wire.total_refunded,
    found?.gift_cards_refunded,
    found?.customer_balance_refunded,
    wire.state === 'canceled' ? undefined : wire.total_canceled,
    ...memos.map((memo) => memo.extension_attributes?.reward_currency_amount),
  ];
  return normalise(big(money(sum(amounts.map((amount) => amount ?? '0')), currency)));
}

/** Whether credit memos were made: only then there is something to read in them. */
export function gaveBack({ state, total_refunded: money, extension_attributes: found }: OrderWire): boolean {
  // An order that was paid in points alone gives back no money.
  const points = state === 'closed' ? found?.reward_currency_amount : undefined;
  const amounts = [money, found?.gift_cards_refunded, found?.customer_balance_refunded, points];
  return amounts.some((amount) => big(amount ?? '0').gt(0));
}

type Standing = Pick<Order, 'status' | 'paymentStatus' | 'paid' | 'cancelled' | 'refunded'>;

/** Magento has no payment status; it is made of state and amounts here. */
export const paymentStatuses = [
  'canceled',
  'refunded',
  'partially_refunded',
  'paid',
  'partially_paid',
  'pending_payment',
  'payment_review',
  'unpaid',
] as const;

/**
 * Statuses are the merchant's, states are Magento's (sheet 7.6): `status` is shown, `state` decides. The
 * payment status is one of `paymentStatuses`.
 */
export function standingOf(
  wire: OrderWire,
  memos: readonly MemoWire[],
  gross: Decimal,
  currency: string,
): Standing {
  const refunded = refundedOf(wire, memos, currency);
  const cancelled = wire.state === 'canceled';
  // With nothing to pay, nothing is ever invoiced as paid.
  const paid = !cancelled && big(wire.total_paid ?? '0').gte(wire.grand_total);
  return {
    // Versions before 2.4.7 may have lost it (sheet 7.9).
    status: wire.status ?? wire.state ?? '',
    paymentStatus: paymentStatus(wire, { gross, refunded, cancelled, paid }),
    paid,
    cancelled,
    refunded,
  };
}

function paymentStatus(
  wire: OrderWire,
  { gross, refunded, cancelled, paid }: Omit<Standing, 'status' | 'paymentStatus'> & { gross: Decimal },
): (typeof paymentStatuses)[number] {
  if (cancelled) return 'canceled';
  if (big(refunded).gt(0)) return big(refunded).gte(gross) ? 'refunded' : 'partially_refunded';
  if (wire.state === 'pending_payment' || wire.state === 'payment_review') return wire.state;
  if (paid) return 'paid';
  return big(wire.total_paid ?? '0').gt(0) ? 'partially_paid' : 'unpaid';
}
