/** A sale as the sandbox makes one up: who bought what, and how it stands. */
import { z } from 'zod';
import { buyerFields, countryCode, saleFields } from '../../kit/shop/sale-fields.ts';
import { fulfillmentStatuses, paymentStatuses } from '../orders/fields.ts';
import { basket } from './basket.ts';

const address = z.strictObject({
  name: z.string(),
  companyName: z.string().default(''),
  /** Two lines are joined by a line feed (sheet 3.9). */
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: countryCode,
  province: z.strictObject({ code: z.string(), name: z.string() }).optional(),
  phone: z.string().default(''),
});

const buyer = address.extend({
  ...buyerFields,
  vatNumber: z.string().default(''),
  lang: z.string().default('nl'),
});

export const sale = z.strictObject({
  ...saleFields,
  buyer,
  /** Where the goods go, if elsewhere. Null: nowhere, as with what is fetched or downloaded. */
  deliverTo: address.nullish(),
  basket,
  payment: z
    .strictObject({ method: z.string(), module: z.string() })
    .default({ method: 'iDEAL', module: 'CUSTOM_PAYMENT_APP-mollie-pg' }),
  paymentStatus: z.enum(paymentStatuses).default('PAID'),
  fulfillmentStatus: z.enum(fulfillmentStatuses).default('AWAITING_PROCESSING'),
  refunds: z.array(z.strictObject({ amount: z.string(), reason: z.string().default('') })).default([]),
  comments: z.string().default(''),
});

export type Address = z.infer<typeof address>;
export type AddressInput = z.input<typeof address>;
export type Buyer = z.infer<typeof buyer>;
export type BuyerInput = z.input<typeof buyer>;
export type Sale = z.infer<typeof sale>;
export type SaleInput = z.input<typeof sale>;
