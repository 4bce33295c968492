import { z } from 'zod';
import {
  type AccessToken,
  type Auth,
  authorizationCode,
  clientCredentials,
} from '../../../../src/connectors/contract/auth.ts';
import { secret } from '../../../../src/connectors/contract/connector.ts';
import { publicHttpsUrl } from '../../../../src/connectors/wire/public-url.ts';

const fieldName = z
  .string()
  .regex(/^[A-Za-z]\w*__c$/, 'must be the name of a custom field, such as "VatRate__c"');

export const salesforceCredentials = z
  .object({
    /** The org's My Domain: other hosts do not serve client credentials (sheet 2.1). */
    address: publicHttpsUrl().refine(isOfSalesforce, 'must end with .my.salesforce.com'),
    clientId: z.string().min(1),
    /** A public client, which proves itself with PKCE, has none. */
    clientSecret: secret().optional(),
    access: z.enum(['app', 'person']).default('app'),
    /** REST does not tell it (sheet 3.9). */
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'),
    /** There is no field of Salesforce's own for it (sheet 5.4): a percentage on the order product. */
    vatRateField: fieldName.default('VatRate__c'),
    stockField: fieldName.default('Stock__c'),
  })
  .refine(({ access, clientSecret }) => access === 'person' || clientSecret !== undefined, {
    path: ['clientSecret'],
    message: 'is missing: an app without a person needs it',
  });

export type SalesforceCredentials = z.infer<typeof salesforceCredentials>;

export function authOf({ address, clientId, clientSecret = '', access }: SalesforceCredentials): Auth {
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
