import { big } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { OrdersSettings } from './settings.ts';
import { soldFor } from './takings.ts';

/**
 * Returns why an order that is not booked yet does not leave, or null when it does. What was sold before the flow went
 * live (`liveFrom`, ISO 8601) stays, unless the setting `since` names a day of its own. A receipt comes with its takings; of a sum of receipts each
 * was asked by itself, and returns of some may meet what is given back of others.
 */
export function reasonToSkip(
  order: Order,
  settings: OrdersSettings,
  liveFrom: string | null = null,
): Reason | null {
  if (order.receipt?.addsUp !== undefined) return null;
  // These come before what is given back, of which the target is asked: what is too old costs no call.
  if (settings.since !== undefined && order.date < settings.since)
    return reason('placed_before', { since: settings.since });
  if (settings.since === undefined && liveFrom !== null && isBefore(order.soldAt ?? order.placedAt, liveFrom))
    return reason('placed_before', { since: liveFrom });
  if (order.cancelled) return reason('cancelled', {});
  const sold = soldFor(order);
  if (sold.gt(0) && big(order.refunded).gte(sold)) return reason('refunded', {});
  if (settings.statuses && !settings.statuses.includes(order.status)) {
    return reason('status_excluded', { status: order.status });
  }
  // Nobody has sold anything yet.
  if (order.draft && settings.statuses === undefined) return reason('draft', { status: order.status });
  if (settings.paymentStatuses && !settings.paymentStatuses.includes(order.paymentStatus)) {
    return reason('payment_status_excluded', { status: order.paymentStatus });
  }
  if (settings.paid !== undefined && order.paid !== settings.paid)
    return reason(order.paid ? 'paid' : 'not_paid', {});
  return null;
}

/** Then the target is asked first: nobody may say "before it was booked" who has not looked. */
export function isGivenBack({ code }: Reason): boolean {
  return code === 'cancelled' || code === 'refunded';
}

/** Systems tell whole seconds: what was sold in the same one is not before. */
function isBefore(soldAt: string, liveFrom: string): boolean {
  const seconds = (time: string) => Math.floor(Date.parse(time) / 1_000);
  return seconds(soldAt) < seconds(liveFrom);
}
