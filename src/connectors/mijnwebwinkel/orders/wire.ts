/** An order as MijnWebwinkel sends it (sheet 7.4, 7.5), as far as it is read. */
import { z } from 'zod';
import {
  amount,
  countryCode,
  currencyCode,
  linkedId,
  list,
  needed,
  part,
  refused,
  text,
} from '../../wire/fields.ts';
import { personal } from '../../wire/placeholder.ts';
import { instantOf } from '../local-time.ts';
import { many, unwrapped } from '../wrapped.ts';

const addressWire = z.object({
  name: personal,
  company: text,
  street: personal,
  number: personal,
  zipcode: personal,
  city: personal,
  country_code: countryCode,
  phone: personal,
  taxnumber: text,
});
export type AddressWire = z.infer<typeof addressWire>;

/** Of a line: what it comes to at one rate (`amount` without VAT). */
const priceWire = z.object({ rate: needed(amount), amount, amount_including_tax: amount });
export type PriceWire = z.infer<typeof priceWire>;

/** An offer price is a choice too, without an id (sheet 7.4). */
const choiceWire = z.object({ list_option_id: text, description: text });

const articleWire = z.object({ id: text, sku: text, options: many(choiceWire, 'description') });

const lineWire = z.object({
  id: text,
  type: needed(text),
  quantity: needed(amount),
  description: text,
  /** One, or several where the line is split over rates (sheet 7.4). */
  price: many(priceWire, 'rate'),
  articles: many(articleWire, 'id'),
});
export type LineWire = z.infer<typeof lineWire>;

const fields = z.object({
  /** Of a test order it begins with `T-` (sheet 7.6): it is text. */
  number: needed(text),
  date: needed(text),
  time: text,
  status: needed(text),
  status_changed_date: text,
  status_changed_time: text,
  currency: currencyCode,
  locale: text,
  credited_order_number: linkedId,
  credit_order_numbers: many(needed(text)),
  comments: part(z.object({ customer: text, internal: text })),
  tax_region: countryCode,
  tax_strategy: text,
  payment_status: text,
  payment: part(z.object({ method_name: text, status: part(z.object({ id: text })) })),
  debtor: part(
    z.object({
      id: text,
      email: text,
      address: part(z.object({ invoice: part(addressWire), delivery: part(addressWire) })),
    }),
  ),
  price: z.object({
    total: needed(amount),
    /** Here `amount` is the VAT. */
    tax: many(z.object({ rate: needed(amount), amount: needed(amount) }), 'rate'),
  }),
  orderlines: list(lineWire),
});

const told = fields.transform((wire, context) => {
  const placedAt = instantOf(wire.date, wire.time ?? '00:00:00');
  if (placedAt === null) return refused(context, 'not_a_timestamp');
  const changedAt = instantOf(wire.status_changed_date, wire.status_changed_time);
  return { ...wire, placedAt, updatedAt: changedAt ?? placedAt };
});

export const orderWire = unwrapped('order', told);
export type OrderWire = z.infer<typeof told>;

export function isTest({ number }: Pick<OrderWire, 'number'>): boolean {
  return /^T-/i.test(number);
}
