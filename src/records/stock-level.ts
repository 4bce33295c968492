import { z } from 'zod';
import { decimal } from './money.ts';

/** How much of one SKU there is. A system leaves out what it does not know; what is left out is not zero. */
export const stockLevel = z.object({
  sku: z.string().min(1),
  productId: z.string().optional(),
  variantId: z.string().optional(),
  /** Whether the system keeps stock of it at all. */
  managed: z.boolean().optional(),
  onHand: decimal.optional(),
  reserved: decimal.optional(),
  /** `onHand` − `reserved` where both are known, else what the system calls available. */
  available: decimal.optional(),
  incoming: decimal.optional(),
  location: z.string().optional(),
});

export type StockLevel = z.infer<typeof stockLevel>;
