import type { Connector } from '../../../src/connectors/contract/connector.ts';
import { connectorById } from '../../../src/connectors/registry.ts';

export const shopNames = ['ccv', 'ecwid', 'magento', 'mijnwebwinkel', 'salesforce', 'shopify'] as const;
export type ShopName = (typeof shopNames)[number];

/** An account of which nothing is known but that it is one. */
const anyAccount = { name: '', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} };

/** Whether a product has its variants in itself when Koppel made it there; else each is a product of its own. */
export function groupsVariants(shop: ShopName): boolean {
  return connectorOf(shop).products?.target?.traits(anyAccount).groups === true;
}

/** What a variant goes by there that has no SKU of its own; undefined where variants have SKUs. */
export function variantSkuIn(
  shop: ShopName,
): ((sku: string, options: Readonly<Record<string, string>>) => string) | undefined {
  const source = connectorOf(shop).products?.source;
  return source?.variantSku?.bind(source);
}

/** How many pictures a product has there: the only one of Salesforce is a field of it. */
export function mostPictures(shop: ShopName): number {
  return shop === 'salesforce' ? 1 : Number.POSITIVE_INFINITY;
}

/** Whether it tells of what happens at an address that a person entered there: Koppel need not ask for it. */
export function tellsByItself(shop: ShopName): boolean {
  const { webhook } = connectorOf(shop);
  return webhook !== undefined && webhook.register === undefined;
}

/** How long what is new may stay out of its lists. */
export function longestLagMs(shop: ShopName): number {
  return connectorOf(shop).searchDelayMs * 0.95;
}

function connectorOf(shop: ShopName): Connector {
  const connector = connectorById(shop);
  if (connector === undefined) throw new Error(`There is no connector "${shop}".`);
  return connector;
}
