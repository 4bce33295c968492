/** Salesforce, REST API. Facts and their sources: the Salesforce sheet, cited by section. */
import { defineConnector } from '../contract/connector.ts';
import { concurrent, daily } from '../contract/limits.ts';
import { readAccount } from './account.ts';
import { categorySource } from './categories/source.ts';
import { categoryTarget } from './categories/target.ts';
import { authOf, instanceOf, salesforceCredentials } from './credentials.ts';
import { customerSource } from './customers/source.ts';
import { customerTarget } from './customers/target.ts';
import { readError } from './errors.ts';
import { lookups } from './lookups.ts';
import { orderSource } from './orders/source.ts';
import { orderTarget } from './orders/target.ts';
import { productSource } from './products/source.ts';
import { productTarget } from './products/target.ts';
import { stockSource } from './stock/source.ts';
import { stockTarget } from './stock/target.ts';
import { readUse } from './usage.ts';

export const salesforce = defineConnector({
  id: 'salesforce',
  name: 'Salesforce',
  credentials: salesforceCredentials,
  auth: authOf,
  baseUrl: instanceOf,
  // The smallest org's day, until an answer tells (sheet 4). The rest is left to people and other apps, and the last fifth of what is
  // Koppel's to orders and customers.
  limits: [daily(15_000, 1_000, readUse, { products: 0.8, categories: 0.8, stock: 0.8 }), concurrent(5)],
  // Queries read the database; long transactions are seen later (sheet 7.1).
  searchDelayMs: 5_000,
  // What says nothing is a 204 (sheet 3.1).
  alwaysAnswers: true,
  readError,
  account: readAccount,
  lookups,
  orders: { source: orderSource, target: orderTarget },
  customers: { source: customerSource, target: customerTarget },
  products: { source: productSource, target: productTarget },
  categories: { source: categorySource, target: categoryTarget },
  stock: { source: stockSource, target: stockTarget },
});
