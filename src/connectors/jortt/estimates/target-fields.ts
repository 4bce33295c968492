import { z } from 'zod';

/**
 * What a mapping may fill in of an estimate, by Jortt's own names (sheet 7.1). Of the ways of sending those that are
 * described for estimates.
 */
export const estimateFields = z
  .object({
    introduction: z.string(),
    remarks: z.string(),
    reference: z.string(),
    tradename_id: z.uuid(),
    valid_until: z.iso.date(),
    send_method: z.enum(['email', 'self']),
    email_address_customer: z.string(),
  })
  .partial();
