/**
 * An order states its amounts with and without VAT, and its discounts in one of the two; which, only the shop's settings
 * tell (sheet 7.4, 14). Every reading is tried, the likeliest first, and the first whose parts add up to the order's own
 * total is the right one.
 */
import { big, type Decimal } from '../../../records/money.ts';
import type { Account } from '../../contract/account.ts';
import { pricesIncludeVat } from './price-evidence.ts';
import type { OrderWire } from './wire.ts';

export interface Reading {
  readonly pricesIncludeVat: boolean;
  /** Whether a discount as it is stated includes the VAT that it saves. */
  readonly discountsIncludeVat: boolean;
}

const gross: readonly Reading[] = [
  { pricesIncludeVat: true, discountsIncludeVat: true },
  { pricesIncludeVat: true, discountsIncludeVat: false },
];
const net: readonly Reading[] = [{ pricesIncludeVat: false, discountsIncludeVat: false }];

export function readings(wire: OrderWire, account: Account): readonly Reading[] {
  const includes = pricesIncludeVat(wire.items) ?? account.traits.pricesIncludeTax === 'true';
  return includes ? [...gross, ...net] : [...net, ...gross];
}

/** Unit prices have four decimals, rows two: each row may be half a cent off. */
function slack(rows: number): string {
  return big('0.005')
    .times(rows + 2)
    .toFixed();
}

/** When none adds up the nearest: the totals guard of the flow then tells a person. */
export function choose<T extends { readonly difference: Decimal }>(
  candidates: readonly [T, ...T[]],
  rows: number,
): T {
  const off = (candidate: T) => big(candidate.difference).abs();
  const fitting = candidates.find((candidate) => off(candidate).lte(slack(rows)));
  return fitting ?? candidates.reduce((best, each) => (off(each).lt(off(best)) ? each : best));
}
