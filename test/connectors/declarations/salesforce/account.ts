import { z } from 'zod';
import type { Account } from '../../../../src/connectors/contract/account.ts';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { needed, text, timeZone } from '../../../../src/connectors/wire/fields.ts';
import { rejected } from '../../../../src/records/problem.ts';
import type { SalesforceCredentials } from './credentials.ts';
import { query } from './queries.ts';
import { soql } from './soql.ts';

const organisation = z.object({ Id: needed(text), Name: needed(text), TimeZoneSidKey: timeZone });

/** Traits: the names of the org's own fields. */
export async function readAccount(api: Api, credentials: SalesforceCredentials): Promise<Account> {
  const { currency, vatRateField, stockField } = credentials;
  const [org] = (await query(api, soql`SELECT Id, Name, TimeZoneSidKey FROM Organization`, organisation))
    .records;
  if (org === undefined) throw rejected('not_found', { system: 'Salesforce', status: 200, said: '' });
  return { name: org.Name, currency, timeZone: org.TimeZoneSidKey, traits: { vatRateField, stockField } };
}
