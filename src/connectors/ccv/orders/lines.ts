/** The rows of an order, of an invoice or of a return: all have the same figures (sheet 6.2). */
import type Big from 'big.js';
import { big, type Decimal, normalise, roundTo } from '../../../records/money.ts';
import type { OrderLine } from '../../../records/order.ts';
import type { RowWire } from './wire.ts';

/** Finer than any sum of a row shows. */
const unitPriceDecimals = 8;

/** Finer than a cent, for what a float makes of thirds. */
const slack = '0.005';

/** What a row comes to after its discount, with what the chosen options cost. */
export function amountOfRow(row: RowWire): Big {
  return row.total_price_with_attributes === undefined
    ? big(row.count).times(unitOf(row))
    : big(row.total_price_with_attributes);
}

/** What all of its pieces had taken off. */
export function discountOfRow(row: RowWire): Big {
  return big(row.discount ?? '0').times(row.count);
}

export function lineOf(row: RowWire, rate: Decimal): OrderLine {
  return {
    id: row.id,
    productId: row.product_id,
    // The chosen combination's own, where it has one; a simple product has its number only (sheet 6.2).
    sku: row.sub_sku_number ?? row.sub_product_number ?? row.product_number,
    name: row.product_name ?? row.product_number ?? '',
    ...pricesOf(row),
    vatRate: rate,
  };
}

/** What the pieces cost before the discount, where the row's figures say that too; else what it comes to. */
function pricesOf(row: RowWire): Pick<OrderLine, 'quantity' | 'unitPrice' | 'discount'> {
  const { count } = row;
  const amount = amountOfRow(row);
  const before = row.price_without_discount_with_attributes;
  const discount = before === undefined ? big('0') : big(before).times(count).minus(amount);
  if (before !== undefined && discount.gt(slack) && discount.minus(discountOfRow(row)).abs().lte(slack))
    return { quantity: count, unitPrice: before, discount: normalise(discount) };
  const unit = unitOf(row);
  if (unit.times(count).eq(amount)) return { quantity: count, unitPrice: normalise(unit), discount: '0' };
  if (big(count).eq(0)) return { quantity: '1', unitPrice: normalise(amount), discount: '0' };
  return {
    quantity: count,
    unitPrice: normalise(roundTo(amount.div(count), unitPriceDecimals)),
    discount: '0',
  };
}

function unitOf({ price_with_attributes, price = '0', discount = '0' }: RowWire): Big {
  return price_with_attributes === undefined ? big(price).minus(discount) : big(price_with_attributes);
}
