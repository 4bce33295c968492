import { z } from 'zod';
import {
  amount,
  countryCode,
  currencyCode,
  list,
  needed,
  part,
  text,
} from '../../../../src/connectors/wire/fields.ts';

const address = z.object({
  name: text,
  company: text,
  street: text,
  number: text,
  zipcode: text,
  city: text,
  country_code: countryCode,
  phone: text,
  taxnumber: text,
});
export type AddressWire = z.infer<typeof address>;

/** One where there is one, a list where there are several rates (sheet 7.4). */
function oneOrMore<T>(item: z.ZodType<T>) {
  return z.union([z.array(item), item.transform((one) => [one])]);
}

const linePrice = z.object({ rate: needed(amount), amount_including_tax: needed(amount) });

const lineWire = z.object({
  id: needed(text),
  type: needed(text),
  quantity: needed(amount),
  description: text,
  price: oneOrMore(linePrice),
  articles: list(z.object({ id: text, sku: text })),
});
export type LineWire = z.infer<typeof lineWire>;

export const orderWire = z.object({
  number: needed(text),
  date: needed(text),
  time: needed(text),
  status: needed(text),
  status_changed_date: text,
  status_changed_time: text,
  currency: currencyCode,
  locale: text,
  credited_order_number: text,
  credit_order_numbers: list(needed(text)),
  tax_strategy: text,
  payment_status: text,
  payment: part(z.object({ method_name: text })),
  comments: part(z.object({ customer: text })),
  debtor: z.object({
    id: text,
    email: text,
    address: z.object({ invoice: address, delivery: part(address) }),
  }),
  price: z.object({
    total: needed(amount),
    tax: oneOrMore(z.object({ rate: needed(amount), amount: needed(amount) })),
  }),
  orderlines: z.array(lineWire),
});
export type OrderWire = z.infer<typeof orderWire>;
