/** Stores, countries, currencies, taxes (sheet 14, 15). */
import { words } from '../../kit/fields/shape.ts';
import type { Route } from '../../kit/http/route-table.ts';
import type { JsonObject } from '../../kit/json.ts';
import { countryName } from '../../kit/places/country-names.ts';
import { defaultRoot } from '../categories/category.ts';
import { type Call, type Endpoint, idIn, list, under } from '../endpoint.ts';
import { noSuchEntity, refusal } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { regionsOnWire } from './regions.ts';
import { baseCurrency, groups, storeConfig, storeViews, websites } from './stores.ts';
import { taxClasses, taxRates, taxRules } from './taxes.ts';

/** The countries of the shop, in two letters and in three. */
const countries = new Map(
  words(`
    AT:AUT AU:AUS BE:BEL BG:BGR BR:BRA CA:CAN CH:CHE CN:CHN CY:CYP CZ:CZE DE:DEU DK:DNK EE:EST ES:ESP
    FI:FIN FR:FRA GB:GBR GR:GRC HR:HRV HU:HUN IE:IRL IN:IND IS:ISL IT:ITA JP:JPN LI:LIE LT:LTU LU:LUX
    LV:LVA MT:MLT MX:MEX NL:NLD NO:NOR PL:POL PT:PRT RO:ROU SE:SWE SI:SVN SK:SVK TR:TUR UA:UKR US:USA`).map(
    (pair) => {
      const [two = '', three = ''] = pair.split(':');
      return [two, three] as const;
    },
  ),
);
const signs: Readonly<Record<string, string>> = { EUR: '€', GBP: '£' };
const modules = [
  'Magento_Store',
  'Magento_Backend',
  'Magento_Sales',
  'Magento_Customer',
  'Magento_Tax',
  'Magento_Webapi',
  'Magento_Catalog',
  'Magento_CatalogInventory',
  'Magento_ConfigurableProduct',
];

export function storeEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1');
  const resource = 'Magento_Backend::store';
  return [
    on('GET', '/store/storeViews', resource, allViews),
    on('GET', '/store/storeGroups', resource, () =>
      groups.map(({ id, websiteId, name, code, defaultStoreId }) => ({
        ...{ id, website_id: websiteId, default_store_id: defaultStoreId, name, code },
        root_category_id: id === 1 ? defaultRoot : shop.settings().wholesaleRoot,
      })),
    ),
    on('GET', '/store/websites', resource, () => [
      { id: 0, code: 'admin', name: 'Admin', default_group_id: 0 },
      ...websites.map(({ id, code, name, groupId }) => ({ id, code, name, default_group_id: groupId })),
    ]),
    on('GET', '/store/storeConfigs', resource, (call) => configs(call, shop.settings().baseUrl)),
    on('GET', '/directory/currency', null, ({ store: view }) => ({
      base_currency_code: baseCurrency,
      base_currency_symbol: signs[baseCurrency] ?? baseCurrency,
      default_display_currency_code: view.currency,
      default_display_currency_symbol: signs[view.currency] ?? view.currency,
      available_currency_codes: [view.currency],
      exchange_rates: [{ currency_to: view.currency, rate: Number(view.rate) }],
    })),
    on('GET', '/directory/countries', null, () => [...countries.keys()].map(country)),
    on('GET', '/directory/countries/{id}', null, ({ parameters }) => {
      const code = parameters.id ?? '';
      if (countries.has(code)) return country(code);
      throw refusal(404, "The country isn't available.");
    }),
    on('GET', '/modules', resource, () => [
      ...modules,
      ...(shop.settings().inventory ? ['Magento_InventoryApi', 'Magento_InventorySalesApi'] : []),
    ]),
    ...taxEndpoints(shop),
  ];
}

function taxEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1');
  const resource = 'Magento_Tax::manage_tax';
  const kinds = [
    { name: 'taxRates', rows: taxRates, key: 'id', parameter: 'tax_calculation_rate_id' },
    { name: 'taxRules', rows: taxRules, key: 'id', parameter: 'rule_id' },
    { name: 'taxClasses', rows: taxClasses, key: 'class_id', parameter: 'class_id' },
  ];
  return kinds.flatMap(({ name, rows, key, parameter }) => [
    on('GET', `/${name}/search`, resource, (call) =>
      list(shop, call, { rows, columns: new Set(rows.flatMap((row) => Object.keys(row))) }),
    ),
    on('GET', `/${name}/{id}`, resource, (call) => {
      const id = idIn(call, 'id');
      const found = rows.find((row) => String(row[key]) === id);
      if (found === undefined) throw noSuchEntity(parameter, Number(id));
      return found;
    }),
  ]);
}

/** Includes the admin's view, which is not a shop (sheet 15). */
function allViews(): JsonObject[] {
  const admin = { id: 0, code: 'admin', name: 'Admin', website_id: 0, store_group_id: 0, is_active: 1 };
  return [
    admin,
    ...storeViews.map(({ id, code, name, websiteId, groupId }) => ({
      ...{ id, code, name, website_id: websiteId, store_group_id: groupId, is_active: 1 },
    })),
  ];
}

function configs({ query }: Call, baseUrl: string): JsonObject[] {
  const asked = [...query].flatMap(([key, value]) =>
    /^(storeCodes|store_codes)\[/.test(key) ? [value] : [],
  );
  return storeViews
    .filter(({ code }) => asked.length === 0 || asked.includes(code))
    .map((view) => storeConfig(view, baseUrl));
}

function country(code: string): JsonObject {
  const available = regionsOnWire(code);
  return {
    id: code,
    two_letter_abbreviation: code,
    three_letter_abbreviation: countries.get(code) ?? code,
    full_name_locale: countryName(code, 'nl') ?? code,
    full_name_english: countryName(code, 'en') ?? code,
    ...(available.length === 0 ? {} : { available_regions: available }),
  };
}
