import { z } from 'zod';
import {
  type AccessToken,
  type Auth,
  authorizationCode,
  clientCredentials,
  signedAssertion,
} from '../contract/auth.ts';
import { secret } from '../contract/connector.ts';
import { aside, ofLines, suchAs } from '../contract/credential-meta.ts';
import { publicHttpsUrl } from '../wire/public-url.ts';

const fieldName = z.string().regex(/^[A-Za-z]\w*__c$/, 'not_a_custom_field');

const percentage = z.string().regex(/^\d{1,2}(\.\d{1,2})?$/, 'not_a_percentage');

/** No org is like another: what it calls its own fields, and what it wants done, only its people know (sheet 10). */
export const salesforceCredentials = z
  .object({
    /** The org's My Domain: other hosts do not serve client credentials (sheet 2.1). */
    address: suchAs(
      'https://molen.my.salesforce.com',
      publicHttpsUrl().refine(isOfSalesforce, 'not_of_salesforce'),
    ),
    clientId: z.string().min(1),
    /** A public client, which proves itself with PKCE, has none. */
    clientSecret: secret().optional(),
    access: z.enum(['app', 'person', 'certificate']).default('app'),
    /** Of an app with a certificate: its key, PKCS#8 in PEM, and whom it acts as (sheet 2.2). */
    privateKey: ofLines(
      secret()
        .regex(
          /^\s*-----BEGIN PRIVATE KEY-----[\sA-Za-z0-9+/=]+-----END PRIVATE KEY-----\s*$/,
          'not_a_private_key',
        )
        .optional(),
    ),
    username: suchAs('koppel@example.com', z.string().min(1).optional()),
    /** REST does not tell it (sheet 3.9). */
    currency: suchAs('EUR', z.string().regex(/^[A-Z]{3}$/, 'not_a_currency')),
    /** Where the org sells from. */
    country: suchAs(
      'NL',
      z
        .string()
        .regex(/^[A-Z]{2}$/, 'not_a_country')
        .optional(),
    ),
    /** There is no field of Salesforce's own for it (sheet 5.4): a percentage on the order product, or on the product. */
    vatRateField: aside(fieldName.default('VatRate__c')),
    /** Of lines whose rate stands nowhere. */
    vatRate: aside(percentage.optional(), '21'),
    /** Of the account (sheet 5.1). */
    vatNumberField: aside(fieldName.default('VatNumber__c')),
    cocNumberField: aside(fieldName.default('CocNumber__c')),
    /** What a sale is in this org. */
    sale: aside(z.enum(['order', 'opportunity']).default('order')),
    /** An object of the org's own whose records are sales instead, where orders leave this org (sheet 5.7). */
    invoiceObject: aside(fieldName.optional(), 'Invoice__c'),
    /** On the order, or the opportunity: a text, External ID and unique (sheet 6.1). */
    orderKeyField: aside(fieldName.optional(), 'KoppelKey__c'),
    /** On the product: a number (sheet 5.5). */
    stockField: aside(fieldName.default('Stock__c')),
    skuField: aside(z.enum(['StockKeepingUnit', 'ProductCode']).default('StockKeepingUnit')),
    /** By its name or its id; the standard one when left out. */
    pricebook: aside(z.string().min(1).optional()),
    /** Whether prices of the price book are without VAT or with it: nothing in the org tells (sheet 5.5). Left out, nobody knows. */
    prices: z.enum(['net', 'gross']).optional(),
    /** Whether entries that a price book lacks are made, and inactive ones switched on. */
    entries: aside(z.enum(['require', 'make']).default('require')),
    /** The SKU of the product of lines that have none of their own. */
    otherProduct: aside(z.string().min(1).default('KOPPEL')),
    /** Whether what a duplicate rule objects to is saved all the same. */
    duplicates: aside(z.enum(['refuse', 'save']).default('refuse')),
    /** Words of the org for what is a draft, and what is not (sheet 5.3); of opportunities stages (sheet 5.6). */
    draftStatus: aside(z.string().min(1).default('Draft')),
    activatedStatus: aside(z.string().min(1).default('Activated')),
    sentStatus: aside(z.string().min(1).optional()),
    cancelledStatus: aside(z.string().min(1).optional()),
  })
  .refine(({ access, clientSecret }) => access !== 'app' || clientSecret !== undefined, {
    path: ['clientSecret'],
    message: 'needed_by_app',
  })
  .refine(({ access, privateKey }) => access !== 'certificate' || privateKey !== undefined, {
    path: ['privateKey'],
    message: 'needed_to_certify',
  })
  .refine(({ access, username }) => access !== 'certificate' || username !== undefined, {
    path: ['username'],
    message: 'needed_to_act',
  });

export type SalesforceCredentials = z.infer<typeof salesforceCredentials>;

/** What is signed may be three minutes ahead (sheet 2.2); clocks differ. */
const assertionMs = 150_000;

export function authOf({
  address,
  clientId,
  clientSecret = '',
  access,
  privateKey = '',
  username = '',
}: SalesforceCredentials): Auth {
  // No answer tells how long a token lives: it is used until it is refused (sheet 2.4).
  const service = {
    tokenUrl: `${address}/services/oauth2/token`,
    clientId,
    clientSecret,
    clientAuthentication: 'body',
    keeps: ['instance_url'],
  } as const;
  switch (access) {
    case 'app':
      return clientCredentials({ ...service, scopes: [] });
    case 'certificate':
      return signedAssertion(
        { privateKey, issuer: clientId, subject: username, audience: address, lifeMs: assertionMs },
        { ...service, scopes: [], clientSecret: '' },
      );
    case 'person':
      return authorizationCode({
        ...service,
        authorizeUrl: `${address}/services/oauth2/authorize`,
        scopes: ['api', 'refresh_token'],
        pkce: true,
      });
  }
}

/** Told with the token (sheet 1). Another host than Salesforce's own is never called with it. */
export function instanceOf({ address }: SalesforceCredentials, token: AccessToken | null): string {
  const told = publicHttpsUrl().refine(isOfSalesforce).safeParse(token?.extra.instance_url);
  return told.success ? told.data : address;
}

function isOfSalesforce(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname.endsWith('.my.salesforce.com');
}
