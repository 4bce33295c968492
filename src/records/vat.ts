import type Big from 'big.js';
import { checkVAT, countries } from 'jsvat';
import { big, type Decimal, normalise } from './money.ts';

/** A percentage as a fraction: `"21"` becomes `"0.21"`. */
export function percentToFraction(percent: Decimal): Decimal {
  return normalise(big(percent).div(100));
}

export function fractionToPercent(fraction: Decimal): Decimal {
  return normalise(big(fraction).times(100));
}

/** The VAT inside an amount that includes it, not rounded. */
export function vatWithin(gross: Big, percent: Decimal): Big {
  return gross.times(percent).div(big(percent).plus(100));
}

/** The VAT upon an amount that excludes it, not rounded. */
export function vatUpon(net: Big, percent: Decimal): Big {
  return net.times(percent).div(100);
}

/** The VAT of an amount that includes it or not, not rounded. */
export function vatOf(amount: Big, percent: Decimal, includesVat: boolean): Big {
  return includesVat ? vatWithin(amount, percent) : vatUpon(amount, percent);
}

/** Writes a VAT number the way registers do: capitals, without blanks, dots and dashes. */
export function compactVatNumber(vatNumber: string): string {
  return vatNumber.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** Whether the number has the form and the check digits of its country. It does not ask a register. */
export function isVatNumber(vatNumber: string): boolean {
  return checkVAT(compactVatNumber(vatNumber), countries).isValid;
}
