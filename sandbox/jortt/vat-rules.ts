import Big from 'big.js';
import { isInEuropeanUnion, vatRatesOf } from '../european-union.ts';
import type { Customer } from './customer.ts';

type Place = Pick<Customer, 'shift_vat' | 'address_country_code'>;

/**
 * The VAT rates, as fractions, that an invoice to this customer may carry (sheet 5; beyond the Dutch ones inferred).
 * A company elsewhere in the Union whose VAT is not shifted is charged as a private person there.
 */
export function validRates(customer: Place, oneStopShop: boolean): string[] {
  if (customer.shift_vat) return ['0.0'];
  const country = customer.address_country_code ?? 'NL';
  if (!isInEuropeanUnion(country)) return ['0.0'];
  return vatRatesOf(oneStopShop ? country : 'NL').map(fraction);
}

export function isValidRate(rate: string, customer: Place, oneStopShop: boolean): boolean {
  return validRates(customer, oneStopShop).some((valid) => Big(valid).eq(rate));
}

/** `21` as `0.21`, `0` as `0.0`, as the official client shows them. */
function fraction(percent: string): string {
  const value = Big(percent).div(100);
  return value.eq(0) ? '0.0' : value.toFixed(Math.max(2, value.c.length - value.e - 1));
}
