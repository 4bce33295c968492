import Big from 'big.js';
import { cents } from './cents.ts';

/** Tax of an amount, not rounded. `rate` is in percent; `included`: the amount holds the tax, or else it comes on top. */
export function exactTax(amount: Big, rate: string | Big, included: boolean): Big {
  const percent = Big(rate);
  return amount.times(percent).div(included ? percent.plus(100) : 100);
}

export function taxOf(amount: Big, rate: string | Big, included: boolean): Big {
  return cents(exactTax(amount, rate, included));
}

/** An amount without the tax that it may hold. */
export function withoutTax(amount: Big, rate: string | Big, included: boolean): Big {
  return included ? amount.minus(taxOf(amount, rate, true)) : amount;
}
