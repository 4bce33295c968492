import type Big from 'big.js';
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import { sumOf, zero } from '../../kit/money/cents.ts';
import { add, amountIn, type Currency, column, currencies, onWire } from '../amounts.ts';
import { toInvoice } from '../orders/row-quantities.ts';
import { afterInvoiceOrShipment, canInvoice, isIn } from '../orders/state.ts';
import { invalidDocument } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { excessive, foreignRows } from './asked-quantities.ts';
import {
  type BesideRows,
  type BothDocumentFigures,
  documentFigures,
  documentHeader,
  documentRow,
  prepaidKinds,
} from './on-file.ts';
import { doneColumn, partsOf, type RowPart, rowAmountNames } from './parts.ts';

/** Makes an invoice, which also marks it as paid; its id (sheet 8.1). Throws a `Refusal`. */
export function invoice(shop: Shop, stored: JsonObject, asked: ReadonlyMap<number, Big> | null): number {
  const order = structuredClone(stored);
  const left = (row: JsonObject) => toInvoice(order, row);
  check(order, asked, left);
  const parts = partsOf(order, asked, left);
  const figures: BothDocumentFigures = {
    order: documentFigures(order, parts, 'invoiced', 'order', shippingOf(order, 'order')),
    base: documentFigures(order, parts, 'invoiced', 'base', shippingOf(order, 'base')),
  };
  const id = shop.ids.next('invoices');
  const at = shop.now();
  shop.saveDocument('invoices', {
    entity_id: id,
    increment_id: shop.nextNumber('invoices', Number(order.store_id)),
    created_at: at,
    updated_at: at,
    ...{ state: 2, can_void_flag: 0 },
    ...documentHeader(order, figures),
    total_qty: onWire(sumOf(parts.map(({ quantity }) => quantity))),
    items: parts.map((part, index) =>
      documentRow(
        part,
        { id: shop.ids.next('documentItem'), documentId: id },
        { order: figures.order.rows[index] ?? null, base: figures.base.rows[index] ?? null },
      ),
    ),
    comments: [],
  });
  for (const currency of currencies) book(order, parts, figures, currency);
  for (const { row, quantity } of parts) add(row, 'qty_invoiced', 'order', quantity);
  order.invoiced_shipping = 1;
  afterInvoiceOrShipment(order);
  shop.saveOrder(order);
  return id;
}

function check(
  order: JsonObject,
  asked: ReadonlyMap<number, Big> | null,
  left: (row: JsonObject) => Big,
): void {
  const reasons: string[] = [];
  if (isIn(order, 'holded', 'payment_review', 'canceled', 'complete', 'closed')) {
    reasons.push(`An invoice cannot be created when an order has a status of ${textIn(order, 'status')}`);
  } else if (!canInvoice(order)) {
    reasons.push('The order does not allow an invoice to be created.');
  }
  if (foreignRows(order, asked).length > 0) {
    reasons.push('The invoice contains one or more items that are not part of the original order.');
  }
  for (const sku of excessive(order, asked, left)) {
    reasons.push(
      `The quantity to invoice must not be greater than the uninvoiced quantity for product SKU "${sku}".`,
    );
  }
  if (reasons.length === 0 && partsOf(order, asked, left).length === 0) {
    reasons.push("The invoice can't be created without products. Add products and try again.");
  }
  if (reasons.length > 0) throw invalidDocument('Invoice', reasons);
}

/** All of it goes with the first invoice (sheet 8.1). */
function shippingOf(order: JsonObject, currency: Currency): BesideRows {
  const part = (name: string) => (order.invoiced_shipping === 1 ? zero : amountIn(order, name, currency));
  return {
    shipping: part('shipping_amount'),
    shippingInclTax: part('shipping_incl_tax'),
    shippingTax: part('shipping_tax_amount'),
    shippingDiscount: part('shipping_discount_amount'),
    shippingCompensation: part('shipping_discount_tax_compensation_amount'),
    adjustment: zero,
  };
}

function book(
  order: JsonObject,
  parts: readonly RowPart[],
  both: BothDocumentFigures,
  currency: Currency,
): void {
  const figures = both[currency];
  parts.forEach(({ row }, index) => {
    const amounts = figures.rows[index];
    if (!amounts) return;
    for (const name of rowAmountNames) add(row, doneColumn(name, 'invoiced'), currency, amounts[name]);
  });
  const total = (name: string, amount: Big) => add(order, name, currency, amount);
  total('total_invoiced', figures.grandTotal);
  total('total_paid', figures.grandTotal);
  total('subtotal_invoiced', figures.subtotal);
  total('tax_invoiced', figures.tax);
  total('discount_invoiced', figures.discount.times(-1));
  total('discount_tax_compensation_invoiced', figures.compensation);
  total('shipping_invoiced', figures.beside.shipping);
  const due = amountIn(order, 'grand_total', currency).minus(amountIn(order, 'total_paid', currency));
  order[column('total_due', currency)] = onWire(due);
  const payment = isObject(order.payment) ? order.payment : {};
  add(payment, 'amount_paid', currency, figures.grandTotal);
  add(payment, 'shipping_captured', currency, figures.beside.shipping);
  const attributes = isObject(order.extension_attributes) ? order.extension_attributes : {};
  for (const kind of prepaidKinds) {
    const taken = figures.prepaid[kind];
    if (!taken.eq(0)) add(attributes, `${kind}_invoiced`, currency, taken);
  }
}
