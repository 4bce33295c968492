import Big from 'big.js';
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import { cents, smallest, zero } from '../../kit/money/cents.ts';
import { add, amountIn, type Currency, currencies, onWire, twins } from '../amounts.ts';
import { refunded, reserves } from '../inventory/sales.ts';
import { toRefund, toShip } from '../orders/row-quantities.ts';
import { afterRefund, canRefund, isIn } from '../orders/state.ts';
import { invalidDocument, refusal } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { excessive, foreignRows } from './asked-quantities.ts';
import type { BesideRows, BothDocumentFigures, DocumentFigures } from './on-file.ts';
import { partsOf, type RowPart } from './parts.ts';
import { bookDocument, figuresInBoth, saveDocument } from './save.ts';

export interface RefundRequest {
  /** By row; null is all that is left. */
  readonly quantities: ReadonlyMap<number, Big> | null;
  /** Null is all that is left. */
  readonly shipping: Big | null;
  /** Whether the amount for the shipping is meant with tax (sheet 8.3). */
  readonly shippingInclTax: boolean;
  readonly adjustmentPositive: Big;
  readonly adjustmentNegative: Big;
  /** Ids of the rows whose goods are back in the source. */
  readonly returned: readonly number[];
  readonly invoiceId: number | null;
  /** Paid back through the gateway. */
  readonly online: boolean;
}

/** Makes a credit memo; its id (sheet 8.2, 8.3). Throws a `Refusal`. */
export function refund(shop: Shop, stored: JsonObject, request: RefundRequest): number {
  const order = structuredClone(stored);
  const left = (row: JsonObject) => toRefund(order, row);
  checkOrder(order, request, left);
  const parts = partsOf(order, request.quantities, left);
  const figures = figuresInBoth(order, parts, 'refunded', (currency) => besideOf(order, request, currency));
  checkTotals(order, parts, figures);
  const id = saveDocument(shop, 'creditmemos', order, parts, figures, {
    header: {
      ...(request.invoiceId === null ? {} : { invoice_id: request.invoiceId }),
      ...adjustments(order, request),
    },
    row: ({ row }, index) => ({
      base_cost: null,
      weee_tax_applied: row.weee_tax_applied ?? '[]',
      ...fixedTaxOf(figures, index),
    }),
  });
  restock(
    shop,
    order,
    parts.filter(({ counts }) => counts),
    request,
  );
  for (const currency of currencies) {
    bookDocument(order, parts, figures, 'refunded', currency);
    bookRefund(order, figures[currency], request, currency);
  }
  afterRefund(order, shop.settings().statuses);
  shop.saveOrder(order);
  return id;
}

function checkOrder(order: JsonObject, { quantities }: RefundRequest, left: (row: JsonObject) => Big): void {
  const reasons: string[] = [];
  if (isIn(order, 'holded', 'payment_review', 'canceled', 'closed')) {
    reasons.push(`A creditmemo can not be created when an order has a status of ${textIn(order, 'status')}`);
  } else if (!canRefund(order)) {
    reasons.push('The order does not allow a creditmemo to be created.');
  }
  if (foreignRows(order, quantities).length > 0) {
    reasons.push('The creditmemo contains product item that is not part of the original order.');
  }
  for (const sku of excessive(order, quantities, left)) {
    reasons.push(
      `The quantity to creditmemo must not be greater than the unrefunded quantity for product SKU "${sku}".`,
    );
  }
  if (reasons.length > 0) throw invalidDocument('Creditmemo', reasons);
}

function checkTotals(
  order: JsonObject,
  parts: readonly RowPart[],
  { order: figures }: BothDocumentFigures,
): void {
  const reasons: string[] = [];
  const available = amountIn(order, 'total_paid').minus(amountIn(order, 'total_refunded'));
  const given = figures.grandTotal.plus(figures.prepaid.gift_cards).plus(figures.prepaid.customer_balance);
  const shippingLeft = amountIn(order, 'shipping_invoiced').gt(0);
  if (figures.grandTotal.gt(available)) {
    reasons.push(`The most money available to refund is ${available.toFixed(2)}.`);
  }
  // An order with a total of zero can still be refunded.
  if (given.lt(0) || (given.eq(0) && !amountIn(order, 'grand_total').eq(0))) {
    reasons.push("The credit memo's total must be positive.");
  }
  if (parts.length === 0 && !shippingLeft && given.lte(0)) {
    reasons.push("You can't create a creditmemo without products.");
  }
  if (reasons.length > 0) throw invalidDocument('Creditmemo', reasons);
}

