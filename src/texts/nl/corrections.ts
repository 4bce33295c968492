import type { corrections as english, ListName } from '../en/corrections.ts';
import { counted } from './figures.ts';
import { configuration } from './pages/configuration.ts';

/** As in en/corrections.ts. */
const listed: Readonly<Record<ListName, string>> = {
  ledgerAccounts: 'een grootboekrekening',
  vatCodes: 'een btw-code',
  orderStatuses: 'een bestelstatus',
  paymentStatuses: 'een betaalstatus',
  paymentMethods: 'een betaalmethode',
  paymentTerms: 'een betalingstermijn',
  shippingMethods: 'een verzendmethode',
  classifications: 'een klantgroep',
  locations: 'een locatie',
  labels: 'een label',
  taxClasses: 'een belastingklasse',
  attributes: 'een kenmerk',
  categories: 'een categorie',
};

const kept = { classification: 'groep', vat: 'btw-code', revenueAccount: 'omzetrekening' } as const;

const types: Readonly<Record<string, string>> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een object met velden',
  record: 'een object met velden',
};

function near({ nearest, names }: { nearest: string; names: readonly string[] }): string {
  if (nearest !== '') return `; het meest lijkt "${nearest}" erop`;
  return names.length > 0 ? `; er is ${names.join(', ')}` : '';
}

