import { z } from 'zod';

/** What a mapping may fill in of an order, by Shopify's own names (sheet 5.3); `reference` is Koppel's. */
export const orderFields = z
  .object({
    reference: z.string(),
    name: z.string(),
    note: z.string(),
    poNumber: z.string(),
    tags: z.array(z.string()),
    email: z.string(),
    phone: z.string(),
    gateway: z.string(),
    companyLocationId: z.string(),
    test: z.boolean(),
  })
  .partial();
