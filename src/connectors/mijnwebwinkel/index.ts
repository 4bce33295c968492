/** MijnWebwinkel, MyOnlineStore Connect version 1. Facts and their sources: the MijnWebwinkel sheet, cited by section. */
import { query } from '../contract/auth.ts';
import { defineConnector } from '../contract/connector.ts';
import { concurrent, window } from '../contract/limits.ts';
import { readAccount } from './account.ts';
import { categorySource } from './categories/source.ts';
import { categoryTarget } from './categories/target.ts';
import { credentials } from './credentials.ts';
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

/** It has no webhooks: everything is polled (sheet 5). */
export const mijnwebwinkel = defineConnector({
  id: 'mijnwebwinkel',
  name: 'MijnWebwinkel',
  credentials,
  // Both stand in the address (sheet 2).
  auth: ({ storeToken, partnerToken }) =>
    query({ token: storeToken, ...(partnerToken === undefined ? {} : { partner_token: partnerToken }) }),
  baseUrl: () => 'https://api.myonlinestore.com/v1',
  // Counted per partner and store; how high is not told (sheet 4).
  limits: [window(2, '1s'), concurrent(2)],
  // Nothing tells of a search that lags; a list of orders may.
  searchDelayMs: 10_000,
  readError,
  account: readAccount,
  lookups,
  orders: { source: orderSource, target: orderTarget },
  customers: { source: customerSource, target: customerTarget },
  products: { source: productSource, target: productTarget },
  categories: { source: categorySource, target: categoryTarget },
  stock: { source: stockSource, target: stockTarget },
});
