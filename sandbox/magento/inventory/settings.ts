import { z } from 'zod';

/** How this shop's version and configuration count goods. */
export const inventorySettings = {
  /** False: the modules of MSI were removed; its routes answer 404, and orders lower the quantity at once (sheet 12). */
  inventory: z.boolean().default(true),
  /** False: a module switched reservations off, so that an order lowers the source itself. */
  reservations: z.boolean().default(true),
  /** Whether a source item of a SKU that no product has is stored or refused (sheet 12.2: by version). */
  unknownSkus: z.enum(['accepted', 'refused']).default('accepted'),
  /** Whether the message of a refused list holds its first reason; older versions say only "Validation Failed" (sheet 12.2). */
  validationSaysWhy: z.boolean().default(true),
  /** Whether a configurable product that went out of stock with its children comes back with them, or waits for the merchant. */
  parentWakesUp: z.boolean().default(true),
};
