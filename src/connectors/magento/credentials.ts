import { z } from 'zod';
import { type Auth, bearer } from '../contract/auth.ts';
import { secret } from '../contract/connector.ts';
import { suchAs } from '../contract/credential-meta.ts';
import { oauth1 } from '../wire/oauth1.ts';
import { publicHttpsUrl } from '../wire/public-url.ts';

const signing = ['consumerKey', 'consumerSecret', 'accessTokenSecret'] as const;

/**
 * The access token alone is sent as a bearer, which shops refuse by default since 2.4.4; with the three other values of
 * the integration every request is signed (sheet 2.1, 2.2).
 */
export const magentoCredentials = z
  .object({
    /** Where the shop is, with its folder if it has one. */
    address: suchAs('https://shop.example.com', publicHttpsUrl()),
    /** Of a store view, not a website (sheet 1.1); the default one when left out. */
    storeCode: suchAs(
      'default',
      z
        .string()
        .regex(/^[a-z][a-z0-9_]*$/i, 'not_a_store_view')
        .refine((code) => code !== 'all', 'all_store_views')
        .optional(),
    ),
    /** ISO code; read from the store view's language when left out. */
    country: suchAs(
      'NL',
      z
        .string()
        .regex(/^[A-Z]{2}$/, 'not_a_country')
        .optional(),
    ),
    accessToken: secret(),
    consumerKey: z.string().min(1).optional(),
    consumerSecret: secret().optional(),
    accessTokenSecret: secret().optional(),
  })
  .superRefine((credentials, context) => {
    const given = signing.filter((name) => credentials[name] !== undefined);
    if (given.length === 0) return;
    for (const name of signing) {
      if (credentials[name] !== undefined) continue;
      context.addIssue({ code: 'custom', path: [name], message: 'needed_to_sign', params: { given } });
    }
  });

export type MagentoCredentials = z.infer<typeof magentoCredentials>;

export function authOf(credentials: MagentoCredentials): Auth {
  const { accessToken, consumerKey, consumerSecret, accessTokenSecret } = credentials;
  if (consumerKey === undefined || consumerSecret === undefined || accessTokenSecret === undefined) {
    return bearer(accessToken);
  }
  return oauth1({ consumerKey, consumerSecret, token: accessToken, tokenSecret: accessTokenSecret });
}

/** Where the shop is, however it was typed, and the view: two shops count their records from the same numbers. */
export function accountIdentity({
  address,
  storeCode,
}: Pick<MagentoCredentials, 'address' | 'storeCode'>): string {
  const { host, pathname } = new URL(address);
  const folder = pathname.replace(/\/+$/, '');
  return `${host}${folder}${storeCode === undefined ? '' : ` ${storeCode}`}`;
}

export function restAddress({ address, storeCode }: MagentoCredentials): string {
  return storeCode === undefined ? `${address}/rest` : `${address}/rest/${storeCode}`;
}
