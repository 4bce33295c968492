import type Big from 'big.js';
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import { sumOf, zero } from '../../kit/money/cents.ts';
import { add, amountIn, type Currency, column, currencies, onWire } from '../amounts.ts';
import { defaultSource } from '../inventory/rows.ts';
import { deduct } from '../inventory/sales.ts';
import { toInvoice } from '../orders/row-quantities.ts';
import { afterInvoiceOrShipment, canInvoice, isIn } from '../orders/state.ts';
import { invalidDocument } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { excessive, foreignRows } from './asked-quantities.ts';
import type { BesideRows, DocumentFigures } from './on-file.ts';
import { partsOf } from './parts.ts';
import { bookDocument, figuresInBoth, saveDocument } from './save.ts';

/** Makes an invoice, which also marks it as paid; its id (sheet 8.1). Throws a `Refusal`. */
export function invoice(shop: Shop, stored: JsonObject, asked: ReadonlyMap<number, Big> | null): number {
  const order = structuredClone(stored);
  const left = (row: JsonObject) => toInvoice(order, row);
  check(order, asked, left);
  const parts = partsOf(order, asked, left);
  const figures = figuresInBoth(order, parts, 'invoiced', (currency) => shippingOf(order, currency));
  const id = saveDocument(shop, 'invoices', order, parts, figures, {
    header: { can_void_flag: 0, total_qty: onWire(sumOf(parts.map(({ quantity }) => quantity))) },
    row: () => ({}),
  });
  for (const currency of currencies) {
    bookDocument(order, parts, figures, 'invoiced', currency);
    bookPayment(order, figures[currency], currency);
  }
  const virtual = parts.filter(({ row, counts }) => counts && row.is_virtual === 1);
  const sent = new Map(virtual.map(({ row, quantity }) => [Number(row.item_id), quantity]));
  deduct(shop, order, sent, defaultSource, 'invoice_created');
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

function bookPayment(order: JsonObject, figures: DocumentFigures, currency: Currency): void {
  add(order, 'total_paid', currency, figures.grandTotal);
  const due = amountIn(order, 'grand_total', currency).minus(amountIn(order, 'total_paid', currency));
  order[column('total_due', currency)] = onWire(due);
  const payment = isObject(order.payment) ? order.payment : {};
  add(payment, 'amount_paid', currency, figures.grandTotal);
  add(payment, 'shipping_captured', currency, figures.beside.shipping);
}
