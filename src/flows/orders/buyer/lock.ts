import { customerLock } from '../../customers/record/email-fingerprint.ts';
import type { OrderWork } from '../work.ts';

/** Work on one customer is serial; an order without one is alone. */
export function alone<T>(work: OrderWork, turn: () => Promise<T>): Promise<T> {
  return work.context.exclusive(customerLock(buyerKey(work) ?? work.order.id), turn);
}

/** Returns null when all orders go to one debtor, or the order has no address. */
export function buyerKey({ context, emailFingerprint }: OrderWork): string | null {
  return context.settings.customer.defaultDebtor?.force ? null : emailFingerprint;
}
