/** Jortt, REST API v3. Facts and their sources: the Jortt sheet, cited by section. */
import { z } from 'zod';
import { defineConnector, secret } from '../contract/connector.ts';
import { readAccount } from './account.ts';
import { customerSource } from './customers/source.ts';
import { customerTarget } from './customers/target.ts';
import { jorttRefusal, scopes } from './errors.ts';
import { orderSource } from './orders/source.ts';
import { documentTarget } from './orders/target.ts';

export const jortt = defineConnector({
  id: 'jortt',
  name: 'Jortt',
  credentials: z.object({ clientId: z.string().min(1), clientSecret: secret() }),
  baseUrl: () => 'https://api.jortt.nl',
  limits: { requests: 10, perMs: 1_000, concurrent: 4 },
  // The delay of the search index is unknown (sheet 3.4).
  searchDelayMs: 10_000,
  authorize: ({ clientId, clientSecret }) => ({
    kind: 'client-credentials',
    tokenUrl: 'https://app.jortt.nl/oauth-provider/oauth/token',
    clientId,
    clientSecret,
    scopes,
  }),
  refusal: jorttRefusal,
  check: readAccount,
  orders: { source: orderSource, target: documentTarget },
  customers: { source: customerSource, target: customerTarget },
});
