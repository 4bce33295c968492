import { z } from 'zod';

/** What the sheet leaves open about products, stock and batches; each can be played either way. */
export const catalogueSettings = {
  /** False: the plan of the store has no variations (sheet 5). */
  planAllowsVariations: z.boolean().default(true),
  /** False: a SKU that another product or variation has is refused with 409 (sheet 2.5). */
  duplicateSkus: z.boolean().default(true),
  /** What a `quantity` without `unlimited: false` does to a product that is not counted (sheet 4.7, 9). */
  quantityOfUnlimited: z.enum(['counts', 'ignored']).default('counts'),
  /** What a delta does to a product that is not counted (sheet 4.7: not documented). */
  deltaOfUnlimited: z.enum(['ignored', 'refused']).default('ignored'),
  /** Whether the quantity of a product with variations is a number of its own, or their sum (sheet 4.7: not documented). */
  parentQuantity: z.enum(['own', 'sum']).default('own'),
  /** Whether a change of stock moves the product's time of change (sheet 4.2: inferred). */
  stockMovesTimestamp: z.boolean().default(true),
  /** Whether variations keep their ids when the options of their product change (not documented). */
  combinationIds: z.enum(['new', 'kept']).default('new'),
  /** What happens to an attribute that the product type does not have (sheet 4.5: it is declared first). */
  unknownAttributes: z.enum(['ignored', 'refused']).default('ignored'),
  /** Stock when an order that came over the API unpaid is paid later (sheet 14, 5: not documented). */
  stockOfLaterPayment: z.enum(['stays', 'falls']).default('stays'),
  /** Stock when an order leaves `CANCELLED` or `REFUNDED` again (sheet 14, 5: not documented). */
  stockOfRevival: z.enum(['falls', 'stays']).default('falls'),
  /** Stock when an order is deleted (sheet 3.4: not documented). */
  stockOfDeletedOrder: z.enum(['stays', 'given back']).default('stays'),
  /** Where the shop's pictures lie; null: where the sandbox is asked, below `/ecwid`. */
  picturesAt: z.url().nullable().default(null),
  /** False: pictures are taken in without fetching their addresses, and made of a name instead. */
  fetchesPictures: z.boolean().default(true),
  /** How long the shop takes before it fetches a picture that was sent as `async`. */
  asyncPictureMs: z.number().int().nonnegative().default(1000),
  /** How long a batch waits before its first request, and how long each request takes. */
  batchQueueMs: z.number().int().nonnegative().default(0),
  batchRequestMs: z.number().int().nonnegative().default(0),
  /** How long the result of a batch can be read (sheet 9: not documented). */
  batchLifetimeMs: z
    .number()
    .int()
    .positive()
    .default(24 * 60 * 60 * 1000),
  /** What a batch takes of the 600 calls a minute (sheet 9: not documented). */
  batchCounts: z.enum(['one', 'entries']).default('one'),
};
