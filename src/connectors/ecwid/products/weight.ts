import { big, type Decimal, normalise, roundTo } from '../../../records/money.ts';
import type { Account } from '../../contract/account.ts';

/** Kilograms of one unit of the profile (sheet 8.1). */
const kilograms: Readonly<Record<string, Decimal>> = {
  KILOGRAM: '1',
  GRAM: '0.001',
  CARAT: '0.0002',
  OUNCE: '0.028349523125',
  POUND: '0.45359237',
};

/** Finer than any scales. */
const decimals = 4;

/** Undefined where the account does not tell its unit. */
export function weightInKg(weight: Decimal | undefined, { traits }: Account): Decimal | undefined {
  const unit = kilograms[traits.weightUnit ?? ''];
  return weight === undefined || unit === undefined ? undefined : normalise(big(weight).times(unit));
}

/** In the shop's own unit; undefined where the account does not tell it. */
export function weightToWire(weightKg: Decimal | undefined, { traits }: Account): number | undefined {
  const unit = kilograms[traits.weightUnit ?? ''];
  if (weightKg === undefined || unit === undefined) return undefined;
  return Number(roundTo(big(weightKg).div(unit), decimals));
}
