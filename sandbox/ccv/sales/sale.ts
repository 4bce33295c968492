/** A sale as the sandbox makes one up: who bought what, and how it stands. Amounts are decimal strings in euros. */
import { z } from 'zod';
import { buyerFields, countryCode, decimal, money, saleFields } from '../../kit/shop/sale-fields.ts';
import { fresh } from '../orders/statuses.ts';

const party = z.strictObject({
  name: z.string(),
  company: z.string().default(''),
  /** With the number. */
  street: z.string().default(''),
  extra: z.string().default(''),
  zipcode: z.string(),
  city: z.string(),
  country: countryCode.default('NL'),
  phone: z.string().default(''),
  comment: z.string().default(''),
});

/** May be below zero, as a till has it. */
const signed = z.string().regex(/^-?\d{1,9}(\.\d{1,4})?$/, 'must be a decimal such as "-12.34"');

const line = z.strictObject({
  /** Null for a free row. */
  productId: z.number().int().nullable().default(null),
  sku: z.string().default(''),
  name: z.string().default(''),
  /** Per unit, with or without tax as the sale's prices are; before the discount. Left out: all is as the shop has it under that SKU. */
  price: signed.optional(),
  /** Per unit. */
  discount: money.default('0'),
  /** Below zero: goods that come back at the till. */
  quantity: signed.default('1'),
  /** Percent. Left out: what goods of that kind carry where they go. */
  rate: decimal.optional(),
  vat: z.enum(['standard', 'reduced', 'none']).default('standard'),
  weight: decimal.default('0'),
  unit: z.string().default('stuk'),
  memo: z.string().default(''),
  /** `product`, or the word of a deposit. */
  type: z.string().default('product'),
  /** What was chosen; each may cost more. */
  options: z
    .array(z.strictObject({ name: z.string(), value: z.string(), price: money.default('0') }))
    .default([]),
});

export const sale = z.strictObject({
  ...saleFields,
  /** Null: nobody was named, as at a till. */
  buyer: party
    .extend({
      ...buyerFields,
      vatNumber: z.string().default(''),
      coc: z.string().default(''),
      reference: z.string().default(''),
    })
    .nullable()
    .default(null),
  deliverTo: party.optional(),
  /** May be empty: a receipt without lines. */
  lines: z.array(line),
  pricesIncludeTax: z.boolean().default(true),
  shipping: money.nullable().default(null),
  paymethodCosts: money.nullable().default(null),
  /** Handling costs, or a discount where they are below zero. */
  extraCosts: z.strictObject({ amount: signed, description: z.string() }).nullable().default(null),
  /** Something that is chosen with the payment, as an insurance. */
  paymentExtra: z.strictObject({ name: z.string(), amount: money }).nullable().default(null),
  /** False: VAT is neither shown nor counted. */
  taxed: z.boolean().default(true),
  /** Of the whole order. */
  coupon: z
    .strictObject({ code: z.string(), amount: money, type: z.string().default('fixed') })
    .nullable()
    .default(null),
  creditPoints: money.nullable().default(null),
  /** Percent; it is in the prices already. */
  userDiscount: decimal.default('0'),
  /** By its id. */
  paymethod: z.number().int().default(12),
  paid: z.boolean().default(true),
  status: z.number().int().min(1).max(14).default(fresh),
  deliverMethod: z.enum(['shipping', 'delivery', 'pickup']).default('shipping'),
  /** At a pick-up point of the carrier. */
  pickupPoint: z.boolean().default(false),
  trackAndTrace: z.strictObject({ code: z.string(), carrier: z.string() }).nullable().default(null),
  /** Sold on a marketplace: rows at 0 %. */
  platform: z.boolean().default(false),
  /** A basket that is not completed. */
  basket: z.boolean().default(false),
  note: z.string().default(''),
  /** Now, unless it was earlier: a receipt that a till sends late. */
  placedAt: z.iso.datetime().optional(),
  /** At the till. Where an order has the three below is a matter of settings. */
  till: z.boolean().default(false),
  tip: money.nullable().default(null),
  voucher: money.nullable().default(null),
  rounding: signed.nullable().default(null),
});

export type Party = z.infer<typeof party>;
export type PartyInput = z.input<typeof party>;
export type Sale = z.infer<typeof sale>;
export type SaleInput = z.input<typeof sale>;
export type LineInput = SaleInput['lines'][number];
