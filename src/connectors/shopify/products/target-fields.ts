import { z } from 'zod';

/** What a mapping may fill in of a product, by Shopify's own names (sheet 7). */
export const productFields = z
  .object({
    handle: z.string(),
    productType: z.string(),
    tags: z.array(z.string()),
    templateSuffix: z.string(),
  })
  .partial();
