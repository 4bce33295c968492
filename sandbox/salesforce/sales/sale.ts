import { z } from 'zod';
import { buyerFields, countryCode, money, saleFields } from '../../kit/shop/sale-fields.ts';

const address = z.strictObject({
  name: z.string().min(1),
  company: z.string().default(''),
  phone: z.string().default(''),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: countryCode,
});

const line = z.strictObject({
  /** The code of the product; without one it is a product of the name alone. */
  sku: z.string().min(1).optional(),
  name: z.string().min(1),
  /** Net, of one piece, two decimals. */
  price: money,
  quantity: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,2})?$/)
    .default('1'),
  /** In percent. */
  rate: z.string().default('21'),
  description: z.string().default(''),
});

/** An order that somebody of the staff writes. */
export const sale = z.strictObject({
  ...saleFields,
  buyer: address.extend({ ...buyerFields, vatNumber: z.string().default('') }),
  deliverTo: address.optional(),
  lines: z.array(line).min(1),
  reference: z.string().default(''),
  poNumber: z.string().default(''),
  /** The day of the order; that on which it is written when left out. */
  date: z.iso.date().optional(),
  state: z.enum(['draft', 'activated']).default('activated'),
  /** One of the org's own words for it. */
  status: z.string().optional(),
  /** In a multi-currency org; the corporate one when left out. */
  currency: z.string().optional(),
  note: z.string().default(''),
  as: z.enum(['order', 'opportunity']).default('order'),
});

export type Address = z.infer<typeof address>;
export type Sale = z.infer<typeof sale>;
export type SaleInput = z.input<typeof sale>;
