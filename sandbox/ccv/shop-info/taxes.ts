/** The tariffs of products, and what they come to in each country (sheet 6.13). */
import type { JsonObject } from '../../kit/json.ts';
import { countryName } from '../../kit/places/country-names.ts';
import { isInEuropeanUnion, vatRatesOf } from '../../kit/places/european-union.ts';
import type { VatKind } from '../../kit/shop/vat-kind.ts';

export const home = 'NL';
/** Where the shop has registered for VAT: there the country's own rates hold. */
const registered: readonly string[] = [home, 'BE', 'DE', 'FR', 'ES'];
const beyond: readonly string[] = ['CH', 'GB', 'US', 'NO'];

export const tariffs = ['normal', 'low a', 'low b', 'extra low', 'zero'] as const;
export type Tariff = (typeof tariffs)[number];

export function tariffFor(vat: VatKind): Tariff {
  return ({ standard: 'normal', reduced: 'low a', none: 'zero' } as const)[vat];
}

/** Percent. In a country of the Union where the shop is not registered its own rates hold, beyond it none. */
export function percentageOf(tariff: Tariff, country: string): number {
  if (!isInEuropeanUnion(country)) return 0;
  const [standard = '0', reduced = standard, second = reduced, third = second] = vatRatesOf(
    registered.includes(country) ? country : home,
  );
  const rates = { normal: standard, 'low a': reduced, 'low b': second, 'extra low': third, zero: '0' };
  return Number(rates[tariff]);
}

export function geozoneCountries(): JsonObject[] {
  const zones = [
    { id: 1, name: 'Nederland', countries: [home] },
    { id: 2, name: 'EU', countries: registered.filter((code) => code !== home) },
    { id: 3, name: 'Buiten de EU', countries: beyond },
  ];
  return zones.flatMap(({ id, name, countries }) =>
    countries.map((code) => ({
      country: countryName(code, 'nl') ?? code,
      code,
      geozone_id: id,
      geozone_name: name,
      tariffs: tariffs.map((type) => ({ type, percentage: percentageOf(type, code) })),
    })),
  );
}
