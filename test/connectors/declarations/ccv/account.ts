import { z } from 'zod';
import type { Account } from '../../../../src/connectors/contract/account.ts';
import type { Api, CallOptions } from '../../../../src/connectors/contract/api.ts';
import { path } from '../../../../src/connectors/contract/path.ts';
import { currencyCode, flag, needed, text } from '../../../../src/connectors/wire/fields.ts';
import { rejected } from '../../../../src/records/problem.ts';

const shop = { accept: 'application/vnd.verto.webshop+json' };
const till = { accept: 'application/vnd.verto.salespos+json' };

const webshops = z.object({
  items: z.array(z.object({ id: needed(text), name: needed(text), is_salespos: flag })),
});

const settings = z.object({ currency: currencyCode, prices_include_vat: flag });

/** A till is a shop that says so (sheet 1.1). Traits: `till`, and `pricesIncludeVat` of its products. */
export async function readAccount(api: Api): Promise<Account> {
  const [own] = (await api.get(path`/webshops/`, webshops, {}, { headers: shop })).items;
  if (own === undefined) throw rejected('not_found', { system: 'CCV Shop', status: 200, said: '' });
  const { id, name, is_salespos: isTill = false } = own;
  const headers = isTill ? till : shop;
  const { currency, prices_include_vat } = await api.get(
    path`/webshops/${id}/settings/`,
    settings,
    {},
    { headers },
  );
  return {
    name,
    identity: id,
    currency,
    timeZone: 'Europe/Amsterdam',
    traits: { till: String(isTill), pricesIncludeVat: String(prices_include_vat ?? true) },
  };
}

/** The media type selects the schemas of shops or of tills (sheet 10). */
export function asItIs({ account }: Api): CallOptions {
  return { headers: account.traits.till === 'true' ? till : shop };
}
