/** CCV Shop and CCV SalesPOS, REST v1. Facts and their sources: the CCV sheet, cited by section. */
import { z } from 'zod';
import { defineConnector, secret } from '../../../../src/connectors/contract/connector.ts';
import { concurrent } from '../../../../src/connectors/contract/limits.ts';
import { publicHttpsUrl } from '../../../../src/connectors/wire/public-url.ts';
import { readAccount } from './account.ts';
import { readError } from './errors.ts';
import { limits } from './limits.ts';
import { orderSource } from './orders.ts';
import { signed } from './signature.ts';

export const ccv = defineConnector({
  id: 'ccv',
  name: 'CCV Shop',
  credentials: z.object({
    /** Every shop answers on its own host (sheet 2.1). */
    address: publicHttpsUrl(),
    publicKey: z.string().min(1),
    secretKey: secret(),
  }),
  auth: signed,
  baseUrl: ({ address }) => `${address}/api/rest/v1`,
  limits: [...limits, concurrent(4)],
  searchDelayMs: 10_000,
  readError,
  account: readAccount,
  orders: { source: orderSource },
});
