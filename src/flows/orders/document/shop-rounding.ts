/** How shops round VAT: per piece, per line or once per order. An order's VAT tells which of them its shop does. */
import type Big from 'big.js';
import {
  big,
  type Decimal,
  fractionDigits,
  normalise,
  roundTo,
  smallestUnit,
  sum,
} from '../../../records/money.ts';
import type { Order, OrderLine } from '../../../records/order.ts';
import { amountOf } from '../../../records/order-parts.ts';
import { vatOf } from '../../../records/vat.ts';
import { byRate, type RateAmount } from '../../../records/vat-breakdown.ts';

export type RoundsBy = 'piece' | 'line' | 'order';

/** The VAT per rate that an order would have in a shop that rounds so. */
export interface ShopVat {
  readonly by: RoundsBy;
  readonly byRate: readonly RateAmount[];
}

/** `addsUp`: of how many it is the sum, each rounded by itself. */
interface Part extends RateAmount {
  readonly addsUp?: number | undefined;
}

/** The sharpest first: the same VAT by two ways is told by the first of them. */
export function shopVats(order: Order): ShopVat[] {
  const round = (amount: Big) => roundTo(amount, fractionDigits(order.currency));
  const vat = (amount: Big, rate: Decimal) => vatOf(amount, rate, order.pricesIncludeVat);
  const charges = chargesOf(order);
  const exact: Part[] = [
    ...order.lines.map((line) => ({ rate: line.vatRate, amount: amountOf(line), addsUp: line.addsUp })),
    ...charges,
  ];
  const wholes = charges.map(({ rate, amount }) => ({ rate, amount: round(vat(amount, rate)) }));
  const lines = (vatOfLine: (line: OrderLine) => Big) => [
    ...order.lines.map((line) => ({ rate: line.vatRate, amount: round(vatOfLine(line)) })),
    ...wholes,
  ];
  const perPiece = ({ quantity, vatRate }: OrderLine, amount: Big) =>
    big(quantity).eq(0) ? big('0') : round(vat(amount.div(quantity), vatRate)).times(quantity);
  return [
    ...statedByLine(order, exact),
    {
      by: 'order',
      byRate: byRate(exact).map(({ rate, amount }) => ({ rate, amount: round(vat(amount, rate)) })),
    },
    { by: 'line', byRate: byRate(lines((line) => vat(amountOf(line), line.vatRate))) },
    { by: 'piece', byRate: byRate(lines((line) => perPiece(line, amountOf(line)))) },
    // Some work out the VAT of a discount by itself.
    {
      by: 'piece',
      byRate: byRate(
        lines((line) =>
          perPiece(line, big(line.quantity).times(line.unitPrice)).minus(
            round(vat(big(line.discount), line.vatRate)),
          ),
        ),
      ),
    },
  ];
}

/**
 * The VAT as it is stated, where rounding every line and charge by itself can come to it: half a unit for each at its rate, and so for each of a day's
 * receipts. Shops
 * share shipping and discounts out over their lines before they round, so what exactly each line came to cannot be told.
 */
function statedByLine(order: Order, exact: readonly Part[]): ShopVat[] {
  const half = smallestUnit(order.currency).div(2);
  const stated = order.vatByRate.map(({ rate, vat }) => ({ rate: normalise(big(rate)), amount: big(vat) }));
  const fits = stated.every(({ rate, amount }) => {
    const parts = exact.filter((part) => big(part.rate).eq(rate));
    const whole = vatOf(sum(parts.map((part) => part.amount)), rate, order.pricesIncludeVat);
    const count = parts.reduce((total, { addsUp = 1 }) => total + addsUp, 0);
    return amount.minus(whole).abs().lte(half.times(count));
  });
  return fits ? [{ by: 'line', byRate: stated }] : [];
}

function chargesOf({ shipping, fees, discounts }: Order): RateAmount[] {
  return [
    ...[...shipping, ...fees].map(({ amount, vatRate: rate }) => ({ rate, amount: big(amount) })),
    ...discounts.map(({ amount, vatRate: rate }) => ({ rate, amount: big(amount).neg() })),
  ];
}
