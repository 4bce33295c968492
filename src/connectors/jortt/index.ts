/** Jortt, REST API v3. Facts and their sources: the Jortt sheet, cited by section. */
import { z } from 'zod';
import { clientCredentials } from '../contract/auth.ts';
import { defineConnector, secret } from '../contract/connector.ts';
import { concurrent, window } from '../contract/limits.ts';
import { readAccount } from './account.ts';
import { customerSource } from './customers/source.ts';
import { customerTarget } from './customers/target.ts';
import { readError, scopes } from './errors.ts';
import { estimateTarget } from './estimates/target.ts';
import { lookups } from './lookups.ts';
import { orderSource } from './orders/source.ts';
import { documentTarget } from './orders/target.ts';
import { scopeUses } from './scope-uses.ts';

export const jortt = defineConnector({
  id: 'jortt',
  name: 'Jortt',
  credentials: z.object({ clientId: z.string().min(1), clientSecret: secret() }),
  baseUrl: () => 'https://api.jortt.nl',
  limits: [window(10, '1s'), concurrent(4)],
  // The delay of the search index is unknown (sheet 3.4).
  searchDelayMs: 10_000,
  auth: ({ clientId, clientSecret }) =>
    clientCredentials({
      tokenUrl: 'https://app.jortt.nl/oauth-provider/oauth/token',
      clientId,
      clientSecret,
      scopes,
      clientAuthentication: 'basic',
      // Where an answer does not tell; it tells two hours (sheet 2.1).
      lifetimeMs: 3_600_000,
    }),
  readError,
  account: readAccount,
  scopes: { wanted: scopeUses, askedTogether: true },
  lookups,
  orders: { source: orderSource, target: documentTarget, otherTargets: [estimateTarget] },
  customers: { source: customerSource, target: customerTarget },
});
