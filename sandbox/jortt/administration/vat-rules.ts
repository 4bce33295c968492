import Big from 'big.js';
import { isInEuropeanUnion, vatRatesOf } from '../../kit/places/european-union.ts';
import type { Customer } from '../customers/customer.ts';
import type { InvoiceLine } from '../invoices/line.ts';
import type { JorttSettings } from '../settings.ts';

type Vat = InvoiceLine['vat'];
type Place = Pick<Customer, 'shift_vat' | 'address_country_code'>;

/**
 * The VAT rates, as fractions, that an invoice to this customer may carry (sheet 5; beyond the Dutch ones inferred).
 * A company elsewhere in the Union whose VAT is not shifted is charged as a private person there.
 */
function validRates(customer: Place, settings: JorttSettings): string[] {
  if (customer.shift_vat) return ['0.00'];
  const country = customer.address_country_code ?? 'NL';
  if (!isInEuropeanUnion(country)) return ['0.00'];
  const rates = vatRatesOf(settings.oneStopShop ? country : 'NL');
  const all = settings.zeroRateAbroad ? [...new Set([...rates, '0'])] : rates;
  return all.map((percent) => rateText(Big(percent).div(100)));
}

/**
 * Whether a line of an invoice to this customer may carry it. What the special categories allow is our reading: exempt
 * is nothing at all, the margin schemes show no VAT or have a rate that holds for the customer anyway.
 */
export function isValidVat({ value, category }: Vat, customer: Place, settings: JorttSettings): boolean {
  if (category === 'exempt') return Big(value).eq(0);
  if (category !== null && Big(value).eq(0)) return true;
  return validRates(customer, settings).some((valid) => Big(valid).eq(value));
}

/** What `vat-percentages` answers: the plain rates, then the categories that the organization has switched on. */
export function validVats(customer: Place, settings: JorttSettings): Vat[] {
  const standard = customer.shift_vat ? '0.00' : '0.21';
  return [
    ...validRates(customer, settings).map((value) => ({ value, category: null })),
    ...settings.vatCategories.map((category) => ({
      value: category === 'exempt' ? '0.00' : standard,
      category,
    })),
  ];
}

/** A fraction in the one form in which it is shown: `0.21`, `0.00`, `0.055`. At least two places (sheet 5). */
export function rateText(fraction: string | Big): string {
  const value = Big(fraction);
  return Big(value.toFixed(2)).eq(value) ? value.toFixed(2) : value.toFixed();
}
