/** CCV SalesPOS and CCV Shop: one REST API, version 1. Facts and their sources: the CCV sheet, cited by section. */
import { defineConnector } from '../contract/connector.ts';
import { concurrent } from '../contract/limits.ts';
import { readAccount } from './account.ts';
import { categorySource } from './categories/source.ts';
import { categoryTarget } from './categories/target.ts';
import { credentials } from './credentials.ts';
import { customerSource } from './customers/source.ts';
import { customerTarget } from './customers/target.ts';
import { readError } from './errors.ts';
import { limits } from './limits.ts';
import { lookups } from './lookups.ts';
import { orderSource } from './orders/source.ts';
import { orderTarget } from './orders/target.ts';
import { productSource } from './products/source.ts';
import { productTarget } from './products/target.ts';
import { signed } from './signature.ts';
import { stockSource } from './stock/source.ts';
import { stockTarget } from './stock/target.ts';
import { register } from './subscriptions.ts';
import { receiveHook } from './webhook.ts';

export const ccv = defineConnector({
  id: 'ccv',
  name: 'CCV',
  credentials,
  auth: signed,
  baseUrl: ({ address }) => `${address}/api/rest/v1`,
  limits: [...limits, concurrent(4)],
  // Nothing tells of a list that lags.
  searchDelayMs: 10_000,
  readError,
  account: readAccount,
  lookups,
  webhook: { takes: ({ webhooks }) => webhooks === 'on', receive: receiveHook, register },
  orders: { source: orderSource, target: orderTarget },
  customers: { source: customerSource, target: customerTarget },
  products: { source: productSource, target: productTarget },
  categories: { source: categorySource, target: categoryTarget },
  stock: { source: stockSource, target: stockTarget },
});
