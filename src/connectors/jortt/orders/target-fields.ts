import { z } from 'zod';
import { paymentMethods } from '../fields.ts';

/** What a mapping may fill in of an invoice, by Jortt's own names (sheet 4.2). */
export const invoiceFields = z
  .object({
    introduction: z.string(),
    remarks: z.string(),
    reference: z.string(),
    payment_term: z.int().nonnegative(),
    payment_method: z.enum(paymentMethods),
    tradename_id: z.uuid(),
    label_ids: z.array(z.uuid()),
    delivery_period: z.iso.date(),
    delivery_period_end: z.iso.date(),
    sold_via_platform: z.boolean(),
    send_method: z.enum(['email', 'peppol', 'self']),
  })
  .partial();
