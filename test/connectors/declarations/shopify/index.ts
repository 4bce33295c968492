/** Shopify, GraphQL Admin API. Facts and their sources: the Shopify sheet, cited by section. */
import { defineConnector } from '../../../../src/connectors/contract/connector.ts';
import { concurrent, costBucket } from '../../../../src/connectors/contract/limits.ts';
import { readAccount } from './account.ts';
import { authOf, shopAddress, shopifyCredentials } from './credentials.ts';
import { readBucket, readError } from './errors.ts';
import { orderSource } from './orders.ts';

/** One a quarter, each good for a year (sheet 1). */
const version = '2026-10';

export const shopify = defineConnector({
  id: 'shopify',
  name: 'Shopify',
  credentials: shopifyCredentials,
  auth: authOf,
  baseUrl: (credentials) => `${shopAddress(credentials)}/admin/api/${version}`,
  // The smallest plan's bucket (sheet 3.1); every answer tells the shop's own.
  limits: [costBucket(2_000, 100, readBucket), concurrent(4)],
  // Filters are a search index, and new rows can lag some seconds (sheet 5.1).
  searchDelayMs: 60_000,
  readError,
  account: readAccount,
  orders: { source: orderSource },
});
