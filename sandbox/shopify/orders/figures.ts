/** What the amounts of an order come to (sheet 5.1, 5.2). */
import Big from 'big.js';
import { cents, sumOf, zero } from '../../kit/money/cents.ts';
import type { Allocation, Line, Order, ShippingLine, TaxLine, Transaction } from './order.ts';

export function taxIn(lines: readonly Pick<TaxLine, 'price'>[]): Big {
  return sumOf(lines.map(({ price }) => Big(price)));
}

export function allocated(allocations: readonly Allocation[]): Big {
  return sumOf(allocations.map(({ amount }) => Big(amount)));
}

/** After all discounts, as ordered; with tax where the prices have it. */
export function lineBase(line: Line): Big {
  return Big(line.price).times(line.quantity).minus(allocated(line.allocations));
}

export function shippingBase(line: ShippingLine): Big {
  return Big(line.price).minus(allocated(line.allocations));
}

export function refundedQuantity({ refunds }: Order, lineId: string): number {
  const refunded = refunds.flatMap(({ lines }) => lines).filter((each) => each.lineId === lineId);
  return refunded.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function currentQuantity(order: Order, line: Line): number {
  return line.quantity - line.removed - refundedQuantity(order, line.id);
}

export function fulfilledQuantity({ fulfillments }: Order, lineId: string): number {
  const sent = fulfillments.filter(({ status }) => status === 'SUCCESS').flatMap(({ lines }) => lines);
  return sent.filter((each) => each.lineId === lineId).reduce((sum, { quantity }) => sum + quantity, 0);
}

export function unfulfilledQuantity(order: Order, line: Line): number {
  if (order.cancelledAt !== null) return 0;
  // Pieces that were given back unsent are no longer to be sent.
  return Math.max(
    0,
    Math.min(line.quantity - line.removed - fulfilledQuantity(order, line.id), currentQuantity(order, line)),
  );
}

/** So many pieces of a line: what is paid for them after discounts, and the tax of that. */
export function piecesOf(line: Line, quantity: number): { subtotal: Big; tax: Big } {
  const part = (whole: Big) => (line.quantity === 0 ? zero : cents(whole.times(quantity).div(line.quantity)));
  return { subtotal: part(lineBase(line)), tax: part(taxIn(line.taxLines)) };
}

export interface Figures {
  readonly subtotal: Big;
  readonly shipping: Big;
  readonly tax: Big;
  readonly discounts: Big;
  readonly duties: Big;
  readonly fees: Big;
  readonly total: Big;
  readonly current: {
    readonly subtotal: Big;
    readonly shipping: Big;
    readonly tax: Big;
    readonly total: Big;
    readonly discounts: Big;
  };
  readonly received: Big;
  readonly refunded: Big;
  readonly authorized: Big;
  readonly outstanding: Big;
}

export function figuresOf(order: Order): Figures {
  const { lines, shippingLines, taxesIncluded, refunds } = order;
  const subtotal = sumOf(lines.map(lineBase));
  const shipping = sumOf(shippingLines.map(shippingBase));
  const tax = taxIn([...lines, ...shippingLines, order].flatMap(({ taxLines }) => taxLines));
  const duties = sumOf(lines.flatMap((line) => line.duties.map(({ price }) => Big(price))));
  const fees = sumOf(order.fees.map(({ price }) => Big(price)));
  const extras = sumOf([duties, fees, Big(order.tip), Big(order.rounding)]);
  const withTax = (net: Big, ofIt: Big) => (taxesIncluded ? net : net.plus(ofIt));
  const total = withTax(subtotal.plus(shipping), tax).plus(extras);

  const removed = lines.map((line) => piecesOf(line, line.removed));
  const backLines = refunds.flatMap((each) => each.lines);
  const backShipping = refunds.flatMap((each) => each.shipping);
  const removedShipping = shippingLines.filter((each) => each.removed);
  const less = sumOf([
    ...removed.map((each) => each.subtotal),
    ...backLines.map((each) => Big(each.subtotal)),
  ]);
  const lessShipping = sumOf([
    ...backShipping.map((each) => Big(each.subtotal)),
    ...removedShipping.map(shippingBase),
  ]);
  const lessTax = sumOf([
    ...removed.map((each) => each.tax),
    ...[...backLines, ...backShipping].map((each) => Big(each.tax)),
    ...removedShipping.map((each) => taxIn(each.taxLines)),
  ]);
  const adjusted = sumOf(
    refunds.flatMap(({ adjustments }) =>
      adjustments.map((each) => Big(each.amount).plus(taxesIncluded ? 0 : each.tax)),
    ),
  );
  const isOff = order.cancelledAt !== null;
  const currentTax = isOff ? zero : tax.minus(lessTax);
  const currentSubtotal = isOff ? zero : subtotal.minus(less);
  const currentShipping = isOff ? zero : shipping.minus(lessShipping);
  const currentTotal = isOff
    ? zero
    : withTax(currentSubtotal.plus(currentShipping), currentTax).plus(extras).plus(adjusted);
  const discountsOf = (share: (line: Line) => Big) =>
    sumOf([
      ...lines.map((line) => allocated(line.allocations).times(share(line))),
      ...shippingLines.map((each) => allocated(each.allocations)),
    ]);
  const received = moved(order, ['SALE', 'CAPTURE']);
  const refunded = moved(order, ['REFUND']);
  return {
    subtotal,
    shipping,
    tax,
    discounts: discountsOf(() => Big(1)),
    duties,
    fees,
    total,
    current: {
      subtotal: currentSubtotal,
      shipping: currentShipping,
      tax: currentTax,
      total: currentTotal,
      discounts: isOff
        ? zero
        : cents(
            discountsOf((line) =>
              line.quantity === 0 ? zero : Big(currentQuantity(order, line)).div(line.quantity),
            ),
          ),
    },
    received,
    refunded,
    authorized: moved(order, ['AUTHORIZATION']),
    outstanding: currentTotal.minus(received).plus(refunded),
  };
}

export function moved({ transactions }: Order, kinds: readonly Transaction['kind'][]): Big {
  const done = transactions.filter(({ kind, status }) => kinds.includes(kind) && status === 'SUCCESS');
  return sumOf(done.map(({ amount }) => Big(amount)));
}

/** What the shop calls the state of the money (sheet 5.1). */
export function financialStatus(order: Order, figures = figuresOf(order)): string {
  const { received, refunded, authorized, total, current } = figures;
  if (order.transactions.length === 0)
    return order.statedStatus ?? (order.cancelledAt !== null ? 'VOIDED' : total.eq(0) ? 'PAID' : 'PENDING');
  if (refunded.gt(0)) return refunded.gte(received) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  if (order.cancelledAt !== null) return 'VOIDED';
  if (received.gt(0)) return received.gte(current.total) ? 'PAID' : 'PARTIALLY_PAID';
  return authorized.gt(0) ? 'AUTHORIZED' : 'PENDING';
}

export function fulfillmentStatus(order: Order): string {
  const toSend = order.lines.filter((line) => unfulfilledQuantity(order, line) > 0);
  const sent = order.lines.some((line) => fulfilledQuantity(order, line.id) > 0);
  if (sent) return toSend.length === 0 ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
  const waiting = order.fulfillmentOrders.filter(({ lineIds }) =>
    toSend.some(({ id }) => lineIds.includes(id)),
  );
  if (waiting.length > 0 && waiting.every(({ onHold }) => onHold)) return 'ON_HOLD';
  return toSend.length === 0 &&
    order.refunds.some(({ lines }) => lines.some(({ restock }) => restock !== 'NO_RESTOCK'))
    ? 'RESTOCKED'
    : 'UNFULFILLED';
}

/** Taxes by rate and title, as the order sums them up. */
export function summedTaxes(lines: readonly TaxLine[]): TaxLine[] {
  const sums = new Map<string, TaxLine>();
  for (const line of lines) {
    const key = `${line.title}|${line.rate}`;
    const before = sums.get(key);
    sums.set(
      key,
      before === undefined ? line : { ...before, price: Big(before.price).plus(line.price).toFixed() },
    );
  }
  return [...sums.values()];
}
