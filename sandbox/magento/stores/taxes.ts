/** Tax classes, rates and rules of the shop (sheet 14). */

import type { JsonObject } from '../../kit/json.ts';
import { vatRatesOf } from '../../kit/places/european-union.ts';

const countries = ['NL', 'BE', 'DE', 'FR'] as const;
const names: Readonly<Record<string, string>> = { DE: 'MwSt.', FR: 'TVA' };

export const taxClasses: readonly JsonObject[] = [
  { class_id: 2, class_name: 'Hoog tarief', class_type: 'PRODUCT' },
  { class_id: 3, class_name: 'Particulier', class_type: 'CUSTOMER' },
  { class_id: 4, class_name: 'Laag tarief', class_type: 'PRODUCT' },
  { class_id: 5, class_name: 'Geen btw', class_type: 'PRODUCT' },
  { class_id: 6, class_name: 'Btw verlegd', class_type: 'CUSTOMER' },
];

export const taxRates: readonly JsonObject[] = countries
  .flatMap((country) => vatRatesOf(country).map((rate) => ({ country, rate })))
  .map(({ country, rate }, index) => ({
    id: index + 3,
    tax_country_id: country,
    tax_region_id: 0,
    tax_postcode: '*',
    rate: Number(rate),
    code: taxCode(country, rate),
    titles: [{ store_id: '1', value: taxTitle(country, rate) }],
  }));

export const taxRules: readonly JsonObject[] = [
  rule(1, 'Hoog', 2, (_, position) => position === 0),
  rule(2, 'Laag', 4, (_, position) => position === 1),
];

/** As `applied_taxes` names it (sheet 7.5). */
export function taxCode(country: string, rate: string): string {
  return `${country}-${rate}`;
}

export function taxTitle(country: string, rate: string): string {
  return `${names[country] ?? 'BTW'} ${rate}%`;
}

function rule(
  id: number,
  code: string,
  productClass: number,
  takes: (rate: string, position: number) => boolean,
): JsonObject {
  const codes = countries.flatMap((country) =>
    vatRatesOf(country)
      .filter(takes)
      .map((rate) => taxCode(country, rate)),
  );
  return {
    id,
    code,
    priority: 0,
    position: 0,
    customer_tax_class_ids: [3],
    product_tax_class_ids: [productClass],
    tax_rate_ids: taxRates.flatMap((rate) => (codes.includes(String(rate.code)) ? [rate.id ?? 0] : [])),
    calculate_subtotal: false,
  };
}
