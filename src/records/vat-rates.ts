import { big, type Decimal } from './money.ts';

/** VAT rates in force since 2020, by member state; XI is Northern Ireland. */
const rates: Readonly<Record<string, string>> = {
  AT: '20 13 10 5',
  BE: '21 12 6',
  BG: '20 9',
  CY: '19 9 5 3',
  CZ: '21 15 12 10',
  DE: '19 16 7 5',
  DK: '25',
  EE: '24 22 20 13 9 5',
  ES: '21 10 5 4',
  FI: '25.5 24 14 13.5 10',
  FR: '20 10 5.5 2.1',
  GR: '24 17 13 9 6 4',
  HR: '25 13 5',
  HU: '27 18 5',
  IE: '23 21 13.5 9 4.8',
  IT: '22 10 5 4',
  LT: '21 12 9 5',
  LU: '17 16 14 13 8 7 3',
  LV: '21 12 5',
  MT: '18 12 7 5',
  NL: '21 9',
  PL: '23 8 5',
  PT: '23 22 18 16 13 12 9 6 5 4',
  RO: '21 19 11 9 5',
  SE: '25 12 6',
  SI: '22 9.5 5',
  SK: '23 20 19 10 5',
  XI: '20 12.5 5',
};

/** Whether a rate exists in one of these countries. 0 % does everywhere; undefined where none of them is known here. */
export function isVatRateOf(rate: Decimal, countries: readonly (string | undefined)[]): boolean | undefined {
  if (big(rate).eq(0)) return true;
  const known = countries.flatMap((country) => rates[country ?? '']?.split(' ') ?? []);
  return known.length === 0 ? undefined : known.some((each) => big(each).eq(rate));
}
