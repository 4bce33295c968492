import { z } from 'zod';
import type { Account } from '../../../../src/connectors/contract/account.ts';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { currencyCode, flag, needed, text, timeZone } from '../../../../src/connectors/wire/fields.ts';
import { query } from './graphql.ts';

const shop = {
  document: 'query Shop { shop { name currencyCode ianaTimezone taxesIncluded } }',
  cost: 2,
  data: z.object({
    shop: z.object({ name: needed(text), currencyCode, ianaTimezone: timeZone, taxesIncluded: flag }),
  }),
};

/** Trait: `pricesIncludeTax` of the shop's products (sheet 1). */
export async function readAccount(api: Api): Promise<Account> {
  const { name, currencyCode: currency, ianaTimezone, taxesIncluded } = (await query(api, shop)).shop;
  return {
    name,
    currency,
    timeZone: ianaTimezone,
    traits: { pricesIncludeTax: String(taxesIncluded ?? false) },
  };
}
