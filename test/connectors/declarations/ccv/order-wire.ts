import { z } from 'zod';
import {
  amount,
  countryCode,
  currencyCode,
  flag,
  needed,
  part,
  text,
} from '../../../../src/connectors/wire/fields.ts';
import { utcTimestamp } from '../../../../src/connectors/wire/timestamps.ts';

const address = z.object({
  full_name: text,
  first_name: text,
  last_name: text,
  company: text,
  address_line_1: text,
  address_line_2: text,
  zipcode: text,
  city: text,
  province: text,
  country_code: countryCode,
  telephone: text,
});
export type AddressWire = z.infer<typeof address>;

export const orderWire = z.object({
  id: needed(text),
  ordernumber_full: text,
  create_date: needed(utcTimestamp),
  status: text,
  paid: needed(flag),
  paymethod_label: text,
  deliver_method: text,
  orderedinlng: text,
  order_row_taxes_included: needed(flag),
  shipping_taxes_included: flag,
  shipping_tax_percentage: amount,
  is_intra_community_order: flag,
  total_shipping: amount,
  total_discounts: amount,
  total_price: needed(amount),
  total_tax: needed(amount),
  currency: currencyCode,
  extra_payment_option_price: amount,
  paymethod_costs: amount,
  credit_point_discount: amount,
  extra_costs: amount,
  extra_costs_description: text,
  user: part(z.object({ id: text })),
  customer: part(
    z.object({
      email: text,
      btw: text,
      kvk: text,
      billingaddress: part(address),
      deliveryaddress: part(address),
    }),
  ),
});
export type OrderWire = z.infer<typeof orderWire>;

export const rowWire = z.object({
  id: needed(text),
  product_id: text,
  product_name: text,
  product_number: text,
  sub_sku_number: text,
  count: needed(amount),
  price_with_attributes: needed(amount),
  tax: needed(amount),
});
export type RowWire = z.infer<typeof rowWire>;
