/** Which scope a field needs (sheet 2): by the type that it gives, of a mutation by its name. */
const byType: Readonly<Record<string, string>> = {
  Order: 'read_orders',
  Refund: 'read_orders',
  // The sheet's table leaves it out (docs/connectors/shopify.md).
  Return: 'read_returns',
  OrderTransaction: 'read_orders',
  FulfillmentOrder: 'read_merchant_managed_fulfillment_orders',
  Customer: 'read_customers',
  Company: 'read_companies',
  Product: 'read_products',
  ProductVariant: 'read_products',
  Collection: 'read_products',
  InventoryItem: 'read_inventory',
  InventoryLevel: 'read_inventory',
  Location: 'read_locations',
  Publication: 'read_publications',
};

const byMutation: readonly (readonly [RegExp, string])[] = [
  [/^fulfillment/, 'write_merchant_managed_fulfillment_orders'],
  [/^(order|refund)/, 'write_orders'],
  [/^customer/, 'write_customers'],
  [/^company/, 'write_companies'],
  [/^publishable/, 'write_publications'],
  [/^inventory/, 'write_inventory'],
  [/^(product|collection)/, 'write_products'],
];

/** Tags, metafields and their definitions need no more than the write scope of what they are of (sheet 7.7). */
const byOwner: Readonly<Record<string, string>> = {
  Order: 'write_orders',
  Customer: 'write_customers',
  Product: 'write_products',
  ProductVariant: 'write_products',
  Collection: 'write_products',
  Company: 'write_companies',
};

export function needOfType(name: string): string | undefined {
  return byType[name.replace(/Connection$/, '')];
}

export function needOfMutation(name: string): string | undefined {
  return byMutation.find(([pattern]) => pattern.test(name))?.[1];
}

export function needOfOwner(type: string): string | undefined {
  return byOwner[type];
}

/** A write scope includes its read scope. */
export function covers(scopes: readonly string[], need: string | undefined): boolean {
  return need === undefined || scopes.includes(need) || scopes.includes(need.replace(/^read_/, 'write_'));
}
