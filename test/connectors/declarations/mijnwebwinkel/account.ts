import { z } from 'zod';
import type { Account } from '../../../../src/connectors/contract/account.ts';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { path } from '../../../../src/connectors/contract/path.ts';
import { countryCode, currencyCode, flag, needed, text } from '../../../../src/connectors/wire/fields.ts';

const storeWire = z.object({
  name: needed(text),
  currency: currencyCode,
  prices_include_tax: flag,
  region_code: countryCode,
});

/** No field tells the time zone; the platform is Dutch (sheet 3). Trait: `country`. */
export async function readAccount(api: Api): Promise<Account> {
  const { name, currency, region_code: country } = await api.get(path`/store`, storeWire);
  return { name, currency, timeZone: 'Europe/Amsterdam', traits: country === undefined ? {} : { country } };
}
