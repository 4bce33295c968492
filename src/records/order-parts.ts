import type Big from 'big.js';
import { big, type Decimal, sum } from './money.ts';
import type { Order, OrderLine } from './order.ts';

/** What an order's money consists of. */
export type OrderParts = Pick<Order, 'pricesIncludeVat' | 'lines' | 'shipping' | 'fees' | 'discounts'>;

/** What a line comes to after its own discount. */
export function amountOf({ quantity, unitPrice, discount }: OrderLine): Big {
  return big(quantity).times(unitPrice).minus(discount);
}

/** What the parts add up to with VAT. `vat` counts where the prices exclude it. */
export function partsTotal(
  { pricesIncludeVat, lines, shipping, fees, discounts }: OrderParts,
  vat: Decimal,
): Big {
  return sum([
    ...lines.map(amountOf),
    ...[...shipping, ...fees].map(({ amount }) => amount),
    pricesIncludeVat ? '0' : vat,
  ]).minus(sum(discounts.map(({ amount }) => amount)));
}

/** The VAT rate of every part. */
export function ratesOf({ lines, shipping, fees, discounts }: OrderParts): Decimal[] {
  return [...lines, ...shipping, ...fees, ...discounts].map(({ vatRate }) => vatRate);
}
