import { z } from 'zod';
import { decimal, money } from '../../kit/shop/sale-fields.ts';

/** Rows by the position of their line in the basket; a bundle counts as one. */
const rows = z.array(z.strictObject({ position: z.number().int().nonnegative(), quantity: decimal })).min(1);
const allOrRows = z.union([z.literal(true), z.strictObject({ rows })]);

/** What a merchant does to an order in the shop's own pages. Several actions are done in this order. */
export const deed = z.strictObject({
  /** Which also marks it as paid. */
  invoice: allOrRows.optional(),
  ship: allOrRows.optional(),
  hold: z.literal(true).optional(),
  unhold: z.literal(true).optional(),
  cancel: z.literal(true).optional(),
  refund: z
    .strictObject({
      /** All that is left when missing; `[]` for no goods. */
      rows: z.union([rows, z.tuple([])]).optional(),
      /** Without tax. All that is left when missing. */
      shipping: money.optional(),
      adjustmentPositive: money.optional(),
      adjustmentNegative: money.optional(),
      /** The goods that were sent are back in the source. */
      restock: z.boolean().optional(),
    })
    .optional(),
  /** A new order in its place, and this one cancelled (sheet 17.36). */
  edit: z
    .strictObject({
      rows: z.array(
        z.strictObject({
          position: z.number().int().nonnegative(),
          quantity: decimal.optional(),
          price: money.optional(),
        }),
      ),
    })
    .optional(),
  status: z.string().optional(),
  email: z.string().optional(),
  comment: z.string().optional(),
});

export type Deed = z.infer<typeof deed>;
