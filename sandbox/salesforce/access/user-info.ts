import type { JsonObject } from '../../kit/json.ts';
import { integrationUser, organizationId } from '../org.ts';
import { corporateCurrency } from '../schema/objects/currency.ts';
import { type SalesforceSettings, username } from '../settings.ts';

/** `GET /services/oauth2/userinfo` (sheet 2.4). */
export function userInfo({ timeZone }: SalesforceSettings, instanceUrl: string): JsonObject {
  const rest = `${instanceUrl}/services/data/v{version}/`;
  return {
    sub: `https://login.salesforce.com/id/${organizationId}/${integrationUser}`,
    user_id: integrationUser,
    organization_id: organizationId,
    preferred_username: username,
    nickname: 'Koppel',
    name: 'Koppel Integration',
    email: username,
    email_verified: true,
    given_name: 'Koppel',
    family_name: 'Integration',
    zoneinfo: timeZone,
    is_salesforce_integration_user: true,
    urls: {
      enterprise: `${instanceUrl}/services/Soap/c/{version}/${organizationId.slice(0, 15)}`,
      partner: `${instanceUrl}/services/Soap/u/{version}/${organizationId.slice(0, 15)}`,
      rest,
      sobjects: `${rest}sobjects/`,
      query: `${rest}query/`,
      custom_domain: instanceUrl,
    },
    active: true,
    user_type: 'STANDARD',
    language: 'nl_NL',
    locale: 'nl_NL',
    utcOffset: 3_600_000,
    updated_at: '2026-01-01T00:00:00Z',
  };
}

/** The answer to the SOAP call `getUserInfo`, for the currency of an org with one (sheet 3.9). */
export function soapUserInfo(settings: SalesforceSettings): string {
  const { timeZone } = settings;
  const fields: Record<string, string> = {
    currencySymbol: '€',
    orgDefaultCurrencyIsoCode: corporateCurrency(settings),
    organizationId,
    organizationName: 'Acme',
    userId: integrationUser,
    userName: username,
    userTimeZone: timeZone,
  };
  const result = Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
  return envelope(`<getUserInfoResponse><result>${result}</result></getUserInfoResponse>`);
}

export function soapFault(code: string, message: string): string {
  return envelope(
    `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${code}: ${message}</faultstring></soapenv:Fault>`,
  );
}

function envelope(body: string): string {
  const namespaces =
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" xmlns:sf="urn:fault.partner.soap.sforce.com"';
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${namespaces}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}
