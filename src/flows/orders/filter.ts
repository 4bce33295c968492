import { big } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { OrdersSettings } from './settings.ts';

/** Returns why an order that is not booked yet does not leave, or null when it does. */
export function reasonToSkip(order: Order, settings: OrdersSettings): Reason | null {
  if (order.cancelled) return reason('cancelled', {});
  if (big(order.gross).gt(0) && big(order.refunded).gte(order.gross)) return reason('refunded', {});
  if (settings.since !== undefined && order.date < settings.since)
    return reason('placed_before', { since: settings.since });
  if (settings.statuses && !settings.statuses.includes(order.status)) {
    return reason('status_excluded', { status: order.status });
  }
  if (settings.paymentStatuses && !settings.paymentStatuses.includes(order.paymentStatus)) {
    return reason('payment_status_excluded', { status: order.paymentStatus });
  }
  if (settings.paid !== undefined && order.paid !== settings.paid)
    return reason(order.paid ? 'paid' : 'not_paid', {});
  return null;
}
