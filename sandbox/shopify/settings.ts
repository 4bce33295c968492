import { z } from 'zod';
import { grants, searchSettings } from '../kit/settings.ts';
import { deliverySettings } from '../kit/webhooks/settings.ts';

export const shopDomain = 'demo-winkel.myshopify.com';
/** The permanent token of an app that was made in the shop's own pages (sheet 2). */
export const accessToken = 'shpat_sandbox';
export const clientId = 'sandbox-client';
/** Also the key of webhook signatures. */
export const clientSecret = 'shpss_sandbox';

export const allScopes = [
  'write_orders',
  'read_all_orders',
  'read_returns',
  'write_customers',
  'write_products',
  'write_inventory',
  'read_locations',
  'write_merchant_managed_fulfillment_orders',
  'write_publications',
  'write_companies',
] as const;

export const shopifySettings = z.strictObject({
  ...searchSettings,
  ...deliverySettings,
  /** Whether the cost of queries is limited. */
  limits: z.boolean().default(true),
  plan: z.enum(['standard', 'advanced', 'plus']).default('standard'),
  /** What the app was granted. A write scope includes its read scope. */
  scopes: grants(...allScopes),
  /** Types that the app is not approved for: protected customer data (sheet 2). */
  notApproved: z.array(z.enum(['Order', 'Customer'])).default([]),
  /** 402: the bill is not paid. */
  frozen: z.boolean().default(false),
  versions: z.array(z.string().regex(/^\d{4}-\d{2}$/)).default(['2026-01', '2026-04', '2026-07', '2026-10']),
  /** The version of webhook bodies: a setting of the app (sheet 10.1). */
  webhookVersion: z.string().default('2026-10'),
  webhookTimeoutMs: z.number().int().positive().default(5000),
  tokenLifeMs: z.number().int().positive().default(86_399_000),
  /** Not documented (sheet 13). */
  idempotencyLifetimeMs: z.number().int().nonnegative().default(3_600_000),
  /** Product prices and shipping contain tax. */
  taxesIncluded: z.boolean().default(true),
  orderPrefix: z.string().default('#'),
  orderSuffix: z.string().default(''),
  /** Of development shops: at most five new orders in a minute over the API (sheet 3.1). */
  isDevelopment: z.boolean().default(false),
  /** How long media are in the making (sheet 7.4). */
  mediaMs: z.number().int().nonnegative().default(0),
  /** How long jobs take: a cancelled order, an asynchronous `productSet` (sheet 5.4, 7.2). */
  jobMs: z.number().int().nonnegative().default(0),
  /** Where the sandbox is asked for pictures; null: at its own origin. */
  picturesAt: z.url().nullable().default(null),
});

export type ShopifySettings = z.infer<typeof shopifySettings>;
