/** A sale as the sandbox makes one up: who bought what, and how it stands. Amounts are decimal strings in euros. */
import { z } from 'zod';
import { buyerFields, countryCode, decimal, money, saleFields } from '../../kit/shop/sale-fields.ts';
import { paid } from '../orders/statuses.ts';

const address = z.strictObject({
  name: z.string(),
  company: z.string().default(''),
  street: z.string().default(''),
  /** With what belongs to it: `12a`. */
  number: z.string().default(''),
  zipcode: z.string(),
  city: z.string(),
  country: countryCode.default('NL'),
  phone: z.string().default(''),
});

const line = z.strictObject({
  /** Null for a line that the merchant typed in. */
  articleId: z.number().int().nullable().default(null),
  sku: z.string().default(''),
  name: z.string(),
  /** Per unit, with or without tax as the shop's prices are. */
  price: money,
  /** The offer price, if there is one. */
  action: money.nullable().default(null),
  quantity: z.number().int().positive().default(1),
  /** Percent. Left out: what goods of that kind carry where they go. */
  rate: decimal.optional(),
  vat: z.enum(['standard', 'reduced', 'none']).default('standard'),
  weight: decimal.default('0'),
  /** What was chosen; each may cost more. */
  options: z
    .array(z.strictObject({ list: z.string(), name: z.string(), price: money.default('0') }))
    .default([]),
});

/** Without a rate it is split over the rates of the goods. */
const cost = z.strictObject({ amount: money, rate: decimal.optional() });

export const sale = z.strictObject({
  ...saleFields,
  buyer: address.extend({ ...buyerFields, taxnumber: z.string().default('') }),
  deliverTo: address.optional(),
  /** Left out: B2B for a company that gives its VAT number. */
  businessModel: z.enum(['B2C', 'B2B']).optional(),
  lines: z.array(line).min(1),
  shipping: cost.nullable().default(null),
  paymentCosts: cost.nullable().default(null),
  discount: z.strictObject({ code: z.string(), amount: money }).nullable().default(null),
  payment: z
    .strictObject({ gateway: z.string(), method: z.string() })
    .default({ gateway: 'mollie', method: 'ideal:ideal_INGBNL2A' }),
  became: z.enum(['pending', 'captured', 'failed']).default('captured'),
  /** As an order that came over the API: its payment is no transaction (sheet 7.4). */
  linked: z.boolean().default(false),
  status: z.number().int().positive().default(paid),
  archived: z.boolean().default(false),
  test: z.boolean().default(false),
  /** At the shop's own counter. */
  atCounter: z.boolean().default(false),
  /** A basket that is not finished. */
  unfinished: z.boolean().default(false),
  reference: z.string().default(''),
  comment: z.string().default(''),
});

export type Address = z.infer<typeof address>;
export type AddressInput = z.input<typeof address>;
export type Sale = z.infer<typeof sale>;
export type SaleInput = z.input<typeof sale>;
export type LineInput = SaleInput['lines'][number];
