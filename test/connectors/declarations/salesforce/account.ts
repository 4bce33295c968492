import { z } from 'zod';
import type { Account } from '../../../../src/connectors/contract/account.ts';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { path } from '../../../../src/connectors/contract/path.ts';
import { needed, text, timeZone } from '../../../../src/connectors/wire/fields.ts';
import { rejected } from '../../../../src/records/problem.ts';
import type { SalesforceCredentials } from './credentials.ts';
import { query, version } from './queries.ts';
import { soql } from './soql.ts';

const organisation = z.object({ Id: needed(text), Name: needed(text), TimeZoneSidKey: timeZone });

const description = z.object({ fields: z.array(z.object({ name: z.string() })) });

/** Orders have country codes only in orgs that switched picklists of countries on (sheet 5.1). */
const countryFields = ['BillingCountryCode', 'BillingCountry'];

/** Traits: the names of the org's own fields, and of the one that tells an order's country. */
export async function readAccount(api: Api, credentials: SalesforceCredentials): Promise<Account> {
  const { currency, vatRateField, stockField } = credentials;
  const [org] = (await query(api, soql`SELECT Id, Name, TimeZoneSidKey FROM Organization`, organisation))
    .records;
  if (org === undefined) throw rejected('not_found', { system: 'Salesforce', status: 200, said: '' });
  const { fields } = await api.get(path`/services/data/${version}/sobjects/Order/describe`, description);
  const countryField = countryFields.find((wanted) => fields.some(({ name }) => name === wanted));
  return {
    name: org.Name,
    identity: org.Id,
    currency,
    timeZone: org.TimeZoneSidKey,
    traits: { vatRateField, stockField, ...(countryField === undefined ? {} : { countryField }) },
  };
}
