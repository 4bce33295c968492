/** What a merchant does to an order in the shop's own back office. */
import Big from 'big.js';
import { z } from 'zod';
import type { JsonObject } from '../../kit/json.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { fault } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { createCredit } from './credit.ts';
import { isTest, type Order, paymentStatusOf, totalOf } from './order.ts';
import { centsOf, withMutation } from './payments.ts';
import { cancelled, credited, paid, sent } from './statuses.ts';

export const deed = z.strictObject({
  status: z.number().int().positive().optional(),
  archived: z.boolean().optional(),
  internal: z.string().optional(),
  pay: z.literal(true).optional(),
  cancel: z.literal(true).optional(),
  ship: z.literal(true).optional(),
  credit: z
    .strictObject({
      /** By place among the order's lines; everything that can be credited when left out. */
      lines: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().positive()])).optional(),
      /** Whether shipping and payment costs go back. */
      costs: z.boolean().default(true),
      restock: z.boolean().default(true),
      /** Whether the money goes back over the payment. */
      repay: z.boolean().default(true),
      status: z.number().int().positive().default(credited),
    })
    .optional(),
});

type Deed = z.infer<typeof deed>;

/** Returns the changed order, or the credit order that was made. Throws a `Refusal`. */
export function act(shop: Shop, order: Order, what: Deed): Order {
  const status = what.status ?? (what.pay ? paid : what.ship ? sent : what.cancel ? cancelled : undefined);
  const isPaid = ['captured', 'refunded'].includes(paymentStatusOf(order));
  const changed = shop.change(order, {
    ...(status === undefined ? {} : { status }),
    ...(what.archived === undefined ? {} : { archived: what.archived }),
    ...(what.internal === undefined ? {} : { internalComment: what.internal }),
    ...(what.pay && !isPaid ? { payments: withMutation(shop, order.payments, 'capture', null) } : {}),
  });
  if (what.credit === undefined) return changed;
  const { lines, costs, restock, repay, status: creditStatus } = what.credit;
  const body = { ...creditBody(changed, lines ?? everything(changed), costs), status: creditStatus };
  const credit = createCredit(shop, body, { mutateStock: restock });
  if (repay) {
    const original = shop.order(order.number);
    const back = centsOf(totalOf(credit).neg());
    shop.change(original, { payments: withMutation(shop, original.payments, 'refund', back) });
  }
  return credit;
}

/** A basket is finished: from now on the API shows it. */
export function finish(shop: Shop, number: string): void {
  const basket = shop.orders.get(number);
  if (basket === undefined) throw fault(404, 'Order not found');
  if (basket.finished) throw fault(409, 'The order has been placed');
  const at = wholeSecond(shop.world.now());
  const placed = shop.change(basket, { finished: true, placedAt: at, statusChangedAt: at });
  if (!isTest(placed)) shop.moveStock(placed);
}

/** The body of a credit order: lines by their place, and how many of each. */
export function creditBody(
  order: Order,
  lines: readonly (readonly [line: number, quantity: number])[],
  costs: boolean,
): JsonObject {
  const goods = lines.flatMap(([place, quantity]): JsonObject[] => {
    const line = order.lines[place];
    if (line === undefined) return [];
    if (line.article === null) return [{ type: 'custom', quantity, description: line.name }];
    const options = line.article.options.flatMap(({ id }) => (id === null ? [] : [{ list_option_id: id }]));
    return [{ type: 'article', quantity, articles: [{ id: line.article.id, options }] }];
  });
  const none = { shipping_costs: '0', payment_costs: '0' };
  return { credited_order_number: order.number, status: credited, orderlines: goods, ...(costs ? {} : none) };
}

/** The newest order of which nothing was credited is credited as a whole; its number, or null when there is none. */
export function creditNewest(shop: Shop): string | null {
  const newest = newestOf(shop, () => true);
  if (newest === undefined) return null;
  act(shop, newest, deed.parse({ credit: {} }));
  return newest.number;
}

/** The newest order that is neither cancelled nor credited is cancelled; its number, or null when there is none. */
export function cancelNewest(shop: Shop): string | null {
  const newest = newestOf(shop, ({ status }) => status !== cancelled);
  if (newest === undefined) return null;
  act(shop, newest, deed.parse({ cancel: true }));
  return newest.number;
}

/** Of those of which nothing was credited. */
function newestOf(shop: Shop, isMeant: (order: Order) => boolean): Order | undefined {
  const isUntouched = (each: Order) =>
    each.finished && each.credited === null && each.credits.length === 0 && !isTest(each);
  return shop.orders
    .all()
    .filter((each) => isUntouched(each) && isMeant(each))
    .sort((one, other) => Big(other.number).cmp(one.number))[0];
}

function everything({ lines }: Order): [number, number][] {
  return lines.flatMap(({ type, quantity }, place): [number, number][] =>
    type === 'article' || type === 'custom' ? [[place, quantity]] : [],
  );
}
