/** Magento 2 and Adobe Commerce, REST V1. Facts and their sources: the Magento sheet, cited by section. */
import { defineConnector } from '../contract/connector.ts';
import { concurrent, window } from '../contract/limits.ts';
import { readAccount } from './account.ts';
import { activation } from './activation.ts';
import { categorySource } from './categories/source.ts';
import { categoryTarget } from './categories/target.ts';
import { accountIdentity, authOf, magentoCredentials, restAddress } from './credentials.ts';
import { customerSource } from './customers/source.ts';
import { customerTarget } from './customers/target.ts';
import { readError } from './errors.ts';
import { lookups } from './lookups.ts';
import { orderSource } from './orders/source.ts';
import { orderTarget } from './orders/target.ts';
import { productSource } from './products/source.ts';
import { productTarget } from './products/target.ts';
import { wanted } from './resources.ts';
import { stockSource } from './stock/source.ts';
import { stockTarget } from './stock/target.ts';

export const magento = defineConnector({
  id: 'magento',
  name: 'Magento 2',
  credentials: magentoCredentials,
  baseUrl: restAddress,
  // Magento has no limit of its own; this is what is kind to a shop's server (sheet 6).
  limits: [window(10, '1s'), concurrent(3)],
  // Searches read the database; some shops read from a copy of it.
  searchDelayMs: 5_000,
  auth: authOf,
  // Also where there is nothing to tell: `[]` (sheet 3).
  alwaysAnswers: true,
  readError,
  account: readAccount,
  identity: accountIdentity,
  activation,
  scopes: { wanted },
  lookups,
  orders: { source: orderSource, target: orderTarget },
  customers: { source: customerSource, target: customerTarget },
  products: { source: productSource, target: productTarget },
  categories: { source: categorySource, target: categoryTarget },
  stock: { source: stockSource, target: stockTarget },
});
