/** An order as Magento sends it (sheet 7.2 to 7.5), as far as it is read. */
import { z } from 'zod';
import type { JsonObject } from '../../contract/target.ts';
import { flag, linkedId, list, needed, part, text } from '../../wire/fields.ts';
import { isObject } from '../../wire/objects.ts';
import { personal } from '../../wire/placeholder.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import { amount } from '../fields.ts';
import { addressWire } from '../party.ts';
import { inBaseCurrency } from './base-amounts.ts';
import { orderExtras } from './order-extras.ts';
import { rowPricesWire } from './price-evidence.ts';

/** `row_total` is left out on purpose: it is after discount, and was wrong for some versions (sheet 7.4). */
const rowWire = rowPricesWire.extend({
  item_id: text,
  product_id: text,
  sku: text,
  name: text,
  qty_ordered: amount,
  discount_amount: amount,
  tax_percent: amount,
  tax_amount: amount,
  weee_tax_applied: z.string().nullish().catch(undefined),
  weee_tax_applied_row_amount: amount,
  qty_refunded: amount,
  amount_refunded: amount,
  tax_refunded: amount,
  discount_refunded: amount,
  discount_tax_compensation_refunded: amount,
  qty_canceled: amount,
  qty_shipped: amount,
  is_virtual: flag.catch(undefined),
});

const taxWire = z.object({ percent: amount, amount });

const shippingWire = z.object({ address: part(addressWire), method: text });

/** Gift wrapping of the order, its items and its card; prices without VAT (sheet 7.5). */
const wrapping = {
  gw_price: amount,
  gw_price_incl_tax: amount,
  gw_tax_amount: amount,
  gw_items_price: amount,
  gw_items_price_incl_tax: amount,
  gw_items_tax_amount: amount,
  gw_card_price: amount,
  gw_card_price_incl_tax: amount,
  gw_card_tax_amount: amount,
};

const extensionWire = z.object({
  shipping_assignments: list(z.object({ shipping: part(shippingWire) })),
  applied_taxes: list(taxWire),
  item_applied_taxes: list(z.object({ type: text, applied_taxes: list(taxWire) })),
  gift_cards_amount: amount,
  gift_cards_refunded: amount,
  customer_balance_amount: amount,
  customer_balance_refunded: amount,
  reward_currency_amount: amount,
  ...wrapping,
});

/** In one of its currencies. */
export const orderWire = z.object({
  entity_id: needed(text),
  increment_id: needed(text),
  ext_order_id: text,
  state: text,
  status: text,
  created_at: needed(utcTimestamp),
  updated_at: utcTimestamp,
  customer_id: linkedId,
  customer_email: text,
  customer_firstname: personal,
  customer_middlename: personal,
  customer_lastname: personal,
  customer_taxvat: text,
  customer_note: text,
  base_currency_code: text,
  order_currency_code: text,
  grand_total: needed(amount),
  discount_amount: amount,
  discount_description: text,
  coupon_code: text,
  shipping_amount: amount,
  shipping_incl_tax: amount,
  shipping_tax_amount: amount,
  shipping_discount_amount: amount,
  shipping_discount_tax_compensation_amount: amount,
  shipping_description: text,
  tax_amount: amount,
  total_paid: amount,
  total_refunded: amount,
  total_canceled: amount,
  tax_refunded: amount,
  shipping_refunded: amount,
  shipping_tax_refunded: amount,
  adjustment_positive: amount,
  adjustment_negative: amount,
  items: list(rowWire),
  status_histories: list(z.object({ comment: text })),
  billing_address: part(addressWire),
  payment: part(z.object({ method: text })),
  extension_attributes: part(extensionWire),
});

export type OrderWire = z.infer<typeof orderWire>;

const whole = orderWire.extend({
  /** Amounts that modules add. */
  extras: z.record(z.string(), z.string()),
});

/** An order with what only the answer as a whole tells. `books`: in the currency of the shop's books, where that is another. */
export const orderAnswer = z.preprocess(
  (raw) => (isObject(raw) ? { ...raw, books: inBooks(raw), extras: orderExtras(raw) } : raw),
  whole.extend({ books: whole.nullish().catch(null) }),
);

function inBooks(raw: JsonObject) {
  const books = inBaseCurrency(raw);
  return books && { ...books, extras: orderExtras(books) };
}

export type WholeOrderWire = z.infer<typeof whole>;
export type OrderAnswer = z.infer<typeof orderAnswer>;
export type RowWire = z.infer<typeof rowWire>;
export type TaxWire = z.infer<typeof taxWire>;
