import type { Api } from '../contract/api.ts';
import type { Filter } from './search.ts';

/** Lists know nothing of the store view in their path (sheet 1.1): a connection to one view asks for its records only. */
export function inStore(api: Api): Filter[] {
  return within(api, 'store_id', api.account.traits.storeId);
}

/** Accounts belong to websites (sheet 9.2). */
export function onWebsite(api: Api): Filter[] {
  return within(api, 'website_id', api.account.traits.websiteId);
}

function within({ account }: Api, field: string, value: string | undefined): Filter[] {
  return account.traits.scope === 'store' && value !== undefined ? [{ field, condition: 'eq', value }] : [];
}
