import { z } from 'zod';

/** What a mapping may fill in of a product, by Ecwid's own names (sheet 4.3). */
export const productFields = z
  .object({
    costPrice: z.number().nonnegative(),
    unlimited: z.boolean(),
    warningLimit: z.int().nonnegative(),
    outOfStockVisibilityBehaviour: z.enum(['SHOW', 'HIDE', 'ALLOW_PREORDER']),
    minPurchaseQuantity: z.int().positive(),
    maxPurchaseQuantity: z.int().positive(),
    seoTitle: z.string(),
    seoDescription: z.string(),
    customSlug: z.string(),
    externalReferenceId: z.string(),
    productClassId: z.int().nonnegative(),
    isShippingRequired: z.boolean(),
    discountsAllowed: z.boolean(),
    showOnFrontpage: z.int(),
    productCondition: z.string(),
    googleProductCategory: z.int().positive(),
    customsHsTariffCode: z.string(),
  })
  .partial();
