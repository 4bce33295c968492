/** Which sales become part of a day, and in which they are. */
import type { Order } from '../../../records/order.ts';
import type { ReceiptFacts } from '../../links.ts';
import { orderStep } from '../state.ts';
import type { Context } from '../work.ts';
import type { ReceiptOrder } from './till-day.ts';

/** The day that a receipt was put into; null where it is in none. */
export function joinedDay({ links, key }: Pick<Context, 'links' | 'key'>): string | null {
  return links.get('receipt', key)?.targetId || null;
}

/**
 * Whether the day's document takes this sale. One whose VAT is shifted, or in another currency, needs a document of its own; and what is
 * booked on its own already stays so.
 */
export function goesIntoDay(context: Context, order: Order): order is ReceiptOrder {
  const { settings, source } = context;
  if (order.receipt === undefined || isOnItsOwn(context)) return false;
  if (joinedDay(context) !== null) return true;
  if (settings.day === undefined || order.customer.reverseCharge === true) return false;
  if (order.currency !== source.api.account.currency) return false;
  return settings.day.named === 'together' || !isNamed(order);
}

export function isOnItsOwn({ links, steps, key }: Context): boolean {
  return links.get('order', key) !== null || steps.get(orderStep(key)) !== null;
}

function isNamed({ customer }: Order): boolean {
  return Boolean(customer.email?.trim());
}

/** Whether the day takes nothing more: its document was begun, or stands. */
export function isClosed({ links, steps }: Context, day: string): boolean {
  return steps.get(orderStep(day)) !== null || links.get('order', day) !== null;
}

/** An order that was read, is of no day, and is not booked yet: no day is to wait for it. */
export function noteApart(context: Context): void {
  const { links, key, settings } = context;
  if (settings.day === undefined || isOnItsOwn(context) || links.get('receipt', key) !== null) return;
  links.put('receipt', key, { targetId: '', fingerprint: '', facts: nothing });
}

const nothing: ReceiptFacts = {
  ...{ gross: '0', byRate: [], refunded: '0', paid: true },
  taken: { rounding: '0', tips: '0', vouchersSold: '0', vouchersUsed: '0', payments: [] },
};
