import { z } from 'zod';
import { rejected } from '../../records/problem.ts';
import { fractionToPercent } from '../../records/vat.ts';
import type { Account } from '../contract/account.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import { amount, countryCode, currencyCode, flag, needed, present, text } from '../wire/fields.ts';
import type { MijnWebwinkelCredentials } from './credentials.ts';
import { timeZone } from './local-time.ts';
import { readStatuses } from './lookups.ts';
import { many, unwrapped } from './wrapped.ts';

const storeWire = z.object({
  id: needed(text),
  name: text,
  currency: currencyCode,
  prices_include_tax: flag,
  default_language: text,
  available_business_models: text,
  region_code: countryCode,
});

const regionWire = z.object({ taxRate: amount, overrides: many(z.unknown(), 'items') });

/**
 * Traits: `country`, `pricesIncludeTax`, `language` (that texts are read and written in), `businessModels` (`B2C`, `B2B` or
 * `ALL`), `vatRate` where all goods have one, and as the credentials say it `sentStatus` and `cancelledStatus`. The country is the shop's own word, as the
 * platform's VAT goes by that; else that of the credentials. Throws `country_unknown` where neither tells it, and `status_unknown` where the shop's list
 * has no such status.
 */
export async function readAccount(api: Api, credentials: MijnWebwinkelCredentials): Promise<Account> {
  const store = await api.get(path`/store`, unwrapped('store', storeWire));
  const { sentStatus, cancelledStatus } = credentials;
  const country = store.region_code ?? credentials.country;
  if (country === undefined) throw rejected('country_unknown', { system: 'MijnWebwinkel' });
  await checkStatuses(api, [sentStatus, cancelledStatus]);
  const traits = present({
    country,
    pricesIncludeTax: store.prices_include_tax?.toString(),
    language: store.default_language,
    businessModels: store.available_business_models,
    vatRate: await onlyRate(api, country),
    sentStatus,
    cancelledStatus,
  });
  return {
    name: store.name ?? 'MijnWebwinkel',
    identity: store.id,
    currency: store.currency,
    timeZone,
    traits: z.record(z.string(), z.string()).parse(traits),
  };
}

async function checkStatuses(api: Api, named: readonly (string | undefined)[]): Promise<void> {
  const wanted = named.filter((each) => each !== undefined);
  if (wanted.length === 0) return;
  const known = new Set((await readStatuses(api)).map(({ status }) => status));
  const unknown = wanted.find((each) => !known.has(each));
  if (unknown !== undefined) throw rejected('status_unknown', { system: 'MijnWebwinkel', status: unknown });
}

/** Which goods an override is about is not sure (sheet 7.9): where there is one, no article's rate is known. */
async function onlyRate(api: Api, country: string): Promise<string | undefined> {
  const region = await api.find(path`/tax-policy/regions/${country}`, unwrapped('region', regionWire));
  if (region?.taxRate === undefined || region.overrides.length > 0) return undefined;
  return fractionToPercent(region.taxRate);
}
