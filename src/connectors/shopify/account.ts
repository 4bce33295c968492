import { z } from 'zod';
import type { Account } from '../contract/account.ts';
import type { Api } from '../contract/api.ts';
import { present } from '../wire/fields.ts';
import { shop as shopOperation } from './account.graphql.ts';
import { query } from './graphql.ts';

/** Every call goes to one shop, whose name never changes (sheet 1). */
export function accountIdentity({ shop }: { readonly shop: string }): string {
  return shop;
}

/**
 * Traits: `country`, `pricesIncludeTax` of products, `maxVariants`, and `scopes` that the token has, with commas between
 * them: what may be left out of a question is left out where a scope for it is missing.
 */
export async function readAccount(api: Api, credentials: { readonly shop: string }): Promise<Account> {
  const { shop, currentAppInstallation } = await query(api, shopOperation);
  const traits = present({
    country: shop.shopAddress?.countryCodeV2,
    pricesIncludeTax: shop.taxesIncluded?.toString(),
    maxVariants: shop.resourceLimits?.maxProductVariants,
    scopes: currentAppInstallation?.accessScopes.map(({ handle }) => handle).join(','),
  });
  return {
    name: shop.name,
    identity: accountIdentity(credentials),
    currency: shop.currencyCode,
    timeZone: shop.ianaTimezone,
    traits: z.record(z.string(), z.string()).parse(traits),
  };
}

/** Whether the token has a scope, or the write scope that includes it. */
export function hasScope({ traits }: Account, scope: string): boolean {
  const held = (traits.scopes ?? '').split(',');
  return held.includes(scope) || held.includes(scope.replace(/^read_/, 'write_'));
}

/** Accounts that were read by versions of before say nothing of them. */
export function knowsScopes({ traits }: Account): boolean {
  return traits.scopes !== undefined;
}
