import { z } from 'zod';
import { grants, searchSettings } from '../kit/settings.ts';
import { handshakeSettings } from './access/settings.ts';
import { asyncSettings } from './async/settings.ts';
import { catalogueSettings } from './catalogue/settings.ts';
import { inventorySettings } from './inventory/settings.ts';
import { regionRequired } from './stores/regions.ts';

export { accessToken, accessTokenSecret, consumerKey, consumerSecret } from './access/settings.ts';
export const adminUsername = 'koppeling';
export const adminPassword = 'Sandb0x!geheim';
/** Of the admin user's second factor. */
export const oneTimeSecret = 'sandbox-second-factor';

export const allResources = [
  'Magento_Sales::actions_view',
  'Magento_Sales::create',
  'Magento_Sales::cancel',
  'Magento_Sales::hold',
  'Magento_Sales::unhold',
  'Magento_Sales::comment',
  'Magento_Sales::emails',
  'Magento_Sales::invoice',
  'Magento_Sales::ship',
  'Magento_Sales::creditmemo',
  'Magento_Sales::sales_invoice',
  'Magento_Sales::sales_creditmemo',
  'Magento_Sales::shipment',
  'Magento_Customer::customer',
  'Magento_Customer::manage',
  'Magento_Customer::group',
  'Magento_Catalog::products',
  'Magento_Catalog::catalog',
  'Magento_Catalog::attributes_attributes',
  'Magento_Catalog::sets',
  'Magento_Catalog::categories',
  'Magento_CatalogInventory::cataloginventory',
  'Magento_InventoryApi::source',
  'Magento_InventoryApi::source_edit',
  'Magento_InventoryApi::stock_source_item_assign',
  'Magento_InventoryApi::stock',
  'Magento_InventoryApi::stock_edit',
  'Magento_InventoryApi::stock_source_link',
  'Magento_InventorySalesApi::stock',
  'Magento_Logging::system_magento_logging_bulk_operations',
  'Magento_Tax::manage_tax',
  'Magento_Backend::store',
] as const;

export const magentoSettings = z.strictObject({
  /** The shop's own address. It is part of what is signed, and stands in the store configurations. */
  baseUrl: z.url({ protocol: /^https?$/ }).default('https://shop.example.com/'),
  /** `oauth/consumer/enable_integration_as_bearer`: off since 2.4.4 until an admin sets it (sheet 2.1). */
  bearerAllowed: z.boolean().default(false),
  /** What the integration may use (sheet 2.5). */
  resources: grants(...allResources),
  /** True: the admin token endpoint asks for the second factor (sheet 2.4). */
  twoFactor: z.boolean().default(true),
  /** What a page beyond the end returns: the last page again (up to 2.3), or nothing (from 2.4) (sheet 4.3). */
  pageBeyondEnd: z.enum(['last', 'empty']).default('last'),
  /** True: rows without a sort order, and equal rows, come in random order (sheet 17.4). */
  shuffleUnsorted: z.boolean().default(false),
  /** The page size when none is asked for (Web API limits, sheet 6); null returns everything. */
  defaultPageSize: z.number().int().positive().nullable().default(null),
  maxPageSize: z.number().int().positive().nullable().default(null),
  /** The sheet knows of no lag: it is for a shop whose reads go to a replica. */
  ...searchSettings,
  /** How far the shop's clock is ahead of the true time. */
  clockSkewMs: z.number().int().default(0),
  /** Magento has no limit of its own (sheet 6); a proxy in front may. */
  proxyLimit: z
    .strictObject({ calls: z.number().int().positive(), windowMs: z.number().int().positive() })
    .nullable()
    .default(null),
  /** Maintenance mode: an HTML page with 503 (sheet 5.1). */
  maintenance: z.boolean().default(false),
  developerMode: z.boolean().default(false),
  language: z.enum(['en', 'nl']).default('en'),
  /** `row_total` of an order's row in 2.4.8 to 2.4.8-p2 is without the quantity (sheet 7.4). */
  rowTotalBug: z.boolean().default(false),
  /** Children of configurable rows carry their parent's price although it does not count (sheet 7.7). */
  childPrices: z.boolean().default(false),
  /** A comment without a status empties the order's, as before 2.4.7 (sheet 7.9). */
  commentEmptiesStatus: z.boolean().default(false),
  /** Whether `shipping_amount` of a refund is meant with tax: follows a display setting (sheet 8.3). */
  refundShippingInclTax: z.boolean().default(false),
  /** False: the id must be in the body too (sheet 9.4). */
  customerIdFromPath: z.boolean().default(true),
  /** PUT of a customer without `store_id` sets it to that of the request's scope, as older versions do (sheet 9.4). */
  customerStoreReset: z.boolean().default(true),
  /** PUT of a customer without `group_id` sets it to General. Not in the sheet: seen in some versions of 2.3. */
  customerGroupReset: z.boolean().default(false),
  /** The countries of which an address needs a region of the shop's list. */
  regionRequired: z.array(z.string()).default([...regionRequired]),
  /** False: one account per e-mail address for all websites. */
  customersPerWebsite: z.boolean().default(true),
  /** Statuses that the merchant added, with the state that each belongs to (sheet 7.6). */
  statuses: z.record(z.string(), z.string()).default({ verpakt: 'processing' }),
  ...handshakeSettings,
  ...catalogueSettings,
  ...inventorySettings,
  ...asyncSettings,
});

export type MagentoSettings = z.infer<typeof magentoSettings>;
