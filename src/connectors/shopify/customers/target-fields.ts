import { z } from 'zod';

/** What a mapping may fill in of a customer, by Shopify's own names (sheet 6). */
export const customerFields = z
  .object({
    firstName: z.string(),
    lastName: z.string(),
    note: z.string(),
    tags: z.array(z.string()),
    taxExempt: z.boolean(),
    locale: z.string(),
  })
  .partial();

/** Whether a part is a field that only a mapping fills in. */
export function isOwn(name: string): boolean {
  return ['note', 'tags', 'taxExempt'].includes(name);
}
