import { gid, idIn } from './ids.ts';
import { productView } from './products/view.ts';
import { shopDomain } from './settings.ts';
import { currency, type Shop } from './shop.ts';

export function shopView(shop: Shop): Record<string, unknown> {
  const { taxesIncluded, orderPrefix, orderSuffix, plan } = shop.settings();
  return {
    __typename: 'Shop',
    id: gid('Shop', '61234567890'),
    name: 'De Theemeester',
    email: 'winkel@example.com',
    myshopifyDomain: shopDomain,
    currencyCode: currency,
    ianaTimezone: 'Europe/Amsterdam',
    taxesIncluded,
    taxShipping: true,
    weightUnit: 'KILOGRAMS',
    shopAddress: {
      __typename: 'ShopAddress',
      id: gid('ShopAddress', '61234567890'),
      address1: 'Theeweg 1',
      zip: '1011 AB',
      city: 'Amsterdam',
      countryCodeV2: 'NL',
    },
    plan: {
      displayName: plan,
      publicDisplayName: plan[0]?.toUpperCase() + plan.slice(1),
      shopifyPlus: plan === 'plus',
      partnerDevelopment: shop.settings().isDevelopment,
    },
    orderNumberFormatPrefix: orderPrefix,
    orderNumberFormatSuffix: orderSuffix,
    resourceLimits: {
      locationLimit: 10,
      maxProductOptions: 3,
      maxProductVariants: 2048,
      redirectLimitReached: false,
    },
  };
}

export function operationView(shop: Shop, id: string): Record<string, unknown> | null {
  const found = shop.jobs.get(idIn('ProductSetOperation', id) ?? '');
  if (found === undefined) return null;
  const isDone = shop.world.now() >= found.doneAt;
  const product = found.productId === null ? undefined : shop.products.get(found.productId);
  return {
    __typename: 'ProductSetOperation',
    id,
    status: isDone ? 'COMPLETE' : 'ACTIVE',
    product: isDone && product !== undefined ? productView(shop, product) : null,
    userErrors: isDone ? found.errors : [],
  };
}
