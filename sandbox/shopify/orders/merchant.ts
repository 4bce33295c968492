/** What a merchant does to an order in the shop's own pages. */
import Big from 'big.js';
import { z } from 'zod';
import { Refusal } from '../../kit/http/refusal.ts';
import { money } from '../../kit/shop/sale-fields.ts';
import { type BasketInput, basketFigures, basket as basketSchema } from '../sales/basket.ts';
import { linesOf, placesOf } from '../sales/placing.ts';
import { mainLocation, type Shop } from '../shop.ts';
import { currentQuantity, figuresOf, financialStatus } from './figures.ts';
import { left, sent } from './fulfilling.ts';
import type { Order } from './order.ts';
import { plainRefund, withCancellation, withoutPieces, withRefund } from './refunding.ts';
import { paidInHand } from './writes.ts';

export const deed = z.strictObject({
  pay: z.literal(true).optional(),
  send: z.literal(true).optional(),
  /** All of it; or lines by their position, which are then sent by themselves. */
  hold: z.union([z.boolean(), z.array(z.number().int().nonnegative()).min(1)]).optional(),
  cancel: z
    .strictObject({
      reason: z.string().default('CUSTOMER'),
      restock: z.boolean().default(true),
      refund: z.boolean().default(true),
    })
    .optional(),
  /** Everything that is left when nothing is named. */
  refund: z
    .strictObject({
      /** By the position of the line. */
      pieces: z.record(z.string(), z.number().int().positive()).optional(),
      shipping: z.boolean().default(false),
      /** Money without goods. */
      amount: money.optional(),
      restock: z.boolean().default(true),
      note: z.string().nullable().default(null),
    })
    .optional(),
  edit: z
    .strictObject({
      remove: z
        .strictObject({ position: z.number().int().nonnegative(), pieces: z.number().int().positive() })
        .optional(),
      add: basketSchema.shape.lines.optional(),
    })
    .optional(),
  /** Goods come back, and other ones may go for them: only what these are cheaper is paid out then. */
  return: z
    .strictObject({
      pieces: z.record(z.string(), z.number().int().positive()),
      exchange: basketSchema.shape.lines.optional(),
      note: z.string().default(''),
    })
    .optional(),
  note: z.string().nullable().optional(),
  tags: z.array(z.string()).optional(),
  email: z.email().nullable().optional(),
});

export type Deed = z.input<typeof deed>;

/** Returns the changed order. With `seeded` nobody is told. Throws what the shop refuses. */
export function act(shop: Shop, order: Order, given: Deed, at = shop.world.now()): Order {
  const what = deed.parse(given);
  let changed = order;
  if (what.edit?.remove) changed = withoutPieces(changed, what.edit.remove.position, what.edit.remove.pieces);
  if (what.edit?.add) changed = withMore(shop, changed, what.edit.add);
  if (what.pay) {
    if (figuresOf(changed).outstanding.lte(0))
      throw new Refusal(409, 'Order cannot be marked as paid.', null);
    changed = { ...changed, ...paidInHand(shop, changed) };
  }
  if (what.send)
    changed = {
      ...changed,
      fulfillments: [
        ...changed.fulfillments,
        {
          ...sent(shop, mainLocation, left(changed, changed.lines), {
            company: 'PostNL',
            number: '3SABC123456789',
          }),
          at,
        },
      ],
    };
  if (what.refund) changed = withRefund(shop, changed, refundPlan(changed, what.refund), at);
  if (what.return) changed = withReturn(shop, changed, what.return, at);
  if (what.cancel) {
    if (changed.cancelledAt !== null) throw new Refusal(409, 'Order has already been cancelled', null);
    changed = withCancellation(shop, changed, what.cancel, at);
  }
  return {
    ...changed,
    ...(what.hold === undefined ? {} : { fulfillmentOrders: held(shop, changed, what.hold) }),
    ...(what.note === undefined ? {} : { note: what.note }),
    ...(what.tags === undefined ? {} : { tags: what.tags }),
    ...(what.email === undefined ? {} : { email: what.email }),
  };
}

