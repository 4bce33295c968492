/** An order as the API shows it, which differs from what the database holds (sheet 7.2 to 7.5). */
import Big from 'big.js';
import { isObject, type Json, type JsonObject, objectsIn } from '../../kit/json.ts';
import { notBelowZero, sumOf } from '../../kit/money/cents.ts';
import { amountIn, column, currencies, onWire } from '../amounts.ts';
import type { MagentoSettings } from '../settings.ts';
import { isDummy, parentOf, rowsOf } from './row-quantities.ts';

/** Columns that no field of the API shows. */
const hidden = new Set([
  ...['children_calculated', 'shipping_address', 'shipping_method', 'invoiced_shipping'],
  ...[
    ...['row_incl_tax_invoiced', 'row_incl_tax_refunded', 'weee_row_invoiced', 'weee_row_refunded'],
    ...['shipping_incl_tax_refunded', 'shipping_discount_refunded', 'shipping_compensation_refunded'],
  ].flatMap((name) => [name, `base_${name}`]),
]);
const shippingTotals = [
  'shipping_amount',
  'shipping_discount_amount',
  'shipping_discount_tax_compensation_amount',
  'shipping_incl_tax',
  'shipping_tax_amount',
  'shipping_invoiced',
  'shipping_refunded',
  'shipping_canceled',
  'shipping_tax_refunded',
];

export function orderOnWire(order: JsonObject, settings: MagentoSettings): JsonObject {
  const items = rowsOf(order).map((row) => rowOnWire(order, row, settings));
  const attributes = isObject(order.extension_attributes) ? order.extension_attributes : {};
  return {
    ...shown(order),
    items,
    ...(isObject(order.billing_address) ? { billing_address: shown(order.billing_address) } : {}),
    ...(isObject(order.payment) ? { payment: order.payment } : {}),
    status_histories: objectsIn(order.status_histories),
    extension_attributes: { shipping_assignments: [assignment(order, items)], ...attributes },
  };
}

/** A child brings a complete copy of its parent along. */
export function rowOnWire(order: JsonObject, row: JsonObject, settings: MagentoSettings): JsonObject {
  const parent = parentOf(order, row);
  if (parent === undefined) return changedRow(row, settings);
  const priced = settings.childPrices && isDummy(order, row) ? { ...row, ...pricesOf(parent) } : row;
  return { ...changedRow(priced, settings), parent_item: changedRow(parent, settings) };
}

/** Leaves out fields that are null: an absent field means the same (sheet 3). */
export function shown(entity: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entity).filter(([name, value]) => value !== null && !hidden.has(name)),
  );
}

/** The API shows other row totals than the database holds (sheet 7.4). */
function changedRow(row: JsonObject, { rowTotalBug }: MagentoSettings): JsonObject {
  const changed: JsonObject = shown(row);
  for (const currency of currencies) {
    const amount = (name: string) => amountIn(row, name, currency);
    const discount = amount('discount_amount');
    const extra = [
      amount('tax_amount'),
      amount('discount_tax_compensation_amount'),
      amount('weee_tax_applied_row_amount'),
    ];
    const total = rowTotalBug ? amount('price') : amount('row_total');
    const withTax = sumOf([amount('row_total'), ...extra]);
    changed[column('row_total', currency)] = shownTotal(total.minus(discount));
    changed[column('row_total_incl_tax', currency)] = shownTotal(withTax.minus(discount));
  }
  return changed;
}

function shownTotal(amount: Big): number {
  return onWire(notBelowZero(amount).round(2, Big.roundHalfUp));
}

function pricesOf(parent: JsonObject): JsonObject {
  const names = ['price', 'price_incl_tax', 'original_price'].flatMap((name) => [name, `base_${name}`]);
  return Object.fromEntries(names.map((name) => [name, parent[name] ?? 0]));
}

/** All rows again, and the shipping. Has no address when nothing is sent. */
function assignment(order: JsonObject, items: readonly JsonObject[]): Json {
  const address = isObject(order.shipping_address) ? { address: shown(order.shipping_address) } : {};
  const method = typeof order.shipping_method === 'string' ? { method: order.shipping_method } : {};
  const total = Object.fromEntries(
    currencies.flatMap((currency) =>
      shippingTotals.flatMap((name) => {
        const value = order[column(name, currency)];
        return typeof value === 'number' ? [[column(name, currency), value]] : [];
      }),
    ),
  );
  return { shipping: { ...address, ...method, total }, items: [...items] };
}
