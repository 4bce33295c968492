/** Which sales become part of a day, and in which they are. */
import type { Order } from '../../../records/order.ts';
import type { ReceiptFacts } from '../../links.ts';
import { orderStep } from '../state.ts';
import type { Context } from '../work.ts';
import { dayOfKey, type ReceiptOrder } from './till-day.ts';

/** The day that a receipt was put into; null where it is in none. */
export function joinedDay({ links, key }: Pick<Context, 'links' | 'key'>): string | null {
  const at = links.get('receipt', key)?.targetId ?? '';
  return dayOfKey(at) === null ? null : at;
}

/**
 * The sale as a part of a day; null where the day's document does not take it. One whose VAT is shifted, or in another currency, needs a
 * document of its own; and what is booked on its own already stays so. What is in a day is part of it also where the source says no longer that it
 * was rung up at a till: it is in the books as that.
 */
export function asPart(context: Context, order: Order, day = joinedDay(context)): ReceiptOrder | null {
  const receipt = order.receipt ?? (day === null ? undefined : receiptIn(context, day));
  if (receipt === undefined || isOnItsOwn(context)) return null;
  const part = { ...order, receipt };
  if (day !== null && isClosed(context, day)) return part;
  const { settings, source } = context;
  if (order.customer.reverseCharge === true || order.currency !== source.api.account.currency) return null;
  if (day !== null) return part;
  return settings.day !== undefined && (settings.day.named === 'together' || !isNamed(order)) ? part : null;
}

function receiptIn({ links, key }: Context, day: string): Order['receipt'] {
  const link = links.get('receipt', key);
  const till = dayOfKey(day)?.till;
  if (link === null || till === undefined) return undefined;
  const { payments, ...taken } = link.facts.taken;
  return { till, ...taken, payments: [...payments] };
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

/** What the link of a receipt leads to that was read, is in no day yet, and may come to be in this one. */
export function awaitedBy(day: string): string {
  return `awaited ${day}`;
}

/** A sale that was read and is in no day: which one waits for it, if any. Noted once, however often it is tried. */
export function noteRead(context: Context, day: string | null): void {
  const { links, key } = context;
  const targetId = day === null ? '' : awaitedBy(day);
  if (links.get('receipt', key)?.targetId === targetId) return;
  links.put('receipt', key, { targetId, fingerprint: '', facts: nothing });
}

/** An order that was read, is of no day, and is not booked yet: no day is to wait for it. */
export function noteApart(context: Context): void {
  if (context.settings.day === undefined || isOnItsOwn(context) || joinedDay(context) !== null) return;
  noteRead(context, null);
}

const nothing: ReceiptFacts = {
  ...{ gross: '0', byRate: [], paid: true },
  taken: { rounding: '0', tips: '0', vouchersSold: '0', vouchersUsed: '0', payments: [] },
};
