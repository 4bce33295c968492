/** Which settings name something that a system lists, by the lookup that has the list. */
import type { LookupName } from '../../connectors/contract/lookups.ts';
import type { Issue } from '../../mapping/issue.ts';
import type { FlowDocument } from './configuration.ts';

/** A value of a setting, and the end of the flow whose lists it must be in: in one of them. */
export interface ListedValue {
  readonly path: Issue['path'];
  readonly value: string;
  readonly end: 'from' | 'to';
  readonly lookups: readonly LookupName[];
  /** What a choice is made by: a choice compares without regard to case. */
  readonly anyCase: boolean;
}

type Settings = Readonly<Record<string, unknown>>;

export function listedValues({ flow, settings }: Pick<FlowDocument, 'flow' | 'settings'>): ListedValue[] {
  switch (flow) {
    case 'orders':
      return ofOrders(settings);
    case 'customers':
      return ofCustomers(settings);
    case 'categories':
      return texts({ path: ['root'], value: settings.root }, { end: 'to', lookups: ['categories'] });
    case 'products':
      return ofProducts(settings);
    case 'stock':
      return [
        ...texts(
          { path: ['sourceLocations'], value: settings.sourceLocations },
          { end: 'from', lookups: ['locations'] },
        ),
        ...texts(
          { path: ['targetLocation'], value: settings.targetLocation },
          { end: 'to', lookups: ['locations'] },
        ),
      ];
    default:
      return [];
  }
}

function ofOrders(settings: Settings): ListedValue[] {
  const at = (...path: string[]) => ({ path, value: path.reduce<unknown>(fieldOf, settings) });
  const source = (name: LookupName, ...more: LookupName[]) =>
    ({ end: 'from', lookups: [name, ...more] }) as const;
  const target = (name: LookupName) => ({ end: 'to', lookups: [name] }) as const;
  const byCountry = at('vat', 'byCountry');
  return [
    ...texts(at('statuses'), source('orderStatuses')),
    ...texts(at('paymentStatuses'), source('paymentStatuses')),
    ...keys(at('paymentMethods'), source('paymentMethods')),
    ...chosen(at('paymentMethods'), target('paymentMethods')),
    ...keys(at('paymentTerms'), source('paymentMethods')),
    ...chosen(at('vat', 'byRate'), target('vatCodes')),
    ...Object.keys(objectOf(byCountry.value)).flatMap((country) =>
      chosen(at('vat', 'byCountry', country), target('vatCodes')),
    ),
    ...chosen(at('revenueAccount', 'byCountry'), target('ledgerAccounts')),
    ...chosen(at('revenueAccount', 'byRate'), target('ledgerAccounts')),
    ...['shipping', 'discount', 'fee', 'rounding'].flatMap((part) =>
      texts(at('revenueAccount', part), target('ledgerAccounts')),
    ),
    ...['tips', 'cashRounding', 'vouchers'].flatMap((part) =>
      texts(at('day', 'accounts', part), target('ledgerAccounts')),
    ),
    ...keys(at('shipping', 'methods'), source('shippingMethods')),
    ...chosen(at('shipping', 'methods'), target('shippingMethods')),
    ...chosen(at('customer', 'classification'), target('classifications')),
    ...texts(at('writeBack', 'status'), source('orderStatuses', 'paymentStatuses')),
  ];
}

function ofCustomers(settings: Settings): ListedValue[] {
  const of = (name: string, lookup: LookupName) =>
    chosen({ path: [name], value: settings[name] }, { end: 'to', lookups: [lookup] });
  return [
    ...of('classification', 'classifications'),
    ...of('vat', 'vatCodes'),
    ...of('revenueAccount', 'ledgerAccounts'),
  ];
}

/** Attributes may be made: they are in no list that has to be whole. */
function ofProducts(settings: Settings): ListedValue[] {
  const categories = objectOf(settings.categories);
  return [
    ...chosen({ path: ['vat'], value: settings.vat }, { end: 'to', lookups: ['taxClasses'] }),
    ...chosen({ path: ['categories', 'map'], value: categories.map }, { end: 'to', lookups: ['categories'] }),
  ];
}

interface At {
  readonly path: Issue['path'];
  readonly value: unknown;
}
type Lists = Pick<ListedValue, 'end' | 'lookups'>;

/** A text, or a list of texts. */
function texts({ path, value }: At, lists: Lists): ListedValue[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => texts({ path: [...path, index], value: each }, lists));
  return typeof value === 'string' ? [{ path, value, ...lists, anyCase: false }] : [];
}

/** What a choice may give. */
function chosen({ path, value }: At, lists: Lists): ListedValue[] {
  const { map, default: fallback, force } = objectOf(value);
  return [
    ...Object.entries(objectOf(map)).flatMap(([key, each]) =>
      texts({ path: [...path, 'map', key], value: each }, lists),
    ),
    ...texts({ path: [...path, 'default'], value: fallback }, lists),
    ...texts({ path: [...path, 'force'], value: force }, lists),
  ];
}

/** What a choice is made by. */
function keys({ path, value }: At, lists: Lists): ListedValue[] {
  return Object.keys(objectOf(objectOf(value).map)).map((key) => ({
    path: [...path, 'map', key],
    value: key,
    ...lists,
    anyCase: true,
  }));
}

function fieldOf(value: unknown, name: string): unknown {
  return objectOf(value)[name];
}

function objectOf(value: unknown): Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Settings) : {};
}
