/** Refunds, cancellations and edits: what the API and the merchant's own pages do alike (sheet 5.4, 5.6). */
import Big from 'big.js';
import { cents, smallest, sumOf, zero } from '../../kit/money/cents.ts';
import { refused } from '../graphql/errors.ts';
import type { Shop } from '../shop.ts';
import {
  currentQuantity,
  figuresOf,
  piecesOf,
  refundedQuantity,
  shippingBase,
  taxIn,
  unfulfilledQuantity,
} from './figures.ts';
import { refundedShipping } from './line-view.ts';
import type { Order, Refund, RefundedLine, Transaction } from './order.ts';

export interface RefundPlan {
  readonly pieces: readonly {
    readonly lineId: string;
    readonly quantity: number;
    readonly restock: RefundedLine['restock'];
  }[];
  /** All that is left of it, or an amount. */
  readonly shipping: 'all' | Big | null;
  /** The money that goes back; null: what the pieces and the shipping come to, as far as it was received. */
  readonly money:
    | readonly { readonly amount: Big; readonly gateway: string; readonly parentId: string | null }[]
    | null;
  readonly note: string | null;
  readonly allowOver: boolean;
  readonly reason: string;
  readonly processedAt: number | null;
}

export const plainRefund: RefundPlan = {
  pieces: [],
  shipping: null,
  money: null,
  note: null,
  allowOver: false,
  reason: 'REFUND_DISCREPANCY',
  processedAt: null,
};

/** The order with one refund more. Throws what is refused. */
export function withRefund(shop: Shop, order: Order, plan: RefundPlan, at = shop.world.now()): Order {
  const lines = plan.pieces.map(({ lineId, quantity, restock }, index): RefundedLine => {
    const line = order.lines.find(({ id }) => id === lineId);
    const field = `input.refundLineItems.${index}`;
    if (line === undefined) throw refused(`${field}.lineItemId`, 'Line item must belong to the order');
    if (quantity <= 0 || quantity > line.quantity - line.removed - refundedQuantity(order, lineId)) {
      throw refused(`${field}.quantity`, 'Quantity cannot refund more items than were purchased');
    }
    const { subtotal, tax } = restOfLine(order, lineId, quantity) ?? piecesOf(line, quantity);
    return {
      id: shop.newId('part'),
      lineId,
      quantity,
      restock,
      subtotal: subtotal.toFixed(2),
      tax: tax.toFixed(2),
    };
  });
  const shipping = shippingBack(shop, order, plan.shipping);
  const withTax = (net: Big, tax: Big) => (order.taxesIncluded ? net : net.plus(tax));
  const goods = sumOf([...lines, ...shipping].map(({ subtotal, tax }) => withTax(Big(subtotal), Big(tax))));
  const { received, refunded, outstanding } = figuresOf(order);
  const left = received.minus(refunded);
  // What was never paid is not paid back, and what an edit took off before is due beside the goods.
  const due = outstanding.gt(goods) ? zero : goods.minus(outstanding);
  const usual = smallest(goods, due);
  const money = plan.money ?? moneyBack(order, smallest(usual, left));
  const given = sumOf(money.map(({ amount }) => amount));
  if (given.gt(left) && !plan.allowOver) {
    throw refused(
      'input.transactions',
      `Refund amount must not exceed the amount received: ${left.toFixed(2)}`,
    );
  }
  const over = money.length === 0 ? zero : beyond(given, usual, due);
  const transactions = money.map(
    ({ amount, gateway, parentId }): Transaction => ({
      ...{
        id: shop.newId('part'),
        kind: 'REFUND',
        status: 'SUCCESS',
        gateway,
        amount: amount.toFixed(2),
        at,
      },
      ...{ parentId, test: order.test },
    }),
  );
  const refund: Refund = {
    id: shop.newId('part'),
    createdAt: at,
    processedAt: plan.processedAt ?? at,
    note: plan.note,
    lines,
    shipping,
    // What was given back beside the goods, as Shopify writes it: a negative amount.
    adjustments: over.eq(0)
      ? []
      : [{ id: shop.newId('part'), amount: over.times(-1).toFixed(2), tax: '0.00', reason: plan.reason }],
    transactionIds: transactions.map(({ id }) => id),
  };
  return {
    ...order,
    refunds: [...order.refunds, refund],
    transactions: [...order.transactions, ...transactions],
  };
}

