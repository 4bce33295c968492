/** The websites, stores and store views of the sandbox's shop. */
import type { JsonObject } from '../../kit/json.ts';

/** How a store view sells. Whether prices include tax is not in the API (sheet 14). */
export interface StoreView {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly websiteId: number;
  readonly groupId: number;
  readonly locale: string;
  readonly timeZone: string;
  readonly pricesIncludeTax: boolean;
  /** Where tax is rounded (sheet 7.4). */
  readonly rounding: 'unit' | 'row' | 'total';
  readonly currency: string;
  /** The price of one euro in it. */
  readonly rate: string;
  readonly prefix: string;
}

export const websites = [
  { id: 1, code: 'base', name: 'Hoofdwebsite', groupId: 1 },
  { id: 2, code: 'zakelijk', name: 'Zakelijk', groupId: 2 },
] as const;

export const groups = [
  { id: 1, websiteId: 1, name: 'Hoofdwinkel', code: 'hoofdwinkel', defaultStoreId: 1 },
  { id: 2, websiteId: 2, name: 'Groothandel', code: 'groothandel', defaultStoreId: 4 },
] as const;

export const baseCurrency = 'EUR';

const home = {
  websiteId: 1,
  groupId: 1,
  timeZone: 'Europe/Amsterdam',
  pricesIncludeTax: true,
  rounding: 'row',
  currency: baseCurrency,
  rate: '1',
} as const;

export const defaultView: StoreView = {
  ...home,
  id: 1,
  code: 'default',
  name: 'Nederlands',
  locale: 'nl_NL',
  prefix: '',
};

export const storeViews: readonly StoreView[] = [
  defaultView,
  {
    ...home,
    id: 2,
    code: 'vlaams',
    name: 'Vlaams',
    locale: 'nl_BE',
    timeZone: 'Europe/Brussels',
    prefix: '2',
  },
  {
    ...home,
    id: 3,
    code: 'deutsch',
    name: 'Deutsch',
    locale: 'de_DE',
    timeZone: 'Europe/Berlin',
    rounding: 'total',
    prefix: '3',
  },
  {
    ...home,
    id: 4,
    code: 'zakelijk',
    name: 'Zakelijk',
    locale: 'nl_NL',
    websiteId: 2,
    groupId: 2,
    pricesIncludeTax: false,
    rounding: 'total',
    prefix: '4',
  },
  {
    ...home,
    id: 5,
    code: 'english',
    name: 'English',
    locale: 'en_GB',
    timeZone: 'Europe/London',
    rounding: 'unit',
    currency: 'GBP',
    rate: '0.8642',
    prefix: '5',
  },
];

export function viewOf(code: string): StoreView | undefined {
  return storeViews.find((view) => view.code === code);
}

export function viewById(id: number): StoreView | undefined {
  return storeViews.find((view) => view.id === id);
}

/** Website, store and view, a line each (sheet 7.2). */
export function storeName(view: StoreView): string {
  const website = websites.find(({ id }) => id === view.websiteId);
  const group = groups.find(({ id }) => id === view.groupId);
  return [website?.name, group?.name, view.name].join('\n');
}

export function defaultViewOf(websiteId: number): StoreView {
  return storeViews.find((view) => view.websiteId === websiteId) ?? defaultView;
}

export function storeConfig(view: StoreView, baseUrl: string): JsonObject {
  const url = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const addresses = (prefix: string) => ({
    [`${prefix}base_url`]: url,
    [`${prefix}base_link_url`]: url,
    [`${prefix}base_static_url`]: `${url}static/`,
    [`${prefix}base_media_url`]: `${url}media/`,
  });
  return {
    id: view.id,
    code: view.code,
    website_id: view.websiteId,
    locale: view.locale,
    base_currency_code: baseCurrency,
    default_display_currency_code: view.currency,
    timezone: view.timeZone,
    weight_unit: 'kgs',
    ...addresses(''),
    ...addresses('secure_'),
  };
}
