/** The small lists: the store, its VAT, its ways of sending and paying, its counters (sheets 7.8, 7.9, 7.12). */
import Big from 'big.js';
import type { Route } from '../../kit/http/route-table.ts';
import type { JsonObject } from '../../kit/json.ts';
import { countryName } from '../../kit/places/country-names.ts';
import { rateOf } from '../../kit/shop/vat-kind.ts';
import { type Endpoint, under } from '../endpoint.ts';
import { gateways } from '../orders/payments.ts';
import { notFound } from '../refusal.ts';
import { offlineLocationId, storeId } from '../settings.ts';
import { type Shop, taxRegions } from '../shop.ts';
import { shippingMethods } from './shipping.ts';

const ownGateways = [
  { name: 'basic', methods: ['advance', 'cash', 'card', 'invoice'] },
  { name: 'mollie', methods: ['ideal', 'bancontact', 'creditcard'] },
];

const location = {
  id: offlineLocationId,
  name: 'Winkel Zwolle',
  street: 'Sassenstraat',
  street_number: '12a',
  zipcode: '8011PC',
  city: 'Zwolle',
  country: countryName('NL', 'nl'),
  country_code: 'NL',
  phone: '+31380000001',
  email: 'winkel@theemeester.example.com',
  note: '',
  deleted: false,
};

export function storeEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('');
  return [
    on('GET', '/store', () => storeOnWire(shop)),
    on('GET', '/tax-policy/regions', () => {
      const regions = taxRegions.map((code) => regionOnWire(shop, code));
      // A bare list by the description (sheet 3).
      return shop.settings().shapes === 'live' ? { regions } : regions;
    }),
    on('GET', '/tax-policy/regions/{code}', ({ parameters }) => {
      const code = parameters.code ?? '';
      if (!taxRegions.includes(code)) throw notFound('Region');
      return { region: regionOnWire(shop, code) };
    }),
    on('GET', '/shipping/methods', () =>
      shippingMethods.map(({ id, name, countries }, index) => ({
        id,
        display_name: name,
        countries: [...countries],
        default: index === 0,
        no_costs_above: false,
      })),
    ),
    on(
      'GET',
      '/payment/gateways',
      () => ({ gateways: gateways.map((name) => gateway(name, [])) }),
      'partner token',
    ),
    on('GET', '/payment/stores/{store}/gateways', ({ parameters }) => {
      if (parameters.store !== 'me' && parameters.store !== storeId) throw notFound('Store');
      const settings = { cost: { amount: '0.00', percentage: '0.00' } };
      return {
        gateways: ownGateways.map(({ name, methods }) =>
          gateway(
            name,
            methods.map((method) => ({ name: method, displayName: method, settings })),
          ),
        ),
      };
    }),
    on('GET', '/offlinelocations', () => [location]),
    on('GET', '/offlinelocations/{id}', ({ parameters }) => {
      if (parameters.id !== location.id) throw notFound('Offline location');
      return location;
    }),
  ];
}

function gateway(name: string, methods: JsonObject[]): JsonObject {
  return { name, displayName: name, websiteUrl: `https://${name}.example.com/`, methods };
}

function storeOnWire(shop: Shop): JsonObject {
  const { pricesIncludeTax, businessModels, rights } = shop.settings();
  return {
    id: storeId,
    name: 'theemeester',
    primary_domain: 'https://theemeester.example.com',
    description: 'De Theemeester',
    open: true,
    version: 'Premium',
    administration_language: 'nl_NL',
    currency: 'EUR',
    prices_include_tax: pricesIncludeTax,
    default_language: 'nl_NL',
    active_languages: ['nl_NL', 'en_GB'],
    ...(rights.includes('store.email') ? { email: 'info@theemeester.example.com' } : {}),
    currency_format_locale: 'nl_NL',
    available_business_models: businessModels,
    region_code: 'NL',
  };
}

/** Rates are fractions. What is of another kind than the rest is named, article by article. */
function regionOnWire({ assortment, settings }: Shop, code: string): JsonObject {
  const fraction = (rate: string) => Big(rate).div(100).toFixed();
  const reduced = assortment.articles.all().filter(({ vat }) => vat === 'reduced');
  const references = reduced.map(({ id, uuid }) => (settings().taxReferences === 'id' ? String(id) : uuid));
  const overrides = [
    { taxRate: fraction(rateOf('reduced', code)), items: [{ type: 'product', references }] },
  ];
  return {
    regionCode: code,
    taxEnabled: true,
    taxNumber: code === 'NL' ? 'NL987650153B01' : null,
    taxRate: fraction(rateOf('standard', code)),
    shippingTaxMethod: 'proportional',
    shippingTaxRate: null,
    transactionTaxMethod: 'proportional',
    transactionTaxRate: null,
    overrides: references.length === 0 ? [] : overrides,
  };
}
