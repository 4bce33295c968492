import type { Scopes } from '../contract/scopes.ts';

/** Which scope a field of the API wants, so that a missing one is named (sheet 2). Write scopes include their read scopes. */
const scopes: readonly (readonly [RegExp, string])[] = [
  [/^fulfillment|^order\.fulfillmentOrders/, 'write_merchant_managed_fulfillment_orders'],
  [/^orders?\.returns|^return/, 'read_returns'],
  [/^(orderCreate|orderUpdate|orderMark|orderClose|orderOpen|orderCancel|tagsAdd)/, 'write_orders'],
  [/purchasingEntity|companyContactProfiles|^compan/, 'read_companies'],
  [/^customer(Create|Update|Set|Address)/, 'write_customers'],
  [/^(order|orders|orderByIdentifier|refund)\.customer|^customer/, 'read_customers'],
  [/^(order|orders|orderByIdentifier|refund)\b/, 'read_orders'],
  [/^publish/, 'write_publications'],
  [/^publications/, 'read_publications'],
  [
    /^(productSet|productUpdate|productVariants?(Bulk|Append)|productOption|collection(Create|Update)|metafields)/,
    'write_products',
  ],
  [/^inventory(Set|Activate|Item(Update))/, 'write_inventory'],
  [/^locations?\b/, 'read_locations'],
  [/^inventory|inventoryItem|inventoryLevels/, 'read_inventory'],
  [/^(product|collection)/, 'read_products'],
];

/** The scope that is asked for at this place of an answer; none where that is not known. */
export function scopeFor(path: readonly (string | number)[]): string[] {
  const place = path.filter((each) => typeof each === 'string').join('.');
  const found = scopes.find(([pattern]) => pattern.test(place));
  return found === undefined ? [] : [found[1]];
}

/** What an app of the merchant's own must be given (sheet 2). A write scope includes its read scope. */
export const scopeUses: Scopes['wanted'] = {
  read_orders: ['from orders'],
  read_all_orders: ['from orders'],
  read_returns: ['from orders'],
  read_companies: ['from orders', 'from customers'],
  write_orders: ['from orders', 'to orders'],
  write_merchant_managed_fulfillment_orders: ['to orders'],
  read_customers: ['from orders', 'from customers'],
  write_customers: ['to orders', 'to customers'],
  read_products: ['from products', 'from categories', 'from stock', 'to stock'],
  write_products: ['to products', 'to categories'],
  write_publications: ['to products', 'to categories'],
  read_inventory: ['from stock'],
  write_inventory: ['to stock'],
  read_locations: ['from stock', 'to stock'],
};

/** All that Koppel asks a merchant for (docs/connectors/shopify.md says what each is for). */
export const wanted = [
  'write_orders',
  'read_all_orders',
  'read_returns',
  'write_customers',
  'read_companies',
  'write_products',
  'write_inventory',
  'read_locations',
  'write_publications',
  'write_merchant_managed_fulfillment_orders',
] as const;