/** What was given on top of what is due, or below zero what was kept of what is given as a rule. */
function beyond(given: Big, usual: Big, due: Big): Big {
  if (given.gt(due)) return given.minus(due);
  return given.lt(usual) ? given.minus(usual) : zero;
}

/** The last pieces get what is left, so that the parts add up. */
function restOfLine(order: Order, lineId: string, quantity: number): { subtotal: Big; tax: Big } | null {
  const line = order.lines.find(({ id }) => id === lineId);
  if (line === undefined || line.removed > 0 || currentQuantity(order, line) !== quantity) return null;
  const whole = piecesOf(line, line.quantity);
  const before = order.refunds.flatMap(({ lines }) => lines).filter((each) => each.lineId === lineId);
  return {
    subtotal: whole.subtotal.minus(sumOf(before.map(({ subtotal }) => Big(subtotal)))),
    tax: whole.tax.minus(sumOf(before.map(({ tax }) => Big(tax)))),
  };
}

function shippingBack(shop: Shop, order: Order, asked: RefundPlan['shipping']): Refund['shipping'] {
  if (asked === null) return [];
  let left = asked === 'all' ? null : asked;
  const parts = order.shippingLines.flatMap((line) => {
    const base = shippingBase(line);
    const open = base.minus(refundedShipping(order, line.id));
    const subtotal = left === null || left.gt(open) ? open : left;
    if (left !== null) left = left.minus(subtotal);
    if (subtotal.lte(0)) return [];
    const tax = base.eq(0) ? zero : cents(taxIn(line.taxLines).times(subtotal).div(base));
    return [{ id: shop.newId('part'), lineId: line.id, subtotal: subtotal.toFixed(2), tax: tax.toFixed(2) }];
  });
  if (left !== null && Big(left).gt(0))
    throw refused('input.shipping.amount', 'Refund of shipping exceeds what was paid for it');
  return parts;
}

/** Over the payments, the first first. */
function moneyBack({ transactions }: Order, amount: Big): NonNullable<RefundPlan['money']> {
  let left = amount;
  return transactions
    .filter(({ kind, status }) => (kind === 'SALE' || kind === 'CAPTURE') && status === 'SUCCESS')
    .flatMap(({ id, gateway, amount: paid }) => {
      const part = left.gt(paid) ? Big(paid) : left;
      left = left.minus(part);
      return part.lte(0) ? [] : [{ amount: part, gateway, parentId: id }];
    });
}

/** A cancelled order keeps its total, loses all pieces, and gives back what was paid (recorded, sheet 11). */
export function withCancellation(
  shop: Shop,
  order: Order,
  { reason, restock, refund }: { reason: string; restock: boolean; refund: boolean },
  at = shop.world.now(),
): Order {
  const { received, refunded } = figuresOf(order);
  const pieces = order.lines
    .filter((line) => currentQuantity(order, line) > 0)
    .map((line) => ({
      lineId: line.id,
      quantity: currentQuantity(order, line),
      restock:
        restock && unfulfilledQuantity(order, line) > 0 ? ('CANCEL' as const) : ('NO_RESTOCK' as const),
    }));
  const money = refund ? moneyBack(order, received.minus(refunded)) : [];
  const back = withRefund(shop, order, { ...plainRefund, pieces, shipping: 'all', money }, at);
  return { ...back, cancelledAt: at, closedAt: at, cancelReason: reason };
}

/** An edit takes pieces off; they stay in the quantity as ordered (sheet 5.1). */
export function withoutPieces(order: Order, position: number, quantity: number): Order {
  const lines = order.lines.map((line, index) =>
    index === position ? { ...line, removed: Math.min(line.quantity, line.removed + quantity) } : line,
  );
  return { ...order, lines, edited: true };
}
