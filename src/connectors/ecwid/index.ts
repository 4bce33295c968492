/** Ecwid by Lightspeed, REST API v3. Facts and their sources: the Ecwid sheet, cited by section. */
import { z } from 'zod';
import { bearer } from '../contract/auth.ts';
import { defineConnector, secret } from '../contract/connector.ts';
import { suchAs } from '../contract/credential-meta.ts';
import { concurrent, windowByCost } from '../contract/limits.ts';
import { accountIdentity, readAccount } from './account.ts';
import { categorySource } from './categories/source.ts';
import { categoryTarget } from './categories/target.ts';
import { customerSource } from './customers/source.ts';
import { customerTarget } from './customers/target.ts';
import { readError } from './errors.ts';
import { lookups } from './lookups.ts';
import { orderPage } from './orders/page.ts';
import { orderSource } from './orders/source.ts';
import { orderTarget } from './orders/target.ts';
import { productSource } from './products/source.ts';
import { productTarget } from './products/target.ts';
import { wanted } from './scopes.ts';
import { stockSource } from './stock/source.ts';
import { stockTarget } from './stock/target.ts';
import { receiveHook } from './webhook.ts';

export const ecwid = defineConnector({
  id: 'ecwid',
  name: 'Ecwid by Lightspeed',
  credentials: z.object({
    storeId: suchAs('12345678', z.string().regex(/^\d+$/, 'not_a_store_number')),
    token: secret(),
    /** Signs the webhooks; without it none is accepted, and the shop is polled. */
    clientSecret: secret().optional(),
  }),
  baseUrl: ({ storeId }) => `https://app.ecwid.com/api/v3/${storeId}`,
  limits: [windowByCost(600, '1m'), concurrent(4)],
  // Official tests look for a new entity for up to 15 s (sheet 2.7).
  searchDelayMs: 20_000,
  auth: ({ token }) => bearer(token),
  // Changes are counted (sheet 2.4).
  alwaysAnswers: true,
  readError,
  account: readAccount,
  identity: accountIdentity,
  scopes: { wanted },
  webhook: {
    takes: ({ clientSecret }) => clientSecret !== undefined,
    // Asked for by mail (sheet 10).
    enteredBy: 'staff',
    receive: receiveHook,
  },
  lookups,
  orders: { source: orderSource, target: orderTarget, page: orderPage },
  customers: { source: customerSource, target: customerTarget },
  products: { source: productSource, target: productTarget },
  categories: { source: categorySource, target: categoryTarget },
  stock: { source: stockSource, target: stockTarget },
});
