/** What was bought and on what terms: the input of the shop's arithmetic. Amounts are decimal strings in euros. */
import { z } from 'zod';
import { decimal, money } from '../../kit/shop/sale-fields.ts';

const line = z.strictObject({
  /** Null for a line that the merchant typed in. */
  productId: z.number().int().nullable().default(null),
  sku: z.string().default(''),
  name: z.string(),
  /** Per unit, with or without tax as the basket says. */
  price: money,
  quantity: decimal.default('1'),
  /** Percent. */
  rate: decimal,
  /** False for what carries no tax by nature, such as a gift card: no tax is listed then. */
  taxable: z.boolean().default(true),
  /** Takes its share of the shipping. */
  shipped: z.boolean().default(true),
  weight: z.number().default(0),
  options: z.array(z.strictObject({ name: z.string(), value: z.string() })).default([]),
});

const coupon = z.strictObject({
  code: z.string(),
  name: z.string(),
  type: z.enum(['ABS', 'PERCENT', 'SHIPPING', 'ABS_AND_SHIPPING', 'PERCENT_AND_SHIPPING']),
  value: money.default('0'),
});

const promotion = z.strictObject({
  base: z.enum(['SUBTOTAL', 'ON_TOTAL', 'ON_MEMBERSHIP', 'ON_TOTAL_AND_MEMBERSHIP', 'ITEM', 'CUSTOM']),
  type: z.enum(['ABS', 'PERCENT']),
  value: money,
  description: z.string().default(''),
  /** The lines it applies to, by position; all when left out. */
  lines: z.array(z.number().int().nonnegative()).optional(),
});

const surcharge = z.strictObject({
  id: z.string(),
  description: z.string(),
  type: z.enum(['ABSOLUTE', 'PERCENT']),
  value: money,
  /** Percent; 0 is not taxed. */
  rate: decimal,
});

export const basket = z.strictObject({
  pricesIncludeTax: z.boolean().default(true),
  /** Why no tax is charged, if none is; the lines keep their rates. */
  tax: z.enum(['charged', 'shifted', 'exported', 'exempt']).default('charged'),
  lines: z.array(line),
  shipping: z
    .strictObject({
      method: z.string(),
      rate: money,
      pickup: z.boolean().default(false),
      /** Percent, where shipping is taxed apart from the goods; else as the goods that it carries, by their price. */
      taxedAt: decimal.optional(),
    })
    .nullable()
    .default(null),
  coupon: coupon.optional(),
  promotions: z.array(promotion).default([]),
  handlingFee: z.strictObject({ name: z.string(), value: money }).optional(),
  surcharges: z.array(surcharge).default([]),
  /** What a gift card may pay; no more than the order costs. */
  giftCard: money.optional(),
  /** Whether the order's total is what remains after the credit is not documented (sheet 3.7): both are played. */
  storeCredit: z.strictObject({ amount: money, takenOffTotal: z.boolean() }).optional(),
});

export type Basket = z.infer<typeof basket>;
export type BasketLine = Basket['lines'][number];
export type BasketInput = z.input<typeof basket>;
