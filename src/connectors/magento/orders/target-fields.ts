import { z } from 'zod';

/**
 * What a mapping may fill in of an order, by Magento's own names (sheet 7.2, 7.5); `reference` becomes `ext_order_id`,
 * `payment_method` and `shipping_method` stand deeper in the body.
 */
export const orderFields = z
  .object({
    reference: z.string(),
    increment_id: z.string().max(50),
    state: z.enum(['new', 'pending_payment', 'processing', 'complete', 'holded', 'payment_review']),
    status: z.string(),
    customer_email: z.string(),
    customer_group_id: z.int().nonnegative(),
    customer_note: z.string(),
    customer_taxvat: z.string(),
    ext_customer_id: z.string(),
    coupon_code: z.string(),
    discount_description: z.string(),
    shipping_description: z.string(),
    payment_method: z.string(),
    shipping_method: z.string().regex(/^[^_]+_.+$/, 'not_a_shipping_method'),
    po_number: z.string(),
  })
  .partial();
