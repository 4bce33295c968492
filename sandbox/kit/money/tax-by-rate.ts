import Big from 'big.js';
import { sumOf } from './cents.ts';
import { taxOf } from './tax.ts';

/** What is charged at one rate. The amount contains tax if the shop's prices do. */
export interface ChargedAt {
  readonly rate: string;
  readonly amount: Big;
  readonly tax: Big;
}

/** Adds the parts up by rate, the highest rate first. Leaves out rates whose sums are zero. */
export function ratesOf(parts: readonly ChargedAt[]): ChargedAt[] {
  const rates = [...new Set(parts.map(({ rate }) => Big(rate).toFixed()))];
  return rates
    .map((rate) => {
      const same = parts.filter((part) => Big(part.rate).eq(rate));
      return {
        rate,
        amount: sumOf(same.map(({ amount }) => amount)),
        tax: sumOf(same.map(({ tax }) => tax)),
      };
    })
    .filter(({ amount, tax }) => !amount.eq(0) || !tax.eq(0))
    .sort((one, other) => Big(other.rate).cmp(one.rate));
}

/** The difference between the tax as the shop rounded it and the tax that a bookkeeping gets by rounding once per rate. */
export function roundingOff(charged: readonly ChargedAt[], included: boolean): Big {
  return sumOf(charged.map(({ rate, amount, tax }) => taxOf(amount, rate, included).minus(tax).abs()));
}
