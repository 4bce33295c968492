import type Big from 'big.js';
import { big, roundTo } from '../../../records/money.ts';
import type { JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import type { Figures } from './figures.ts';

/** A JSON number with at most four decimals, which is exact. */
function number(value: Big | string): number {
  return Number(roundTo(value, 4).toFixed());
}

/** An amount in both currencies, which are one here (sheet 7.2). */
export function twins(amounts: Readonly<Record<string, Big>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([name, value]) => [
      [name, number(value)],
      [baseName(name), number(value)],
    ]),
  );
}

/** One twin is shortened (sheet 7.2). */
function baseName(name: string): string {
  return name === 'shipping_discount_tax_compensation_amount'
    ? 'base_shipping_discount_tax_compensation_amnt'
    : `base_${name}`;
}

export function rowToWire(figures: Figures, pricesIncludeVat: boolean): JsonObject {
  const { line, net, withVat, discount, vat, hiddenTax } = figures;
  const quantity = big(line.quantity);
  // A quantity below zero is the other way round: prices may be negative, quantities not.
  const ordered = quantity.lt(0) ? quantity.neg() : quantity;
  const unit = (amount: Big) => (ordered.eq(0) ? big('0') : amount.div(ordered));
  const isItem = line.kind === 'item';
  return present({
    product_id: line.articleId === undefined ? undefined : Number(line.articleId),
    product_type: isItem ? 'simple' : 'virtual',
    is_virtual: isItem ? 0 : 1,
    // Magento takes no row without one (sheet 7.3).
    sku: line.sku?.trim() || line.kind,
    name: line.description.trim() || line.sku?.trim() || line.kind,
    qty_ordered: number(ordered),
    ...twins({
      price: unit(net),
      price_incl_tax: unit(withVat),
      original_price: unit(pricesIncludeVat ? withVat : net),
      row_total: net,
      row_total_incl_tax: withVat,
      discount_amount: discount,
      tax_amount: vat,
      discount_tax_compensation_amount: hiddenTax,
    }),
    tax_percent: number(line.vatRate),
  });
}
