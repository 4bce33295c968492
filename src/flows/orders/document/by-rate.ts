import type Big from 'big.js';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';

/** Adds amounts up per rate; rates that come to nothing are left out unless a line of zero is wanted. */
export function byRate(
  amounts: readonly { readonly vatRate: Decimal; readonly amount: Decimal | Big }[],
  keepZero = false,
): { rate: Decimal; amount: Big }[] {
  const rates = [...new Set(amounts.map(({ vatRate }) => normalise(big(vatRate))))];
  return rates
    .map((rate) => ({
      rate,
      amount: sum(amounts.filter((each) => big(each.vatRate).eq(rate)).map((each) => each.amount)),
    }))
    .filter(({ amount }) => keepZero || !amount.eq(0));
}
