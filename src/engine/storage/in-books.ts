import { big, type Decimal, normalise } from '../../records/money.ts';
import type { Stored } from '../../texts/tell.ts';

/** What the books have of an order. Decimals; zero where they have nothing. */
export interface InBooks {
  readonly booked: Decimal;
  readonly credited: Decimal;
}

const nothing: InBooks = { booked: '0', credited: '0' };

/**
 * By its link (`document`), and by what is known to have come out otherwise than it was meant: until a person has seen to that, the books
 * have what was made (`made_differs`), of a credit below zero.
 */
export function inBooks(
  document: { readonly gross: Decimal | null; readonly credited: Decimal | null } | null,
  problem: Stored | null,
): InBooks {
  if (document === null) return nothing;
  const stands = { booked: plain(document.gross), credited: plain(document.credited) };
  if (problem?.code !== 'made_differs') return stands;
  const [meant, made] = [problem.params.gross, problem.params.madeGross].map((each) => big(String(each)));
  if (meant === undefined || made === undefined) return stands;
  const off = made.minus(meant);
  return meant.lt(0)
    ? { ...stands, credited: normalise(big(stands.credited).minus(off)) }
    : { ...stands, booked: normalise(big(stands.booked).plus(off)) };
}

/** Of what the books have something else than the shop says: the amount, what was given back, or both. */
export type Apart = '' | 'amount' | 'given_back' | 'both';

export function apartOf(
  sale: { readonly gross: Decimal; readonly refunded: Decimal },
  { booked, credited }: InBooks,
): Apart {
  const isAmount = !big(booked).eq(sale.gross);
  const isGivenBack = !big(credited).eq(sale.refunded);
  if (isAmount && isGivenBack) return 'both';
  return isAmount ? 'amount' : isGivenBack ? 'given_back' : '';
}

function plain(amount: Decimal | null): Decimal {
  return normalise(big(amount ?? '0'));
}
