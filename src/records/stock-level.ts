import { z } from 'zod';
import { decimal } from './money.ts';

/** How much there is of one SKU, in pieces, at one place or in all. A system leaves out what it does not know; what is left out is not zero. */
export const stockLevel = z.object({
  /** Left out where the merchant gave none. */
  sku: z.string().min(1).optional(),
  /** What it is called, for people to find it. */
  name: z.string().optional(),
  productId: z.string().optional(),
  variantId: z.string().optional(),
  /** Whether the system keeps stock of it at all. */
  managed: z.boolean().optional(),
  onHand: decimal.optional(),
  reserved: decimal.optional(),
  /** `onHand` − `reserved` where both are known, else what the system calls available. */
  available: decimal.optional(),
  incoming: decimal.optional(),
  /** The system's own id of the place; left out where it knows none, or of all places together. */
  location: z.string().optional(),
});

export type StockLevel = z.infer<typeof stockLevel>;
