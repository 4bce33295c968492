import { z } from 'zod';
import { decimal } from '../../records/money.ts';
import { asProblem, Problem, rejected } from '../../records/problem.ts';
import type { Account } from '../contract/account.ts';
import type { Api } from '../contract/api.ts';
import { type Path, path } from '../contract/path.ts';
import { amount, countryCode, currencyCode, flag, list, needed, present, text } from '../wire/fields.ts';
import { mediaType, whereAllowed } from './calls.ts';
import type { CcvCredentials } from './credentials.ts';

const system = 'CCV';

const webshops = z.object({
  items: z.array(z.object({ id: needed(text), name: text, is_salespos: flag, api_root: text })),
});
type WebshopWire = z.infer<typeof webshops>['items'][number];

const settingsWire = z.object({
  currency: currencyCode,
  prices_include_vat: flag,
  stock: flag,
  languages: list(z.string()).catch([]),
});

const merchantWire = z.object({ country_code: countryCode });

const zonesWire = z.object({
  items: z.array(
    z.object({ code: text, tariffs: list(z.object({ type: needed(text), percentage: needed(amount) })) }),
  ),
});

/**
 * Traits: `till`, `pricesIncludeVat` of products, `countsStock`, `languages` with commas between them, `country`, `tariffs` (a JSON object:
 * the percentage at home by the tariff's name), and `tips`, `vouchers` and `rounding` as the merchant names them.
 * Country and tariffs are left out where the key may not read them.
 */
export async function readAccount(api: Api, credentials: CcvCredentials): Promise<Account> {
  const { id, name, is_salespos: isTill = false, api_root } = await ownWebshop(api, credentials);
  const options = mediaType(isTill);
  const settings = await api.get(path`/webshops/${id}/settings/`, settingsWire, {}, options);
  const may = <T>(at: Path, schema: z.ZodType<T>) => whereAllowed(api.find(at, schema, {}, options), null);
  const merchant = await may(path`/webshops/${id}/merchant/`, merchantWire);
  const zones = await may(path`/webshops/${id}/geozonecountries/`, zonesWire);
  const country = merchant?.country_code ?? credentials.country;
  const home = zones?.items.find(({ code }) => code === country);
  const traits = present({
    till: String(isTill),
    pricesIncludeVat: settings.prices_include_vat?.toString(),
    countsStock: settings.stock?.toString(),
    languages: settings.languages.join(','),
    country,
    tariffs:
      home && JSON.stringify(Object.fromEntries(home.tariffs.map((each) => [each.type, each.percentage]))),
    tips: credentials.tips,
    vouchers: credentials.vouchers,
    rounding: credentials.rounding,
  });
  return {
    name: name ?? system,
    // A shop has an address of its own, and one at the platform: whichever was entered, it is the same one.
    identity: `${hostOf(api_root) ?? hostOf(credentials.address) ?? ''}:${id}`,
    currency: settings.currency,
    // No field tells it, and the platform is Dutch.
    timeZone: 'Europe/Amsterdam',
    traits: z.record(z.string(), z.string()).parse(traits),
  };
}

/** Of a key that opens several the one at the address that was entered; else the first. */
async function ownWebshop(api: Api, { address }: CcvCredentials): Promise<WebshopWire> {
  const { items } = await asked(api.get(path`/webshops/`, webshops, {}, mediaType(false)));
  const own = items.find(({ api_root }) => hostOf(api_root) === hostOf(address)) ?? items[0];
  if (own === undefined) throw rejected('not_found', { system, status: 200 });
  return own;
}

/** Nothing was asked for that could be wrong but the signature: what is refused is the keys, the clock or the host. */
async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const failed = asProblem(error);
    const { status } = failed.params;
    if (failed.kind !== 'rejected' || (status !== 400 && status !== 404)) throw error;
    const params = { ...failed.params, advice: 'ccv_keys' };
    throw new Problem({ ...failed.toData(), kind: 'auth', code: 'credentials_refused', params });
  }
}

function hostOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(whole) ? new URL(whole).host : undefined;
}

const tariffs = z.record(z.string(), decimal);

/** Percentages at home by the tariff's name; empty where the key may not read them. */
export function tariffsAtHome({ traits }: Account): ReadonlyMap<string, string> {
  return new Map(Object.entries(tariffs.parse(JSON.parse(traits.tariffs ?? '{}'))));
}
