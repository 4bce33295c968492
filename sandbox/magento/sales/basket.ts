/** What was bought and on what terms: the input of the shop's arithmetic. Amounts are decimal strings in euros. */
import { z } from 'zod';
import { decimal, money } from '../../kit/shop/sale-fields.ts';
import { storeViews } from '../stores/stores.ts';

const quantity = decimal.refine((text) => Number(text) > 0, 'must be more than nothing');

/** What a bundle is put together of. */
const part = z.strictObject({
  optionId: z.number().int(),
  selectionId: z.number().int(),
  productId: z.number().int(),
  sku: z.string(),
  name: z.string(),
  /** In one bundle. */
  quantity: quantity.default('1'),
  /** Of a bundle that costs what its parts do. */
  price: money.default('0'),
  rate: decimal.default('0'),
  weight: z.number().nonnegative().default(0),
});

const line = z.strictObject({
  type: z
    .enum(['simple', 'virtual', 'downloadable', 'grouped', 'giftcard', 'configurable', 'bundle'])
    .default('simple'),
  productId: z.number().int(),
  sku: z.string(),
  name: z.string(),
  /** Per unit, with or without tax as the store's prices are. */
  price: money,
  /** Before a special price. */
  originalPrice: money.optional(),
  quantity: quantity.default('1'),
  /** Percent, as the customer pays it. */
  rate: decimal,
  /** Percent that the catalogue's price holds, if it is another. */
  storeRate: decimal.optional(),
  /** Fixed product tax per unit (WEEE), which is not taxed itself. */
  fixedTax: money.optional(),
  weight: z.number().nonnegative().default(0),
  /** The chosen product of a configurable one. */
  variant: z
    .strictObject({
      productId: z.number().int(),
      name: z.string(),
      options: z.array(z.strictObject({ attributeId: z.string(), valueId: z.number().int() })),
    })
    .optional(),
  bundle: z.strictObject({ pricing: z.enum(['fixed', 'dynamic']), parts: z.array(part).min(1) }).optional(),
});

const discount = z.strictObject({
  label: z.string(),
  coupon: z.string().optional(),
  ruleId: z.number().int().default(7),
  type: z.enum(['percent', 'amount']),
  value: decimal,
  /** The percentage is taken off the shipping too. */
  onShipping: z.boolean().default(false),
  /** The lines it applies to, by position; all when left out. */
  lines: z.array(z.number().int().nonnegative()).optional(),
});

export const basket = z.strictObject({
  store: z.enum(storeViews.map(({ code }) => code)).default('default'),
  /** Why no tax is charged, if none is; the lines keep their rates. */
  tax: z.enum(['charged', 'shifted', 'exported']).default('charged'),
  lines: z.array(line).min(1),
  shipping: z
    .strictObject({
      /** `carrier_method` */
      method: z.string(),
      description: z.string(),
      /** With or without tax as the store's prices are. */
      price: money,
      rate: decimal.default('21'),
    })
    .nullable()
    .default(null),
  discount: discount.optional(),
  /** What a gift card may pay; no more than the order costs. Adobe Commerce only (sheet 7.5). */
  giftCard: money.optional(),
  storeCredit: money.optional(),
});

export type Basket = z.infer<typeof basket>;
export type BasketInput = z.input<typeof basket>;
export type BasketLine = Basket['lines'][number];
export type LineInput = BasketInput['lines'][number];
