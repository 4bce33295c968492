import { z } from 'zod';

/** What a mapping may fill in of a product, by CCV's own names (sheet 6.6, 6.7). */
export const productFields = z
  .object({
    package_id: z.int().positive(),
    mpnnumber: z.string(),
    purchaseprice: z.number().nonnegative(),
    unit: z.string(),
    stocklocation: z.string(),
    ordering_without_stock: z.string(),
    maincategory: z.string(),
    subcategory: z.string(),
    condition_id: z.int().positive(),
    supplier_id: z.int().positive(),
    minimal_order_amount: z.number().nonnegative(),
    meta_description: z.string(),
    meta_keywords: z.string(),
    page_title: z.string(),
    alias: z.string(),
    specs: z.string(),
    memo: z.string(),
    show_on_beginpage: z.boolean(),
    google_shopping_category: z.string(),
  })
  .partial();
