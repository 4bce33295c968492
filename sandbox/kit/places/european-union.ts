/** The rates in percent of each member state as in force in 2026, the standard rate first. */
const rates: Readonly<Record<string, readonly string[]>> = {
  AT: ['20', '10', '13'],
  BE: ['21', '6', '12'],
  BG: ['20', '9'],
  CY: ['19', '5', '9', '3'],
  CZ: ['21', '12'],
  DE: ['19', '7'],
  DK: ['25'],
  EE: ['24', '9', '13'],
  ES: ['21', '10', '4'],
  FI: ['25.5', '13.5', '10'],
  FR: ['20', '5.5', '10', '2.1'],
  GR: ['24', '13', '6'],
  HR: ['25', '5', '13'],
  HU: ['27', '5', '18'],
  IE: ['23', '9', '13.5', '4.8'],
  IT: ['22', '10', '4', '5'],
  LT: ['21', '5', '12'],
  LU: ['17', '8', '14', '3'],
  LV: ['21', '12', '5'],
  MT: ['18', '5', '7'],
  NL: ['21', '9', '0'],
  PL: ['23', '8', '5'],
  PT: ['23', '6', '13'],
  RO: ['21', '11'],
  SE: ['25', '12', '6'],
  SI: ['22', '9.5', '5'],
  SK: ['23', '5', '19'],
};

export function isInEuropeanUnion(country: string): boolean {
  return Object.hasOwn(rates, country);
}

export function vatRatesOf(country: string): readonly string[] {
  return rates[country] ?? [];
}
