/** An order, its rows and what was given back of it, as CCV sends them (sheet 6.1, 6.2, 6.11, 6.15), as far as they are read. */
import { z } from 'zod';
import { amount, currencyCode, flag, linkedId, needed, part, skuWire, text } from '../../wire/fields.ts';
import { instant, linked } from '../fields.ts';
import { addressWire, personWire } from '../party.ts';

const read = {
  id: needed(text),
  ordernumber_full: text,
  create_date: needed(instant),
  is_completed: flag,
  status: text,
  paid: flag,
  paymethod: text,
  paymethod_label: text,
  deliver_method: text,
  delivery_option: text,
  orderedinlng: text,
  is_platform_sale: flag,
  taxes_included: flag,
  order_row_taxes_included: flag,
  shipping_taxes_included: flag,
  shipping_tax_percentage: amount,
  is_intra_community_order: flag,
  total_shipping: amount,
  total_discounts: amount,
  total_price: needed(amount),
  total_tax: needed(amount),
  currency: currencyCode,
  extra_payment_option: text,
  extra_payment_option_price: amount,
  paymethod_costs: amount,
  credit_point_discount: amount,
  extra_costs: amount,
  extra_costs_description: text,
  discountcoupon: part(z.object({ code: text, discount: amount })),
  // At times a text in life (sheet 6.1).
  user: part(z.object({ id: linkedId })),
  customer: part(personWire),
  pickup_address: part(addressWire),
};

/** What is not read, as it came. */
export const orderWire = z.looseObject(read);
export type OrderWire = z.infer<typeof orderWire>;

/** Fields that say nothing of money, or say again what others do: `extra_price` is old, and two in one. */
const known = new Set([
  ...Object.keys(read),
  ...['href', 'ordernumber', 'ordernumber_prefix', 'invoicenumber', 'transaction_id', 'deliver_date'],
  ...['take_out_window', 'basket_href', 'checkout_href', 'safety_deposit_returned', 'paymethod_id'],
  ...['total_orderrow_price', 'total_weight', 'extra_price', 'reservationnumber', 'orderlabels'],
  ...['track_and_trace_code', 'track_and_trace_carrier', 'track_and_trace_deeplink', 'packing_slip_deeplink'],
  ...['extra_payment_option_no_sentprice', 'extra_payment_option_pay_on_pickup', 'orderrows', 'ordernotes'],
  ...['ordermessages', 'ordernotifications', 'orderaffiliatenetworks', 'invoices', 'terminalreceipts'],
  'fiscaltransactionsignatures',
]);

export function isKnown(name: string): boolean {
  return known.has(name);
}

export const rowWire = z.object({
  id: text,
  product_id: linkedId,
  product_name: text,
  product_number: skuWire,
  sub_product_number: skuWire,
  sub_sku_number: skuWire,
  count: needed(amount),
  price: amount,
  discount: amount,
  price_without_discount_with_attributes: amount,
  price_with_attributes: amount,
  total_price_with_attributes: amount,
  tax: amount,
});
export type RowWire = z.infer<typeof rowWire>;

/** Of a debit, or of a credit: that has the type, or an amount below zero. */
export const invoiceWire = z.object({
  id: needed(text),
  invoicenumber_full: text,
  create_date: needed(instant),
  status: text,
  type: text,
  taxes_included: flag,
  invoice_row_taxes_included: flag,
  shipping_taxes_included: flag,
  shipping_tax_percentage: amount,
  total_shipping: amount,
  total_price: amount,
  total_price_inc_tax: amount,
  total_tax: amount,
  order: linked,
});
export type InvoiceWire = z.infer<typeof invoiceWire>;

export const returnWire = z.object({
  id: needed(text),
  returnnumber_full: text,
  create_date: needed(instant),
  status: text,
  total_price: amount,
  total_price_inc_tax: amount,
  total_tax: amount,
  order: linked,
});
export type ReturnWire = z.infer<typeof returnWire>;