/** The part of the shipping, in proportion to the amount asked. The last part takes what is left. */
function besideOf(order: JsonObject, request: RefundRequest, currency: Currency): BesideRows {
  const invoiced = order.invoiced_shipping === 1;
  const whole = amountIn(order, request.shippingInclTax ? 'shipping_incl_tax' : 'shipping_amount');
  const done = amountIn(order, request.shippingInclTax ? 'shipping_incl_tax_refunded' : 'shipping_refunded');
  const left = invoiced ? whole.minus(done) : zero;
  const asked = request.shipping ?? left;
  if (asked.gt(left)) {
    throw refusal(400, 'Maximum shipping amount allowed to refund is: %1', [left.toFixed(2)]);
  }
  const part = (name: string, doneName: string) => {
    if (!invoiced) return zero;
    const total = amountIn(order, name, currency);
    if (asked.eq(left)) return total.minus(amountIn(order, doneName, currency));
    return cents(total.times(asked).div(whole));
  };
  return {
    shipping: part('shipping_amount', 'shipping_refunded'),
    shippingInclTax: part('shipping_incl_tax', 'shipping_incl_tax_refunded'),
    shippingTax: part('shipping_tax_amount', 'shipping_tax_refunded'),
    shippingDiscount: part('shipping_discount_amount', 'shipping_discount_refunded'),
    shippingCompensation: part('shipping_discount_tax_compensation_amount', 'shipping_compensation_refunded'),
    adjustment: inCurrency(order, request.adjustmentPositive.minus(request.adjustmentNegative), currency),
  };
}

function fixedTaxOf(figures: BothDocumentFigures, index: number): JsonObject {
  const name = 'weee_tax_applied_row_amount';
  const of = (currency: Currency) => figures[currency].rows[index]?.[name] ?? zero;
  return of('order').eq(0) ? {} : twins(name, { order: of('order'), base: of('base') });
}

function inCurrency(order: JsonObject, amount: Big, currency: Currency): Big {
  const rate = amountIn(order, 'base_to_order_rate');
  return currency === 'order' || rate.eq(0) ? amount : cents(amount.div(rate));
}

function adjustments(order: JsonObject, request: RefundRequest): JsonObject {
  const columns = [
    ['adjustment', request.adjustmentPositive.minus(request.adjustmentNegative)],
    ['adjustment_positive', request.adjustmentPositive],
    ['adjustment_negative', request.adjustmentNegative],
  ] as const;
  return Object.fromEntries(
    columns.flatMap(([name, amount]) => [
      [name, onWire(amount)],
      [`base_${name}`, onWire(inCurrency(order, amount, 'base'))],
    ]),
  );
}

function bookRefund(
  order: JsonObject,
  { grandTotal, beside }: DocumentFigures,
  request: RefundRequest,
  currency: Currency,
): void {
  const total = (name: string, amount: Big) => add(order, name, currency, amount);
  total(request.online ? 'total_online_refunded' : 'total_offline_refunded', grandTotal);
  total('shipping_tax_refunded', beside.shippingTax);
  total('shipping_incl_tax_refunded', beside.shippingInclTax);
  total('shipping_discount_refunded', beside.shippingDiscount);
  total('shipping_compensation_refunded', beside.shippingCompensation);
  total('adjustment_positive', inCurrency(order, request.adjustmentPositive, currency));
  total('adjustment_negative', inCurrency(order, request.adjustmentNegative, currency));
  const payment = isObject(order.payment) ? order.payment : {};
  add(payment, 'amount_refunded', currency, grandTotal);
  add(payment, 'shipping_refunded', currency, beside.shipping);
}

/** What was not sent yet is free again; what was comes back only where the request says so (sheet 8.3). */
function restock(
  shop: Shop,
  order: JsonObject,
  parts: readonly RowPart[],
  { returned }: RefundRequest,
): void {
  const unsent = (part: RowPart) => smallest(part.quantity, toShip(order, part.row));
  const id = ({ row }: RowPart) => Number(row.item_id);
  const back = parts.filter((part) => returned.includes(id(part)));
  refunded(
    shop,
    order,
    new Map(parts.map((part) => [id(part), unsent(part)])),
    new Map(back.map((part) => [id(part), part.quantity.minus(reserves(shop) ? unsent(part) : 0)])),
  );
}

/** Gives everything back. */
export const refundEverything: RefundRequest = {
  quantities: null,
  shipping: null,
  shippingInclTax: false,
  adjustmentPositive: Big(0),
  adjustmentNegative: Big(0),
  returned: [],
  invoiceId: null,
  online: false,
};
