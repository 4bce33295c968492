/** A sale as the sandbox makes one up: who bought what, and how it stands. */
import { z } from 'zod';
import { buyerFields, countryCode, money, saleFields } from '../../kit/shop/sale-fields.ts';
import { basket } from './basket.ts';

const address = z.strictObject({
  name: z.string(),
  company: z.string().nullable().default(null),
  street: z.string(),
  extra: z.string().nullable().default(null),
  postalCode: z.string(),
  city: z.string(),
  country: countryCode,
  province: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
});

export const sale = z.strictObject({
  ...saleFields,
  buyer: address.extend({
    ...buyerFields,
    locale: z.string().default('nl'),
    vatNumber: z.string().nullable().default(null),
    /** A company of the shop's own (B2B), not only a word in the address. */
    isB2b: z.boolean().default(false),
  }),
  /** Where the goods go, if elsewhere. Null: nowhere. */
  deliverTo: address.nullish(),
  basket,
  gateway: z.string().default('shopify_payments'),
  state: z.enum(['paid', 'pending', 'authorized', 'partly']).default('paid'),
  /** Paid with a gift card, before the rest. */
  giftCard: money.default('0'),
  presentment: z.strictObject({ currency: z.string(), rate: z.string() }).nullable().default(null),
  test: z.boolean().default(false),
  note: z.string().nullable().default(null),
  poNumber: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  attributes: z.record(z.string(), z.string()).default({}),
  sourceName: z.string().default('web'),
  /** Given where an id must be a certain one. */
  id: z.string().optional(),
});

export type Sale = z.infer<typeof sale>;
export type SaleInput = z.input<typeof sale>;
export type AddressInput = z.infer<typeof address>;
