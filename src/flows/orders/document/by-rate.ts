import type Big from 'big.js';
import type { Decimal } from '../../../records/money.ts';
import { byRate as addedUp, type RateAmount } from '../../../records/vat-breakdown.ts';

/** Adds amounts up per rate; rates that come to nothing are left out unless a line of zero is wanted. */
export function byRate(
  amounts: readonly { readonly vatRate: Decimal; readonly amount: Decimal | Big }[],
  keepZero = false,
): RateAmount[] {
  const rates = addedUp(amounts.map(({ vatRate, amount }) => ({ rate: vatRate, amount })));
  return rates.filter(({ amount }) => keepZero || !amount.eq(0));
}
