import { z } from 'zod';
import { type Auth, authorizationCode, clientCredentials, header } from '../contract/auth.ts';
import { secret } from '../contract/connector.ts';
import { suchAs } from '../contract/credential-meta.ts';
import { wanted } from './scopes.ts';
import { shopDomain } from './shop-domain.ts';
import { isOwnAnswer } from './signature.ts';

const tokenHeader = 'x-shopify-access-token';

/** A token for good, or an app: the merchant's own, or one that the merchant gives access to (sheet 2). */
export const shopifyCredentials = z
  .object({
    /** `demo` of `demo.myshopify.com`, which may be entered whole. */
    shop: suchAs(
      'demo.myshopify.com',
      z
        .string()
        .trim()
        .toLowerCase()
        .overwrite((typed) => typed.replace(/^https:\/\//, '').replace(/\.myshopify\.com\/?$/, ''))
        .regex(/^[a-z0-9][a-z0-9-]*$/, 'not_a_shop_name'),
    ),
    /** Of an app that was made in the shop's own admin: for good. */
    token: secret().optional(),
    clientId: z.string().min(1).optional(),
    /** Of the app. It signs the webhooks too; without it none is taken, and the shop is polled. */
    clientSecret: secret().optional(),
    /** Whose the app of `clientId` is: the shop's own, or one that the merchant gives access to. */
    app: z.enum(['own', 'installed']).optional(),
  })
  .refine(({ token, clientId, clientSecret }) => token ?? (clientId && clientSecret), {
    path: ['token'],
    message: 'token_or_app',
  });

export type ShopifyCredentials = z.infer<typeof shopifyCredentials>;

export function shopAddress(credentials: ShopifyCredentials): string {
  return `https://${shopDomain(credentials)}`;
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
        scopes: [wanted.join(',')],
        // Public apps must take tokens that end, with a refresh token that rotates.
        parameters: { expiring: '1' },
        pkce: false,
        isOwnAnswer: (parameters) => isOwnAnswer(parameters, credentials),
      });
  }
}
