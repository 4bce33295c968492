import Big from 'big.js';
import { withoutTax } from '../money/tax.ts';
import { vatRatesOf } from '../places/european-union.ts';

/** Which of a country's rates an article carries; `none` is not taxable by nature. */
export type VatKind = 'standard' | 'reduced' | 'none';

/** The rate in percent. A country that is not known has none. */
export function rateOf(vat: VatKind, country: string): string {
  const [standard = '0', reduced = standard] = vatRatesOf(country);
  return { standard, reduced, none: '0' }[vat];
}

/** The price without the tax of that rate that it contains, in cents. */
export function netPrice(price: string, rate: string): string {
  return withoutTax(Big(price), rate, true).toFixed(2);
}
