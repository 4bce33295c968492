/** Weights are in the shop's own unit (sheet 10.2, 15). */
import { big, type Decimal, normalise, roundTo } from '../../../records/money.ts';
import type { Account } from '../../contract/account.ts';

const kgPerPound = '0.45359237';

/** Grams and fractions of them, as the database keeps four digits. */
const digits = 4;

export function kgOf(weight: Decimal | undefined, account: Account): Decimal | undefined {
  if (weight === undefined) return undefined;
  return isInPounds(account) ? normalise(roundTo(big(weight).times(kgPerPound), digits)) : weight;
}

export function weightOf(kg: Decimal, account: Account): number {
  return Number(isInPounds(account) ? roundTo(big(kg).div(kgPerPound), digits) : roundTo(kg, digits));
}

function isInPounds({ traits }: Account): boolean {
  return traits.weightUnit === 'lbs';
}
