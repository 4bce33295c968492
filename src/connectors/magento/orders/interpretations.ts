import { big } from '../../../records/money.ts';
import type { Account } from '../../contract/account.ts';
import { addsUp, type Candidate, likeliest } from '../../wire/interpretations.ts';
import { pricesIncludeVat } from './price-evidence.ts';
import type { OrderWire } from './wire.ts';

/**
 * One way to understand an order's figures: it states its amounts with and without VAT, and its discounts in one of the
 * two; which, only the shop's settings tell (sheet 7.4, 14).
 */
export interface Interpretation {
  readonly pricesIncludeVat: boolean;
  /** Whether a discount as it is stated includes the VAT that it saves. */
  readonly discountsIncludeVat: boolean;
}

const gross: readonly Interpretation[] = [
  { pricesIncludeVat: true, discountsIncludeVat: true },
  { pricesIncludeVat: true, discountsIncludeVat: false },
];
const net: readonly Interpretation[] = [{ pricesIncludeVat: false, discountsIncludeVat: false }];

/** The likeliest first. */
export function interpretations(wire: OrderWire, account: Account): readonly Interpretation[] {
  const includes = pricesIncludeVat(wire.items) ?? account.traits.pricesIncludeTax === 'true';
  return includes ? [...gross, ...net] : [...net, ...gross];
}

interface Interpreted extends Candidate {
  readonly parts: Pick<Interpretation, 'pricesIncludeVat'>;
}

/**
 * Unit prices have four decimals, rows two: each row may be half a cent off. Where nothing adds up, as with an amount that no
 * field explains, the rows still tell whether prices include VAT.
 */
export function choose<T extends Interpreted>(candidates: readonly T[], rows: number): T {
  const slack = big('0.005').times(rows + 2);
  const found = candidates.find((candidate) => addsUp(candidate, slack));
  const [first] = candidates;
  return (
    found ??
    likeliest(candidates.filter(({ parts }) => parts.pricesIncludeVat === first?.parts.pricesIncludeVat))
  );
}
