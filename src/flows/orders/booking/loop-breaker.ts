import { money } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { OrderWork } from '../work.ts';

const hourMs = 3_600_000;

/**
 * So many orders of one buyer and total that were placed within this time, and the next one needs a person. What waited for a
 * system that was away is booked all at once, and is none the more alike for that.
 */
const bounds = [
  { hours: 1, max: 10 },
  { hours: 24, max: 30 },
] as const;

/**
 * Throws `looks_like_a_loop` when documents for one buyer and one total pile up, as they do where systems make each other's
 * orders and nobody else can tell. An order that a person asks for is booked.
 */
export async function requireNoLoop(work: OrderWork): Promise<void> {
  const { context, order } = work;
  const mark = await markOf(work);
  if (mark === null) return;
  for (const { hours, max } of bounds) {
    const until = new Date(order.placedAt);
    const count = context.alike.booked(mark, new Date(until.getTime() - hours * hourMs), until);
    if (count < max) continue;
    const { currency } = order;
    throw rejected('looks_like_a_loop', { count, hours, gross: money(order.gross, currency), currency });
  }
}

/** Counts an order that was booked. */
export async function noteAlike(work: OrderWork): Promise<void> {
  const mark = await markOf(work);
  if (mark !== null) work.context.alike.note(mark, new Date(work.order.placedAt));
}

/** Null for what is not counted: one debtor or no address for all says nothing, and a person knows what they ask for. */
async function markOf({ context, order, emailFingerprint }: OrderWork): Promise<string | null> {
  const { asked, settings } = context;
  if (asked || settings.customer.defaultDebtor?.force || emailFingerprint === null) return null;
  return context.fingerprint(['alike', emailFingerprint, money(order.gross, order.currency), order.currency]);
}
