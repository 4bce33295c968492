import Big from 'big.js';
import { sumOf } from './cents.ts';
import { taxOf } from './tax.ts';

/** What is charged at one rate, with or without tax as the prices are. */
export interface ChargedAt {
  readonly rate: string;
  readonly amount: Big;
  readonly tax: Big;
}

/** Added up by rate, the highest first. What comes to nothing is left out. */
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

/** How far the tax, rounded as the shop does, is from what it comes to when every rate is rounded once, as books do. */
export function roundingOff(charged: readonly ChargedAt[], included: boolean): Big {
  return sumOf(charged.map(({ rate, amount, tax }) => taxOf(amount, rate, included).minus(tax).abs()));
}
