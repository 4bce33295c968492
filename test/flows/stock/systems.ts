import { z } from 'zod';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { bearer } from '../../../src/connectors/contract/auth.ts';
import { type Connector, defineConnector } from '../../../src/connectors/contract/connector.ts';
import { concurrent, window } from '../../../src/connectors/contract/limits.ts';

/** Neither system of these tests makes a call. */
export const api = {
  account: { name: '', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} },
} as unknown as Api;

/** A connector of a system that is kept in memory. */
export function connectorOf(id: string, parts: Pick<Connector, 'stock' | 'orders' | 'products'>): Connector {
  return defineConnector({
    id,
    name: id === 'master' ? 'Master' : 'Shop',
    credentials: z.object({}),
    baseUrl: () => `https://${id}.example.com`,
    limits: [window(10, '1s'), concurrent(4)],
    searchDelayMs: 10_000,
    auth: () => bearer('x'),
    readError: () => null,
    account: async () => api.account,
    ...parts,
  });
}
