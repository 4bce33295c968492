import { big } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import type { OrdersSettings } from './settings.ts';

/** Why an order that is not booked yet does not leave; null when it does. */
export function reasonToSkip(order: Order, settings: OrdersSettings): string | null {
  if (order.cancelled) return 'cancelled before it was booked';
  if (big(order.gross).gt(0) && big(order.refunded).gte(order.gross)) return 'refunded before it was booked';
  if (settings.since !== undefined && order.date < settings.since) return `placed before ${settings.since}`;
  if (settings.statuses && !settings.statuses.includes(order.status)) {
    return `order status ${order.status} is not in "statuses"`;
  }
  if (settings.paymentStatuses && !settings.paymentStatuses.includes(order.paymentStatus)) {
    return `payment status ${order.paymentStatus} is not in "paymentStatuses"`;
  }
  return null;
}
