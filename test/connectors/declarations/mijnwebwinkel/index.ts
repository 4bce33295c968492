/** MijnWebwinkel, MyOnlineStore Connect version 1. Facts and their sources: the MijnWebwinkel sheet, cited by section. */
import { z } from 'zod';
import { query } from '../../../../src/connectors/contract/auth.ts';
import { defineConnector, secret } from '../../../../src/connectors/contract/connector.ts';
import { concurrent, window } from '../../../../src/connectors/contract/limits.ts';
import { readAccount } from './account.ts';
import { readError } from './errors.ts';
import { orderStatuses, paymentMethods } from './lookups.ts';
import { orderSource } from './orders.ts';
import { stockTarget } from './stock.ts';

export const mijnwebwinkel = defineConnector({
  id: 'mijnwebwinkel',
  name: 'MijnWebwinkel',
  credentials: z.object({ storeToken: secret(), partnerToken: secret() }),
  // Both stand in the address (sheet 2).
  auth: ({ storeToken, partnerToken }) => query({ token: storeToken, partner_token: partnerToken }),
  baseUrl: () => 'https://api.myonlinestore.com/v1',
  // Counted per partner and store; how high is not told (sheet 4).
  limits: [window(2, '1s'), concurrent(2)],
  searchDelayMs: 10_000,
  readError,
  account: readAccount,
  lookups: { orderStatuses, paymentMethods },
  orders: { source: orderSource },
  stock: { target: stockTarget },
});
