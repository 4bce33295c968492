import { big, type Decimal, normalise } from '../../records/money.ts';

/** What the books have of an order. Null where an earlier version kept none of it. */
export interface InBooks {
  readonly gross: Decimal | null;
  readonly vat: Decimal | null;
  readonly credited: Decimal | null;
}

/**
 * What stands, with what came out otherwise than it was meant (`made`, as `OrderFacts` has it): until a person has seen to that, the books have what
 * was made. Of a credit that is below zero.
 */
export function inBooks(stands: InBooks, made: string | null): InBooks {
  if (made === null) return stands;
  const [madeGross = '', , gross = ''] = made.split(' ');
  const off = big(madeGross).minus(gross);
  return big(gross).lt(0)
    ? { ...stands, credited: normalise(big(stands.credited ?? '0').minus(off)) }
    : { ...stands, gross: normalise(big(stands.gross ?? gross).plus(off)) };
}

/** Of what the books have something else than the shop says: the amount, what was given back, or both. */
export type Apart = '' | 'amount' | 'given_back' | 'both';

export function apartOf(
  sale: { readonly gross: Decimal; readonly refunded: Decimal },
  { gross, credited }: InBooks,
): Apart {
  const isAmount = !big(gross ?? '0').eq(sale.gross);
  const isGivenBack = !big(credited ?? '0').eq(sale.refunded);
  if (isAmount && isGivenBack) return 'both';
  return isAmount ? 'amount' : isGivenBack ? 'given_back' : '';
}
