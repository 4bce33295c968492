import Big from 'big.js';
import { cents } from './cents.ts';

/** The tax of an amount, not rounded. `rate` is in percent. `included` says that the amount contains the tax. */
export function exactTax(amount: Big, rate: string | Big, included: boolean): Big {
  const percent = Big(rate);
  return amount.times(percent).div(included ? percent.plus(100) : 100);
}

export function taxOf(amount: Big, rate: string | Big, included: boolean): Big {
  return cents(exactTax(amount, rate, included));
}

/** The amount without its tax. Returns it unchanged when it contains none. */
export function withoutTax(amount: Big, rate: string | Big, included: boolean): Big {
  return included ? amount.minus(taxOf(amount, rate, true)) : amount;
}
