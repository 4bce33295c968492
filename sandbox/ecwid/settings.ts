import { z } from 'zod';
import { gateSettings, grants, searchSettings } from '../kit/settings.ts';
import { deliverySettings } from '../kit/webhooks/settings.ts';
import { catalogueSettings } from './catalogue-settings.ts';

export const storeId = '1003';
/** Another store that exists, but is not the token's. */
export const neighbourStoreId = '1004';
export const secretToken = 'secret_sandbox';
export const clientSecret = 'sandbox-client-secret';

export const ecwidSettings = z.strictObject({
  ...gateSettings,
  ...searchSettings,
  /** True answers 402 `STORE_IS_SUSPENDED`. */
  suspended: z.boolean().default(false),
  scopes: grants(
    'read_store_profile',
    'update_store_profile',
    'read_orders',
    'create_orders',
    'update_orders',
    'read_invoices',
    'read_customers',
    'create_customers',
    'update_customers',
    'read_catalog',
    'create_catalog',
    'update_catalog',
    'read_brands',
  ),
  /** What a `limit` above 100 does is not documented (sheet 2.1). */
  overlongLimit: z.enum(['clamp', 'refuse']).default('clamp'),
  /** How the answer to a created order spells its second key (sheet 3.5). */
  orderIdKey: z.enum(['orderId', 'orderid']).default('orderId'),
  orderNumberPrefix: z.string().max(20).default(''),
  orderNumberSuffix: z.string().max(20).default(''),
  /** Observed behaviour that is probably a bug: an update of the order empties its customer group (sheet 11). */
  quirks: z.boolean().default(true),
  /** Customers show their shipping addresses in another order than that in which they were sent (sheet 7.3: not stable). */
  addressesReversed: z.boolean().default(true),
  /** Null: nobody listens. */
  webhookUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  /** Which events are sent; in the real system Ecwid's staff sets the list (sheet 10.1). */
  webhookEvents: z
    .array(z.string())
    .default([
      'order.created',
      'order.updated',
      'order.deleted',
      'unfinished_order.created',
      'unfinished_order.updated',
      'unfinished_order.deleted',
      'customer.created',
      'customer.updated',
      'customer.deleted',
      'profile.updated',
      'product.created',
      'product.updated',
      'product.deleted',
      'category.created',
      'category.updated',
      'category.deleted',
      'product_class.created',
      'product_class.updated',
      'product_class.deleted',
    ]),
  ...catalogueSettings,
  ...deliverySettings,
});

export type EcwidSettings = z.infer<typeof ecwidSettings>;
