/** Invoices and credit memos. They are kept in the form in which they are shown. */
import type Big from 'big.js';
import { isObject, type JsonObject } from '../../kit/json.ts';
import { sumOf, zero } from '../../kit/money/cents.ts';
import { amountIn, type Currency, column, currencies, onWire } from '../amounts.ts';
import { amountsOf, type RowAmounts, type RowPart, type Step } from './parts.ts';

/** What the document takes of the shipping; and, with credit memos, what it adjusts. */
export interface BesideRows {
  readonly shipping: Big;
  readonly shippingInclTax: Big;
  readonly shippingTax: Big;
  /** Positive. */
  readonly shippingDiscount: Big;
  readonly shippingCompensation: Big;
  readonly adjustment: Big;
}

export interface DocumentFigures {
  readonly rows: readonly (RowAmounts | null)[];
  readonly beside: BesideRows;
  readonly subtotal: Big;
  readonly subtotalInclTax: Big;
  readonly tax: Big;
  /** Positive, that of the shipping included. */
  readonly discount: Big;
  readonly compensation: Big;
  /** Taken from gift cards and store credit. */
  readonly prepaid: Readonly<Record<Prepaid, Big>>;
  readonly grandTotal: Big;
}

export const prepaidKinds = ['gift_cards', 'customer_balance'] as const;
export type Prepaid = (typeof prepaidKinds)[number];

export function documentFigures(
  order: JsonObject,
  parts: readonly RowPart[],
  step: Step,
  currency: Currency,
  beside: BesideRows,
): DocumentFigures {
  const rows = parts.map((part) => (part.counts ? amountsOf(part, step, currency) : null));
  const sum = (name: keyof RowAmounts) => sumOf(rows.map((row) => row?.[name] ?? zero));
  const subtotal = sum('row_total');
  const tax = sum('tax_amount').plus(beside.shippingTax);
  const discount = sum('discount_amount').plus(beside.shippingDiscount);
  const compensation = sum('discount_tax_compensation_amount');
  const whole = sumOf([
    ...[subtotal, tax, compensation, beside.shipping, beside.shippingCompensation, beside.adjustment],
    sum('weee_tax_applied_row_amount'),
  ]).minus(discount);
  const prepaid = prepaidPart(order, whole, step, currency);
  return {
    rows,
    beside,
    subtotal,
    subtotalInclTax: sum('row_total_incl_tax'),
    tax,
    discount,
    compensation,
    prepaid,
    grandTotal: whole.minus(prepaid.gift_cards).minus(prepaid.customer_balance),
  };
}

/** Gift cards first, then store credit, as far as they reach. */
function prepaidPart(order: JsonObject, whole: Big, step: Step, currency: Currency): Record<Prepaid, Big> {
  const attributes = isObject(order.extension_attributes) ? order.extension_attributes : {};
  let open = whole;
  const parts = prepaidKinds.map((kind) => {
    const from = amountIn(attributes, `${kind}_${step === 'invoiced' ? 'amount' : 'invoiced'}`, currency);
    const left = from.minus(amountIn(attributes, `${kind}_${step}`, currency));
    const part = open.lt(left) ? open : left;
    const taken = part.lt(0) ? zero : part;
    open = open.minus(taken);
    return [kind, taken] as const;
  });
  return Object.fromEntries(parts) as Record<Prepaid, Big>;
}

export type BothDocumentFigures = Readonly<Record<Currency, DocumentFigures>>;

/** What both kinds of document have in common. */
export function documentHeader(order: JsonObject, figures: BothDocumentFigures): JsonObject {
  const both = (name: string, read: (each: DocumentFigures) => Big): JsonObject =>
    Object.fromEntries(currencies.map((each) => [column(name, each), onWire(read(figures[each]))]));
  const shippingAddress = isObject(order.shipping_address) ? order.shipping_address.entity_id : undefined;
  return {
    order_id: order.entity_id ?? 0,
    store_id: order.store_id ?? 0,
    billing_address_id: order.billing_address_id ?? 0,
    ...(shippingAddress === undefined ? {} : { shipping_address_id: shippingAddress }),
    ...copied(order, [
      ...['base_currency_code', 'global_currency_code', 'order_currency_code', 'store_currency_code'],
      ...['base_to_global_rate', 'base_to_order_rate', 'store_to_base_rate', 'store_to_order_rate'],
      'discount_description',
    ]),
    ...both('subtotal', (each) => each.subtotal),
    ...both('subtotal_incl_tax', (each) => each.subtotalInclTax),
    ...both('tax_amount', (each) => each.tax),
    ...both('discount_amount', (each) => each.discount.times(-1)),
    ...both('discount_tax_compensation_amount', (each) => each.compensation),
    ...both('shipping_amount', (each) => each.beside.shipping),
    ...both('shipping_incl_tax', (each) => each.beside.shippingInclTax),
    ...both('shipping_tax_amount', (each) => each.beside.shippingTax),
    ...both('shipping_discount_tax_compensation_amount', (each) => each.beside.shippingCompensation),
    ...both('grand_total', (each) => each.grandTotal),
    ...prepaidAttributes(figures),
  };
}

function prepaidAttributes({ order, base }: BothDocumentFigures): JsonObject {
  const taken = prepaidKinds.filter((kind) => !order.prepaid[kind].eq(0));
  if (taken.length === 0) return {};
  const attributes = taken.flatMap((kind) => [
    [`${kind}_amount`, onWire(order.prepaid[kind])],
    [`base_${kind}_amount`, onWire(base.prepaid[kind])],
  ]);
  return { extension_attributes: Object.fromEntries(attributes) };
}

/** Rows that do not count have no totals, so a reader can rely on `row_total` being absent. */
export function documentRow(
  part: RowPart,
  place: { id: number; documentId: number },
  amounts: Readonly<Record<Currency, RowAmounts | null>>,
): JsonObject {
  const { row, quantity } = part;
  const both = (name: keyof RowAmounts): JsonObject =>
    Object.fromEntries(
      currencies.flatMap((each) => {
        const amount = amounts[each]?.[name];
        return amount === undefined ? [] : [[column(name, each), onWire(amount)]];
      }),
    );
  const discounted = amounts.order?.discount_amount.gt(0) ?? false;
  return {
    entity_id: place.id,
    parent_id: place.documentId,
    order_item_id: row.item_id ?? 0,
    ...copied(row, ['product_id', 'sku', 'name', 'price', 'base_price']),
    ...(part.counts ? copied(row, ['price_incl_tax', 'base_price_incl_tax']) : {}),
    qty: onWire(quantity),
    ...both('row_total'),
    ...both('row_total_incl_tax'),
    ...both('tax_amount'),
    ...both('discount_tax_compensation_amount'),
    ...(discounted ? both('discount_amount') : {}),
  };
}

export function copied(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = from[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
}
