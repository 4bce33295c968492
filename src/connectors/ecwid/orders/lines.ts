import type Big from 'big.js';
import { allocate, big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Charge, OrderLine } from '../../../records/order.ts';
import { amountOf, type OrderParts } from '../../../records/order-parts.ts';
import { byRate, chargesOver, totalOf, wholeAt } from '../../../records/vat-breakdown.ts';
import type { Interpretation } from './interpretations.ts';
import type { ItemWire, OrderWire } from './wire.ts';

/** A line's amount and own discount by one interpretation of the prices. */
interface PricedItem {
  readonly wire: ItemWire;
  readonly unitPrice: Decimal;
  readonly discount: Big;
  /** After the discount. */
  readonly amount: Big;
}

/** What the coupon and the promotions take off; undefined where the order does not say it. */
function orderDiscount(wire: OrderWire): Big | undefined {
  if (wire.couponDiscount === undefined && wire.discount === undefined) return undefined;
  // `discount` does not contain the coupon; its parts (volume, membership) are never counted again (sheet 3.10).
  return sum([wire.couponDiscount ?? '0', wire.discount ?? '0']);
}

export function priceItems(wire: OrderWire, { netPrices, currency }: Interpretation): PricedItem[] {
  const stated = wire.items.map(itemDiscount);
  const total = orderDiscount(wire);
  // The shares of lines are not recalculated after an edit (sheet 3.10); the order's own amount counts.
  const discounts = total !== undefined && sum(stated).gt(total) ? allocate(total, stated, currency) : stated;
  return wire.items.map((item, index) => {
    const unitPrice = (netPrices ? item.priceWithoutTax : undefined) ?? item.price;
    const discount = discounts[index] ?? big('0');
    return { wire: item, unitPrice, discount, amount: big(unitPrice).times(item.quantity).minus(discount) };
  });
}

function itemDiscount(item: ItemWire): Big {
  return sum([item.couponAmount ?? '0', ...item.discounts.map(({ total }) => total ?? '0')]);
}

export function orderLine(item: PricedItem, vatRate: Decimal): OrderLine {
  const { wire } = item;
  return {
    id: wire.id,
    productId: wire.productId,
    sku: wire.sku,
    name: nameWithOptions(wire),
    quantity: wire.quantity,
    unitPrice: item.unitPrice,
    discount: normalise(item.discount),
    vatRate,
  };
}

/** `Mug (Colour: Blue, Size: L)` */
function nameWithOptions(item: ItemWire): string {
  const name = item.name ?? item.sku ?? '';
  const options = item.selectedOptions
    .map((option) => {
      const values =
        option.valuesArray.length > 0
          ? option.valuesArray
          : option.selections.map((each) => each.selectionTitle);
      const value = option.value ?? values.filter(Boolean).join(', ');
      return value === '' ? '' : [option.name, value].filter(Boolean).join(': ');
    })
    .filter((option) => option !== '');
  return options.length === 0 ? name : `${name} (${options.join(', ')})`.trim();
}

/** What is taken off the order beyond the discounts of its lines, spread over the VAT rates. */
export function orderDiscounts(
  wire: OrderWire,
  { lines, shipping }: Pick<OrderParts, 'lines' | 'shipping'>,
  currency: string,
): Charge[] {
  const rest = (orderDiscount(wire) ?? big('0')).minus(sum(lines.map(({ discount }) => discount)));
  if (rest.lte(0)) return [];
  const ofShipping = shipping.map(({ vatRate, amount }) => ({ rate: vatRate, amount: big(amount) }));
  // A coupon for free shipping has no share in the lines; it belongs to the rates of the shipping.
  const onShipping = wire.discountCoupon?.discountType?.endsWith('SHIPPING') && rest.lte(totalOf(ofShipping));
  const ofLines = lines.map((line) => ({ rate: line.vatRate, amount: amountOf(line) }));
  const shares = byRate(onShipping ? ofShipping : ofLines);
  const coupon = wire.discountCoupon?.code ?? wire.discountCoupon?.name;
  return chargesOver({ description: coupon }, rest, shares.length === 0 ? wholeAt('0') : shares, currency);
}
