import { configuration } from './pages/configuration.ts';

/** What a list of a system has, with its article. */
const listed = {
  ledgerAccounts: 'a ledger account',
  vatCodes: 'a VAT code',
  orderStatuses: 'an order status',
  paymentStatuses: 'a payment status',
  paymentMethods: 'a payment method',
  paymentTerms: 'a payment term',
  shippingMethods: 'a shipping method',
  classifications: 'a class of customers',
  locations: 'a location',
  labels: 'a label',
  taxClasses: 'a tax class',
  attributes: 'an attribute',
  categories: 'a category',
};

export type ListName = keyof typeof listed;

const kept = { classification: 'class', vat: 'VAT code', revenueAccount: 'revenue account' } as const;

/** A setting that a customer of the target has no place for. */
export type KeptSetting = keyof typeof kept;

/** What a value must be, by what zod calls its type. */
const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
};

interface Near {
  /** What was probably meant; empty where nothing is near. */
  readonly nearest: string;
  /** What there is, where that is little enough to be told. */
  readonly names: readonly string[];
}

function near({ nearest, names }: Near): string {
  if (nearest !== '') return `; the nearest is "${nearest}"`;
  return names.length > 0 ? `; there is ${names.join(', ')}` : '';
}

/** What is wrong with a field of a configuration; follows the name of the field. Schemas give these codes as their messages. */
export const corrections = {
  unknown_field: () => 'is not known here',
  too_deep: () => configuration.tooDeep,
  not_an_identifier: () => configuration.badId,
  /** What zod finds by itself. */
  invalid_type: ({ expected }: { readonly expected: string }) => `must be ${types[expected] ?? expected}`,
  one_of: ({ values }: { readonly values: readonly string[] }) => `must be one of ${values.join(', ')}`,
  too_small: ({ least }: { readonly least: number }) => `must be ${least} or more`,
  too_big: ({ most }: { readonly most: number }) => `must be ${most} or less`,
  too_short: ({ least }: { readonly least: number }) => `must have ${least} or more characters`,
  too_long: ({ most }: { readonly most: number }) => `must have ${most} or fewer characters`,
  too_few: ({ least }: { readonly least: number }) => `must have ${least} or more entries`,
  too_many: ({ most }: { readonly most: number }) => `must have ${most} or fewer entries`,
  invalid_format: ({ format }: { readonly format: string }) => `is not written as ${format}`,

  not_a_pace: () => 'must be minutes or hours, such as "5m" or "1h"',
  not_a_pace_or_off: () => 'must be minutes or hours, such as "24h", or "off"',
  not_before_noon: () => 'must be a time before noon, such as 04:00',
  not_a_decimal: () => 'must be a decimal number written as a string, such as "12.34"',
  negative: () => 'must not be negative',
  not_pieces: () => 'must be a number of pieces written as a string, such as "2"',
  place_twice: () => 'names a place twice',

  not_two_connections: ({ count }: { readonly count: number }) =>
    `must name two connections; it names ${count}`,
  enter_again: () => 'must be entered again: it was given for another address',
  flow_twice: () => 'is there twice',
  one_master: ({ name }: { readonly name: string }) =>
    `must be "${name}", as above: one of the two is the master of all levels`,
  no_connection: ({ name }: { readonly name: string }) =>
    `must be the name of a connection; "${name}" is none`,
  to_itself: () => 'must differ from "from"',
  flow_impossible: ({ flow, from, to }: FlowParams) => `"${flow}" is not possible from "${from}" to "${to}"`,
  flow_needed: ({ flow, from, to }: FlowParams) =>
    `need the flow "${flow}" from "${from}" to "${to}" as well, switched on`,
  has_open_tasks: ({ count }: { readonly count: number }) => `has ${count} open tasks`,
  /** `possible`: those that can. */
  not_whole: ({ flow, possible }: { readonly flow: string; readonly possible: readonly string[] }) =>
    `"${flow}" is no flow that can carry all that there is${possible.length === 0 ? '' : `; these can: ${possible.join(', ')}`}`,

  not_jsonata: ({ reason, position, token }: Misread) => {
    const where = position === 0 ? '' : ` at position ${position}`;
    return `is not a JSONata expression: ${reason}${where}${token === '' ? '' : ` near "${token}"`}`;
  },
  expression_too_long: ({ max }: { readonly max: number }) =>
    `is not a JSONata expression: is longer than ${max} characters`,
  no_target_field: ({ nearest, names }: Near) =>
    `is not a field of the target${nearest === '' ? '' : `; the nearest is "${nearest}"`}; it has ${names.join(', ')}`,
  asks_a_value: ({ of, name }: { readonly of: string; readonly name: string }) =>
    `asks "${of}", which is a single value, for "${name}"`,
  asks_for_nothing: ({ name, ...there }: Near & { readonly name: string }) =>
    `asks for "${name}", which does not exist${near(there)}`,
  not_defined: ({ name, ...there }: Near & { readonly name: string }) =>
    `uses "${name}", which is not defined${near(there)}`,
  reference_not_open: () =>
    'may read data of a person, and the reference stays in plain text for good: make it of fields that name nobody, such as order.number, order.date or order.lines.sku, each by its own name',
  not_a_path: ({ what }: { readonly what: string }) => `names "${what}", which is not how a field is written`,
  no_function: ({ name, ...there }: Near & { readonly name: string }) =>
    `calls "${name}", which is not a function${near(there)}`,

  /** `options`: all there are, where they are few; `none`: there are none. */
  not_listed: ({ value, list, system, nearest, options, none }: NotListed) => {
    const has = nearest === '' ? '' : `; the nearest is ${nearest}`;
    const few = options.length > 0 ? `; it has ${options.join(', ')}` : '';
    return `"${value}" is not ${listed[list]} of ${system}${none ? ': it has none' : has || few}`;
  },
  named_before: ({ name }: { readonly name: string }) => `names "${name}", which is named before`,
  wrong_country: ({ given, right }: { readonly given: string; readonly right: string }) =>
    `names "${given}": the country's code is ${right}`,
  not_for_system: ({ possible, system }: { readonly possible: readonly string[]; readonly system: string }) =>
    `must be ${possible.join(' or ')} for ${system}`,
  makes_no_credits: ({ system, ofOrders }: { readonly system: string; readonly ofOrders: boolean }) =>
    `must be flag or ignore: Koppel makes no ${ofOrders ? 'credits of orders' : 'credits'} in ${system}`,
  takes_stock: ({ system }: { readonly system: string }) =>
    `is not for ${system}, where orders take articles off the stock`,
  needed_for_days: () => 'must be given for the documents of days',
  keeps_none: ({ system, what }: { readonly system: string; readonly what: KeptSetting }) =>
    `is not possible: ${system} keeps no ${kept[what]} with its customers`,
  active_never: () => 'cannot be "deactivate" while "fields.active" is "never"',
  map_missing: () => 'is missing: "by" is "map"',
  map_unused: ({ by }: { readonly by: string }) => `is without effect: "by" is "${by}"`,
  takes_no_negative: ({ system }: { readonly system: string }) =>
    `must be false: ${system} takes no level below zero`,

  not_https: () => 'must begin with https://',
  not_an_address: () => 'must be an address such as "https://shop.example.com"',
  has_login: () => 'must not contain a user name or password',
  has_query: () => 'must not contain "?" or "#"',
  not_public: () => 'must be an address on the public internet',
  not_a_store_number: () => 'must be the number of the store',
  not_a_store_view: () => 'must be the code of a store view, such as "default"',
  all_store_views: () => 'must be one store view',
  /** `given`: the fields that sign requests and are there. */
  needed_to_sign: ({ given }: { readonly given: readonly string[] }) =>
    `is missing: signed requests need it beside ${given.join(' and ')}`,
  not_a_status_number: () => 'must be the number of an order status',
  not_a_custom_field: () => 'must be the name of a custom field, such as "VatRate__c"',
  not_custom_fields: () => 'must be the names of custom fields',
  not_a_percentage: () => 'must be a percentage, such as "21"',
  not_of_salesforce: () => 'must end with .my.salesforce.com',
  not_a_private_key: () => 'must be a private key, PKCS#8 in PEM',
  needed_by_app: () => 'is missing: an app without a person needs it',
  needed_to_certify: () => 'is missing: an app with a certificate signs with it',
  needed_to_act: () => 'is missing: an app with a certificate acts as somebody',
  not_a_shop_name: () => 'must be the name before .myshopify.com',
  token_or_app: () => 'must be given, or clientId and clientSecret of an app',
  not_a_language: () => 'must be a two-letter language code',
  not_a_shipping_method: () => 'must be carrier and method, such as "flatrate_flatrate"',
  not_a_payment_status: () => 'must be a payment status',
  not_a_fulfilment_status: () => 'must be a fulfilment status',
};

/** `reason`: JSONata's own code. `position`: counted from 1, 0 where it is not known. `token`: empty likewise. */
interface Misread {
  readonly reason: string;
  readonly position: number;
  readonly token: string;
}

interface FlowParams {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
}

interface NotListed {
  readonly value: string;
  readonly list: ListName;
  readonly system: string;
  readonly nearest: string;
  readonly options: readonly string[];
  readonly none: boolean;
}