export const corrections: typeof english = {
  unknown_field: () => 'is hier niet bekend',
  too_deep: () => configuration.tooDeep,
  not_an_identifier: () => configuration.badId,
  invalid_type: ({ expected }) => `moet ${types[expected] ?? expected} zijn`,
  one_of: ({ values }) => `moet een van deze zijn: ${values.join(', ')}`,
  too_small: ({ least }) => `moet ${least} of meer zijn`,
  too_big: ({ most }) => `moet ${most} of minder zijn`,
  too_short: ({ least }) => `moet ${least} of meer tekens hebben`,
  too_long: ({ most }) => `mag hooguit ${most} tekens hebben`,
  too_few: ({ least }) => `moet ${least} of meer waarden hebben`,
  too_many: ({ most }) => `mag hooguit ${most} waarden hebben`,
  invalid_format: ({ format }) => `is niet geschreven als ${format}`,

  not_a_pace: () => 'moet een aantal minuten of uren zijn, zoals "5m" of "1h"',
  not_a_pace_or_off: () => 'moet een aantal minuten of uren zijn, zoals "24h", of "off"',
  not_before_noon: () => 'moet een tijd vóór de middag zijn, zoals 04:00',
  not_a_decimal: () => 'moet een decimaal getal als tekst zijn, zoals "12.34"',
  negative: () => 'mag niet negatief zijn',
  not_pieces: () => 'moet een aantal stuks als tekst zijn, zoals "2"',
  place_twice: () => 'noemt een locatie twee keer',

  not_two_connections: ({ count }) => `moet twee verbindingen noemen; het zijn er ${count}`,
  enter_again: () => 'moet opnieuw ingevuld worden: het hoorde bij een ander adres',
  flow_twice: () => 'staat er twee keer',
  one_master: ({ name }) => `moet "${name}" zijn, zoals hierboven: een van de twee bepaalt alle standen`,
  no_connection: ({ name }) => `moet de naam van een verbinding zijn; "${name}" is er geen`,
  to_itself: () => 'moet anders zijn dan "from"',
  flow_impossible: ({ flow, from, to }) => `"${flow}" kan niet van "${from}" naar "${to}"`,
  flow_needed: ({ flow, from, to }) =>
    `heeft ook de stroom "${flow}" van "${from}" naar "${to}" nodig, en die moet aan staan`,
  has_open_tasks: ({ count }) => `heeft nog ${counted(count, 'openstaande taak', 'openstaande taken')}`,
  not_whole: ({ flow, possible }) =>
    `"${flow}" is geen stroom die alles wat er is kan overbrengen${possible.length === 0 ? '' : `; deze kunnen dat: ${possible.join(', ')}`}`,

  not_jsonata: ({ reason, position, token }) => {
    const where = position === 0 ? '' : ` op positie ${position}`;
    return `is geen JSONata-expressie: ${reason}${where}${token === '' ? '' : ` bij "${token}"`}`;
  },
  expression_too_long: ({ max }) => `is geen JSONata-expressie: langer dan ${max} tekens`,
  no_target_field: ({ nearest, names }) =>
    `is geen veld van het doelsysteem${nearest === '' ? '' : `; het meest lijkt "${nearest}" erop`}; dat heeft ${names.join(', ')}`,
  asks_a_value: ({ of, name }) => `vraagt "${of}", dat één enkele waarde is, om "${name}"`,
  asks_for_nothing: ({ name, ...there }) => `vraagt om "${name}", dat niet bestaat${near(there)}`,
  not_defined: ({ name, ...there }) => `gebruikt "${name}", dat nergens bepaald is${near(there)}`,
  reference_not_open: () =>
    'leest mogelijk gegevens van een persoon, en de referentie blijft voorgoed onversleuteld staan: maak haar van velden die niemand noemen, zoals order.number, order.date of order.lines.sku, elk bij zijn eigen naam',
  not_a_path: ({ what }) => `noemt "${what}", en zo wordt een veld niet geschreven`,
  no_function: ({ name, ...there }) => `roept "${name}" aan, dat geen functie is${near(there)}`,

  not_listed: ({ value, list, system, nearest, options, none }) => {
    const has = nearest === '' ? '' : `; het meest lijkt ${nearest} erop`;
    const few = options.length > 0 ? `; die zijn er: ${options.join(', ')}` : '';
    return `"${value}" is niet ${listed[list]} van ${system}${none ? ': daar is er geen' : has || few}`;
  },
  named_before: ({ name }) => `noemt "${name}", dat al eerder genoemd is`,
  wrong_country: ({ given, right }) => `noemt "${given}": de code van dat land is ${right}`,
  not_for_system: ({ possible, system }) => `moet bij ${system} ${possible.join(' of ')} zijn`,
  makes_no_credits: ({ system, ofOrders }) =>
    `moet flag of ignore zijn: Koppel maakt in ${system} geen ${ofOrders ? 'crediteringen van bestellingen' : 'crediteringen'}`,
  takes_stock: ({ system }) => `kan niet bij ${system}, waar bestellingen artikelen van de voorraad afhalen`,
  needed_for_days: () => 'moet gegeven zijn voor de documenten van dagen',
  keeps_none: ({ system, what }) => `kan niet: ${system} bewaart geen ${kept[what]} bij zijn klanten`,
  active_never: () => 'kan niet "deactivate" zijn als "fields.active" "never" is',
  map_missing: () => 'ontbreekt: "by" is "map"',
  map_unused: ({ by }) => `doet niets: "by" is "${by}"`,
  takes_no_negative: ({ system }) => `moet false zijn: ${system} neemt geen stand onder nul aan`,

  not_https: () => 'moet beginnen met https://',
  not_an_address: () => 'moet een adres zijn, zoals "https://shop.example.com"',
  has_login: () => 'mag geen gebruikersnaam of wachtwoord bevatten',
  has_query: () => 'mag geen "?" of "#" bevatten',
  not_public: () => 'moet een adres op het openbare internet zijn',
  not_a_store_number: () => 'moet het nummer van de winkel zijn',
  not_a_store_view: () => 'moet de code van een store view zijn, zoals "default"',
  all_store_views: () => 'moet één store view zijn',
  needed_to_sign: ({ given }) => `ontbreekt: om te ondertekenen is het nodig naast ${given.join(' en ')}`,
  not_a_status_number: () => 'moet het nummer van een bestelstatus zijn',
  not_a_custom_field: () => 'moet de naam van een eigen veld zijn, zoals "VatRate__c"',
  not_custom_fields: () => 'moeten namen van eigen velden zijn',
  not_a_percentage: () => 'moet een percentage zijn, zoals "21"',
  not_of_salesforce: () => 'moet eindigen op .my.salesforce.com',
  not_a_private_key: () => 'moet een privésleutel zijn, PKCS#8 in PEM',
  needed_by_app: () => 'ontbreekt: een app zonder persoon heeft het nodig',
  needed_to_certify: () => 'ontbreekt: een app met een certificaat ondertekent ermee',
  needed_to_act: () => 'ontbreekt: een app met een certificaat handelt namens iemand',
  not_a_shop_name: () => 'moet de naam vóór .myshopify.com zijn',
  token_or_app: () => 'moet gegeven zijn, of anders clientId en clientSecret van een app',
  not_a_language: () => 'moet een taalcode van twee letters zijn',
  not_a_shipping_method: () => 'moet vervoerder en methode zijn, zoals "flatrate_flatrate"',
  not_a_payment_status: () => 'moet een betaalstatus zijn',
  not_a_fulfilment_status: () => 'moet een verzendstatus zijn',
};
