/** A sale as the sandbox makes one up: who bought what, and what the merchant did with it since. */
import { z } from 'zod';
import { buyerFields, countryCode, saleFields } from '../../kit/shop/sale-fields.ts';
import { deed } from '../orders/deed.ts';
import { basket } from './basket.ts';

const address = z.strictObject({
  firstname: z.string(),
  lastname: z.string(),
  middlename: z.string().optional(),
  company: z.string().optional(),
  /** One to four lines: what stands on which is up to the shop (sheet 7.5). */
  street: z.array(z.string()).min(1).max(4),
  postcode: z.string(),
  city: z.string(),
  country: countryCode,
  region: z.strictObject({ id: z.number().int(), code: z.string(), name: z.string() }).optional(),
  telephone: z.string().default('0200000000'),
  vatId: z.string().optional(),
});

export const buyer = address.extend({
  ...buyerFields,
  groupId: z.number().int().default(1),
  /** The account's VAT number; that of the address is its own. */
  taxvat: z.string().optional(),
});

export const sale = z.strictObject({
  ...saleFields,
  buyer,
  /** Where the goods go, if elsewhere. */
  deliverTo: address.optional(),
  basket,
  payment: z
    .strictObject({ method: z.string(), title: z.string() })
    .default({ method: 'mollie_methods_ideal', title: 'iDEAL' }),
  /** How the checkout left it. */
  state: z.enum(['new', 'pending_payment', 'payment_review']).default('new'),
  /** What the merchant did, one after the other. */
  deeds: z.array(deed).default([]),
  note: z.string().optional(),
});

export type Address = z.infer<typeof address>;
export type AddressInput = z.input<typeof address>;
export type Buyer = z.infer<typeof buyer>;
export type BuyerInput = z.input<typeof buyer>;
export type Sale = z.infer<typeof sale>;
export type SaleInput = z.input<typeof sale>;
