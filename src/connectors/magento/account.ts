import { z } from 'zod';
import { rejected } from '../../records/problem.ts';
import type { Account } from '../contract/account.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import { currencyCode, list, needed, text, timeZone } from '../wire/fields.ts';
import { accountIdentity, type MagentoCredentials } from './credentials.ts';
import { pricesIncludeVat, rowPricesWire } from './orders/price-evidence.ts';
import { found, searchQuery } from './search.ts';

/** Sheet 15. */
const configWire = z.object({
  id: needed(text),
  code: needed(text),
  website_id: needed(text),
  locale: text,
  base_currency_code: currencyCode,
  timezone: timeZone,
  base_url: text,
  secure_base_url: text,
  weight_unit: text,
  base_media_url: text,
  secure_base_media_url: text,
});

type ConfigWire = z.infer<typeof configWire>;

/**
 * The store view's currency (that of its books), time zone, and as traits: `country`, `storeId`, `websiteId`, `scope`
 * (`store`: only that view's records; `shop`: all of them), where the shop tells it `weightUnit` (`kgs`, `lbs`) and `mediaUrl`
 * (where pictures can be fetched), and `pricesIncludeTax` where recent orders tell. Reading
 * orders also shows whether the integration may (sheet 15).
 */
export async function readAccount(api: Api, credentials: MagentoCredentials): Promise<Account> {
  const { storeCode, country } = credentials;
  const filter = storeCode === undefined ? {} : { 'storeCodes[0]': storeCode };
  const configs = await api.get(path`/V1/store/storeConfigs`, z.array(configWire), filter);
  const config = chosen(configs, storeCode);
  const media = config.secure_base_media_url ?? config.base_media_url;
  const includeTax = await doPricesIncludeTax(api, config.id);
  return {
    name: hostOf(config),
    identity: accountIdentity(credentials),
    currency: config.base_currency_code,
    timeZone: config.timezone,
    traits: {
      country: country ?? countryOf(config.locale),
      storeId: config.id,
      websiteId: config.website_id,
      scope: storeCode === undefined ? 'shop' : 'store',
      ...(config.weight_unit === undefined ? {} : { weightUnit: config.weight_unit }),
      ...(media === undefined ? {} : { mediaUrl: media }),
      ...(includeTax === undefined ? {} : { pricesIncludeTax: String(includeTax) }),
    },
  };
}

/** Which store view is the default one is not told; it is usually called so (sheet 1.1). */
function chosen(configs: readonly ConfigWire[], storeCode: string | undefined): ConfigWire {
  const byId = configs.filter(({ id }) => id !== '0').sort((a, b) => Number(a.id) - Number(b.id));
  const config = byId.find(({ code }) => code === (storeCode ?? 'default'));
  const usable = config ?? (storeCode === undefined ? byId[0] : undefined);
  if (usable !== undefined) return usable;
  throw rejected('store_view_unknown', { stores: byId.map(({ code }) => code) });
}

/** `en_US` is what a fresh shop has, wherever it is. */
function countryOf(locale: string | undefined): string {
  const region = /^[a-z]{2,3}_(?:[A-Z][a-z]{3}_)?([A-Z]{2})$/.exec(locale ?? '')?.[1];
  if (region !== undefined && locale !== 'en_US') return region;
  throw rejected('country_unknown', { system: 'Magento', locale: locale ?? '' });
}

function hostOf({ secure_base_url: secure, base_url: plain }: ConfigWire): string {
  const address = secure ?? plain ?? '';
  return URL.canParse(address) ? new URL(address).host : 'Magento';
}

/** No setting tells (sheet 14): the newest taxed orders of the store view do. */
async function doPricesIncludeTax(api: Api, storeId: string): Promise<boolean | undefined> {
  const orders = await api.get(
    path`/V1/orders`,
    found(z.object({ items: list(rowPricesWire) })),
    searchQuery({
      groups: [
        { field: 'store_id', condition: 'eq', value: storeId },
        { field: 'tax_amount', condition: 'gt', value: '0' },
      ],
      sort: [{ field: 'entity_id', direction: 'DESC' }],
      pageSize: 20,
      fields:
        'items[price,price_incl_tax,original_price,discount_tax_compensation_amount,parent_item_id,product_type]',
    }),
  );
  return pricesIncludeVat(orders.items.flatMap(({ items }) => items));
}
