import { z } from 'zod';
import { secret } from '../contract/connector.ts';
import { suchAs } from '../contract/credential-meta.ts';

const status = z
  .string()
  .regex(/^\d{1,9}$/, 'not_a_status_number')
  .optional();

/**
 * Statuses have numbers that the shop's list names and nobody else (sheet 7.6): which of them say that an order was sent, or
 * called off, only the merchant knows.
 */
export const credentials = z.object({
  storeToken: secret(),
  /** Of the application. Clients without one exist (sheet, unknown). */
  partnerToken: secret().optional(),
  /** ISO code; needed where the shop does not tell its own. */
  country: suchAs(
    'NL',
    z
      .string()
      .regex(/^[A-Z]{2}$/, 'not_a_country')
      .optional(),
  ),
  sentStatus: status,
  cancelledStatus: status,
});
export type MijnWebwinkelCredentials = z.infer<typeof credentials>;