function held(shop: Shop, order: Order, hold: boolean | readonly number[]): Order['fulfillmentOrders'] {
  if (typeof hold === 'boolean') return order.fulfillmentOrders.map((each) => ({ ...each, onHold: hold }));
  const lineIds = order.lines.filter((_, index) => hold.includes(index)).map(({ id }) => id);
  const isHeld = (id: string) => lineIds.includes(id);
  return order.fulfillmentOrders.flatMap((each) => {
    const own = { ...each, id: shop.newId('part'), onHold: true, lineIds: each.lineIds.filter(isHeld) };
    const rest = { ...each, lineIds: each.lineIds.filter((id) => !isHeld(id)) };
    return [rest, own].filter((part) => part.lineIds.length > 0);
  });
}

function refundPlan(
  order: Order,
  { pieces, shipping, amount, restock, note }: NonNullable<z.output<typeof deed>['refund']>,
) {
  const isWhole = pieces === undefined && amount === undefined && !shipping;
  const all = order.lines.map((line) => currentQuantity(order, line));
  const named = order.lines.flatMap((line, index) => {
    const quantity = isWhole ? (all[index] ?? 0) : (pieces?.[String(index)] ?? 0);
    return quantity === 0
      ? []
      : [{ lineId: line.id, quantity, restock: restock ? ('RETURN' as const) : ('NO_RESTOCK' as const) }];
  });
  const payment = order.transactions.find(({ kind }) => kind === 'SALE' || kind === 'CAPTURE');
  const money =
    amount === undefined
      ? null
      : [{ amount: Big(amount), gateway: payment?.gateway ?? 'manual', parentId: payment?.id ?? null }];
  return {
    ...plainRefund,
    pieces: named,
    shipping: shipping || isWhole ? ('all' as const) : null,
    money,
    note,
    reason: 'CUSTOMER',
  };
}

function withReturn(
  shop: Shop,
  order: Order,
  { pieces, exchange, note }: NonNullable<z.output<typeof deed>['return']>,
  at: number,
): Order {
  const more = exchange === undefined ? order : withMore(shop, order, exchange);
  const back = order.lines.flatMap(({ id: lineId }, index) => {
    const quantity = pieces[String(index)];
    return quantity === undefined ? [] : [{ lineId, quantity, restock: 'RETURN' as const }];
  });
  const refunded = withRefund(shop, more, { ...plainRefund, pieces: back, note: note || null }, at);
  const own = {
    ...{ id: shop.newId('part'), createdAt: at, closedAt: at },
    lines: back.map(({ lineId, quantity }) => ({ id: shop.newId('part'), lineId, quantity, note })),
    exchangeLineIds: more.lines.slice(order.lines.length).map(({ id }) => id),
    refundIds: refunded.refunds.slice(order.refunds.length).map(({ id }) => id),
  };
  return { ...refunded, returns: [...order.returns, own] };
}

/** An edit adds lines at the end, taxed as a checkout does. */
function withMore(
  shop: Shop,
  order: Order,
  lines: NonNullable<z.output<typeof basketSchema>['lines']>,
): Order {
  const more: BasketInput = { pricesIncludeTax: order.taxesIncluded, lines };
  const basket = basketSchema.parse(more);
  const added = linesOf(shop, basket, basketFigures(basket));
  const fulfillmentOrders = [...order.fulfillmentOrders, ...placesOf(shop, basket, added)];
  return { ...order, lines: [...order.lines, ...added], fulfillmentOrders, edited: true };
}

/** Refunds the newest order that is paid, all of it; its id, or null when there is none. */
export function refundNewest(shop: Shop): string | null {
  const newest = newestOf(shop, 'PAID');
  if (newest === undefined) return null;
  shop.changeOrder(newest, act(shop, newest, { refund: {} }));
  return newest.id;
}

/** Cancels the newest order that is paid or waits for it; its id, or null when there is none. */
export function cancelNewest(shop: Shop): string | null {
  const newest = newestOf(shop, 'PAID', 'PENDING');
  if (newest === undefined) return null;
  shop.changeOrder(newest, act(shop, newest, { cancel: {} }));
  return newest.id;
}

/** Of those that are not cancelled, with one of these financial statuses. */
function newestOf(shop: Shop, ...statuses: readonly string[]): Order | undefined {
  return shop.orders
    .all()
    .filter((order) => order.cancelledAt === null && statuses.includes(financialStatus(order)))
    .sort((one, other) => other.createdAt - one.createdAt || other.number - one.number)[0];
}
