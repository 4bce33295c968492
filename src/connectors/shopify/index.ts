/** Shopify, GraphQL Admin API. Facts and their sources: the Shopify sheet, cited by section. */
import { defineConnector } from '../contract/connector.ts';
import { concurrent, costBucket } from '../contract/limits.ts';
import { accountIdentity, hasScope, knowsScopes, readAccount } from './account.ts';
import { categorySource } from './categories/source.ts';
import { categoryTarget } from './categories/target.ts';
import { authOf, shopAddress, shopifyCredentials } from './credentials.ts';
import { customerSource } from './customers/source.ts';
import { customerTarget } from './customers/target.ts';
import { readBucket, readError } from './errors.ts';
import { lookups } from './lookups.ts';
import { orderPage } from './orders/page.ts';
import { orderSource } from './orders/source.ts';
import { orderTarget } from './orders/target.ts';
import { productSource } from './products/source.ts';
import { productTarget } from './products/target.ts';
import { scopeUses } from './scopes.ts';
import { stockSource } from './stock/source.ts';
import { stockTarget } from './stock/target.ts';
import { register } from './subscriptions.ts';
import { receiveHook } from './webhook.ts';

/** One a quarter, each good for a year (sheet 1). */
const version = '2026-10';

export const shopify = defineConnector({
  id: 'shopify',
  name: 'Shopify',
  credentials: shopifyCredentials,
  baseUrl: (credentials) => `${shopAddress(credentials)}/admin/api/${version}`,
  // The smallest plan's bucket (sheet 3.1); every answer tells the shop's own.
  limits: [costBucket(2_000, 100, readBucket), concurrent(4)],
  // Filters are a search index, and new rows can lag some seconds (sheet 5.1).
  searchDelayMs: 60_000,
  auth: authOf,
  readError,
  account: readAccount,
  identity: accountIdentity,
  scopes: {
    wanted: scopeUses,
    has: (account, scope) => (knowsScopes(account) ? hasScope(account, scope) : null),
  },
  webhook: { takes: ({ clientSecret }) => clientSecret !== undefined, receive: receiveHook, register },
  lookups,
  orders: { source: orderSource, target: orderTarget, page: orderPage },
  customers: { source: customerSource, target: customerTarget },
  products: { source: productSource, target: productTarget },
  categories: { source: categorySource, target: categoryTarget },
  stock: { source: stockSource, target: stockTarget },
});
