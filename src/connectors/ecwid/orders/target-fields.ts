import { z } from 'zod';
import { isFulfillmentStatus, isPaymentStatus } from './statuses.ts';

/** What a mapping may fill in of an order, by Ecwid's own names (sheet 3.7); `reference` is Koppel's. */
export const orderFields = z
  .object({
    reference: z.string(),
    paymentStatus: z.string().refine(isPaymentStatus, 'not_a_payment_status'),
    fulfillmentStatus: z.string().refine(isFulfillmentStatus, 'not_a_fulfilment_status'),
    paymentMethod: z.string(),
    paymentModule: z.string(),
    externalTransactionId: z.string(),
    privateAdminNotes: z.string(),
    orderComments: z.string(),
    lang: z.string(),
    customerTaxId: z.string(),
    customerTaxIdValid: z.boolean(),
    acceptMarketing: z.boolean(),
    refererId: z.string(),
    affiliateId: z.string(),
    trackingNumber: z.string(),
    disableAllCustomerNotifications: z.boolean(),
  })
  .partial();
