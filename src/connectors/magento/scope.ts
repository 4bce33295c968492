import type { Api } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';
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

/**
 * The same call in the scope of all views, whatever view the connection is to: what is read there are the values that views fall back
 * to, and what is written there holds in every view that has no value of its own (sheet 1.1, 17.21).
 */
export function everywhere({ account }: Pick<Api, 'account'>, { text }: Path): Path {
  const up = account.traits.scope === 'store' ? '/..' : '';
  return { text: text === null ? null : `${up}/all${text}` };
}

/** Values of the connection's own view, or those that all views fall back to. */
export type Scope = 'view' | 'all';

export function scoped(api: Api, scope: Scope, relative: Path): Path {
  return scope === 'all' ? everywhere(api, relative) : relative;
}
