/** Discounts off the item lines (setting `discounts: spread`), each among the lines of its own rate. */
import type Big from 'big.js';
import { allocate, big, type Decimal, sum } from '../../../records/money.ts';
import type { Charge, Order } from '../../../records/order.ts';

/** What is taken off each line: its own discount and its share of the order's, among the lines of the same rate. */
export function spreadDiscounts(order: Order): Big[] {
  const reductions = order.lines.map((line) => big(line.discount));
  for (const discount of order.discounts.filter((each) => isSpreadable(each, order))) {
    allocate(discount.amount, sharesOf(discount, order), order.currency).forEach((share, index) => {
      reductions[index] = (reductions[index] ?? big('0')).plus(share);
    });
  }
  return reductions;
}

/** What still needs lines of its own. */
export function unspreadDiscounts(order: Order): readonly Charge[] {
  return order.discounts.filter((each) => !isSpreadable(each, order));
}

/** Every discount, of lines and of the order. */
export function allDiscounts(order: Order): { readonly amount: Decimal; readonly vatRate: Decimal }[] {
  return [...order.lines.map(({ discount, vatRate }) => ({ amount: discount, vatRate })), ...order.discounts];
}

/** A discount at a rate that no line has (on the shipping, say) would end up at a wrong rate. */
function isSpreadable(discount: Charge, order: Order): boolean {
  return !sum(sharesOf(discount, order)).eq(0);
}

/** The worth of the lines that a discount of the order is spread over: those of its own rate. */
function sharesOf(discount: Charge, order: Order): Big[] {
  return order.lines.map((line) =>
    big(line.vatRate).eq(discount.vatRate)
      ? big(line.quantity).times(line.unitPrice).minus(line.discount)
      : big('0'),
  );
}
