import { z } from 'zod';
import {
  type Auth,
  authorizationCode,
  clientCredentials,
  header,
} from '../../../../src/connectors/contract/auth.ts';
import { secret } from '../../../../src/connectors/contract/connector.ts';

/** Orders of the last 60 days; older ones need `read_all_orders` beside it (sheet 2). */
const scopes = ['read_orders', 'read_all_orders', 'read_customers'];

const tokenHeader = 'x-shopify-access-token';

/** A token for good, or an app: the merchant's own, or one that the merchant gives access to (sheet 2). */
export const shopifyCredentials = z
  .object({
    /** The first part of `demo.myshopify.com`. */
    shop: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be the name before .myshopify.com'),
    token: secret().optional(),
    clientId: z.string().min(1).optional(),
    clientSecret: secret().optional(),
    app: z.enum(['own', 'installed']).optional(),
  })
  .refine(({ token, clientId, clientSecret }) => token ?? (clientId && clientSecret), {
    path: ['token'],
    message: 'must be given, or clientId and clientSecret of an app',
  });

export type ShopifyCredentials = z.infer<typeof shopifyCredentials>;

export function shopAddress({ shop }: ShopifyCredentials): string {
  return `https://${shop}.myshopify.com`;
}

export function authOf(credentials: ShopifyCredentials): Auth {
  const { token, clientId = '', clientSecret = '', app = 'own' } = credentials;
  if (token !== undefined) return header(tokenHeader, token);
  const service = {
    tokenUrl: `${shopAddress(credentials)}/admin/oauth/access_token`,
    clientId,
    clientSecret,
    clientAuthentication: 'body',
    headers: (value: string) => ({ [tokenHeader]: value }),
  } as const;
  switch (app) {
    case 'own':
      return clientCredentials({ ...service, scopes: [] });
    case 'installed':
      return authorizationCode({
        ...service,
        authorizeUrl: `${shopAddress(credentials)}/admin/oauth/authorize`,
        // Shopify separates them with commas: to the engine they are one.
        scopes: [scopes.join(',')],
        // Public apps must take tokens that end, with a refresh token that rotates.
        parameters: { expiring: '1' },
        pkce: false,
      });
  }
}
