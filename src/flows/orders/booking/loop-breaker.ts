import { money } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { OrderWork } from '../work.ts';

const hourMs = 3_600_000;

/**
 * So many orders of one buyer and total, or of nobody that can be told and one basket, that were placed within this time, and the next one
 * needs a person. What waited for a system that was away is booked all at once, and is none the more alike for that.
 */
const bounds = {
  buyer: [
    { hours: 1, max: 10 },
    { hours: 24, max: 30 },
  ],
  // Over a counter the same is sold to many.
  basket: [
    { hours: 1, max: 60 },
    { hours: 24, max: 200 },
  ],
} as const;

interface Mark {
  readonly of: keyof typeof bounds;
  /** Keyed. */
  readonly fingerprint: string;
}

/**
 * Throws `looks_like_a_loop` when documents that are alike pile up, as they do where systems make each other's orders and nobody else can
 * tell. An order that a person asks for is booked.
 */
export async function requireNoLoop(work: OrderWork): Promise<void> {
  const { context, order } = work;
  const mark = await markOf(work);
  if (mark === null) return;
  for (const { hours, max } of bounds[mark.of]) {
    const until = new Date(order.placedAt);
    const count = context.alike.booked(mark.fingerprint, new Date(until.getTime() - hours * hourMs), until);
    if (count < max) continue;
    const { currency } = order;
    const gross = money(order.gross, currency);
    throw rejected('looks_like_a_loop', { count, hours, gross, currency, of: mark.of });
  }
}

/** Counts an order that was booked. */
export async function noteAlike(work: OrderWork): Promise<void> {
  const mark = await markOf(work);
  if (mark !== null) work.context.alike.note(mark.fingerprint, new Date(work.order.placedAt));
}

/**
 * Null for what is not counted: a person knows what they ask for, and sales over a counter to nobody in particular are nobody's loop where
 * Koppel can make no orders.
 */
async function markOf({ context, order, emailFingerprint }: OrderWork): Promise<Mark | null> {
  const { asked, settings, source } = context;
  if (asked) return null;
  const total = [money(order.gross, order.currency), order.currency];
  const buyer = settings.customer.defaultDebtor?.force
    ? null
    : (emailFingerprint ?? order.customer.id ?? null);
  if (buyer !== null)
    return { of: 'buyer', fingerprint: await context.fingerprint(['alike', buyer, ...total]) };
  if (source.connector.orders?.target === undefined) return null;
  const basket = order.lines.map(({ quantity, unitPrice }) => [quantity, unitPrice]);
  return { of: 'basket', fingerprint: await context.fingerprint(['alike', '', ...total, basket]) };
}
