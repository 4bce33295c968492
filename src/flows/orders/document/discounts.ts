/** Discounts off the item lines (setting `discounts: spread`), each among the lines of its own rate. */
import type Big from 'big.js';
import { allocate, big, sum } from '../../../records/money.ts';
import type { Charge, Order } from '../../../records/order.ts';
import { amountOf } from '../../../records/order-parts.ts';
import type { RateAmount } from '../../../records/vat-breakdown.ts';

/** Returns what each line loses: its own discount and its share of the order's, among the lines of the same rate. */
export function spreadDiscounts(order: Order): Big[] {
  const reductions = order.lines.map((line) => big(line.discount));
  for (const discount of order.discounts.filter((each) => isSpreadable(each, order))) {
    allocate(discount.amount, sharesOf(discount, order), order.currency).forEach((share, index) => {
      reductions[index] = (reductions[index] ?? big('0')).plus(share);
    });
  }
  return reductions;
}

/** Returns the order's discounts that no line can take: they need lines of their own. */
export function unspreadDiscounts(order: Order): RateAmount[] {
  return order.discounts.filter((each) => !isSpreadable(each, order)).map(rateAmount);
}

/** Returns every discount, of the lines and of the order. */
export function allDiscounts({ lines, discounts }: Order): RateAmount[] {
  return [
    ...lines.map(({ discount, vatRate }) => ({ rate: vatRate, amount: big(discount) })),
    ...discounts.map(rateAmount),
  ];
}

function rateAmount({ amount, vatRate }: Charge): RateAmount {
  return { rate: vatRate, amount: big(amount) };
}

/** A discount at a rate that no line has (on the shipping, say) would end up at a wrong rate. */
function isSpreadable(discount: Charge, order: Order): boolean {
  return !sum(sharesOf(discount, order)).eq(0);
}

/** Returns the weight of each line in the split of a discount: its worth, if it has the discount's rate. */
function sharesOf(discount: Charge, order: Order): Big[] {
  return order.lines.map((line) => (big(line.vatRate).eq(discount.vatRate) ? amountOf(line) : big('0')));
}
