import { big, type Decimal, normalise } from '../../records/money.ts';

/** What the books have of an order. Null where an earlier version kept none of it. */
export interface InBooks {
  readonly gross: Decimal | null;
  readonly vat: Decimal | null;
  readonly credited: Decimal | null;
  /** How much the VAT of a credit is above what was meant, or below; left out where nothing tells. */
  readonly creditVatOff?: Decimal;
}

/**
 * What stands, with what came out otherwise than it was meant (`made`, as `OrderFacts` has it): until a person has seen to that, the books have what
 * was made, its VAT as far as the target states it. Of a credit that is below zero.
 */
export function inBooks(stands: InBooks, made: string | null): InBooks {
  if (made === null) return stands;
  const [madeGross = '', madeVat = '', gross = '', vat = ''] = made.split(' ');
  const off = big(madeGross).minus(gross);
  if (big(gross).lt(0)) {
    const creditVatOff = madeVat === '' ? {} : { creditVatOff: normalise(big(madeVat).minus(vat)) };
    return { ...stands, credited: normalise(big(stands.credited ?? '0').minus(off)), ...creditVatOff };
  }
  return {
    ...stands,
    gross: normalise(big(stands.gross ?? gross).plus(off)),
    ...(madeVat === '' ? {} : { vat: normalise(big(madeVat)) }),
  };
}

/** What the shop says of an order. */
interface Sold {
  readonly gross: Decimal;
  readonly vat: Decimal;
  readonly refunded: Decimal;
}

/** Of what the books have something else than the shop says: the amount, what was given back, or both; the VAT, where that is all. */
export type Apart = '' | 'amount' | 'given_back' | 'both' | 'vat';

export function apartOf(sale: Sold, books: InBooks): Apart {
  const isAmount = !big(books.gross ?? '0').eq(sale.gross);
  const isGivenBack = !big(books.credited ?? '0').eq(sale.refunded);
  if (isAmount && isGivenBack) return 'both';
  if (isAmount) return 'amount';
  if (isGivenBack) return 'given_back';
  return big(vatApart(sale, books)).eq(0) ? '' : 'vat';
}

/** How much the VAT in the books is above what the shop says, or below. */
export function vatApart(sale: Pick<Sold, 'vat'>, { vat, creditVatOff = '0' }: InBooks): Decimal {
  return normalise(
    big(vat ?? sale.vat)
      .minus(sale.vat)
      .plus(creditVatOff),
  );
}
