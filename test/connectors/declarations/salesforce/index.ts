/** Salesforce, REST API. Facts and their sources: the Salesforce sheet, cited by section. */
import { defineConnector } from '../../../../src/connectors/contract/connector.ts';
import { concurrent, daily } from '../../../../src/connectors/contract/limits.ts';
import { readAccount } from './account.ts';
import { authOf, instanceOf, salesforceCredentials } from './credentials.ts';
import { readError } from './errors.ts';
import { orderSource } from './orders.ts';
import { stockTarget } from './stock.ts';
import { readUse } from './usage.ts';

export const salesforce = defineConnector({
  id: 'salesforce',
  name: 'Salesforce',
  credentials: salesforceCredentials,
  auth: authOf,
  baseUrl: instanceOf,
  // The smallest org's day, until an answer tells (sheet 4). The rest is left to people and other apps.
  limits: [daily(15_000, 1_000, readUse), concurrent(5)],
  // Queries read the database.
  searchDelayMs: 5_000,
  readError,
  account: readAccount,
  orders: { source: orderSource },
  stock: { target: stockTarget },
});
