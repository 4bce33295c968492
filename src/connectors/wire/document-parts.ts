/**
 * A document's lines on their way to a system that keeps the figures that it is given: what discounts leave of each, and
 * its share of the VAT. All shares add up exactly to what was shared out.
 */
import type Big from 'big.js';
import type { Document, DocumentLine } from '../../records/document.ts';
import { allocate, big, type Decimal, normalise, sum } from '../../records/money.ts';
import { lineAmount } from './stated-totals.ts';

export interface Part {
  readonly line: DocumentLine;
  readonly rate: Decimal;
  readonly amount: Big;
  /** What discounts at its rate leave of it: by that the VAT is shared. */
  left: Big;
  vat: Big;
}

export function partsOf({ lines, currency }: Document): Part[] {
  return lines.map((line) => {
    const amount = lineAmount(line, currency);
    return { line, rate: normalise(big(line.vatRate)), amount, left: amount, vat: big('0') };
  });
}

/** Takes an amount off parts by what is left of each, and tells each share. Returns what they cannot bear. */
export function takeOff<P extends Part>(
  amount: Big,
  parts: readonly P[],
  currency: string,
  tell?: (part: P, share: Big) => void,
): Big {
  const weights = parts.map(({ left }) => left);
  const room = sum(weights);
  const borne = room.lt(amount) ? room : amount;
  for (const [part, share] of sharedOut(borne, parts, weights, currency)) {
    part.left = part.left.minus(share);
    if (!share.eq(0)) tell?.(part, share);
  }
  return amount.minus(borne);
}

/** The VAT of one rate over the parts that carry it; with nothing left of any, all of it on the first. */
export function shareVat(vat: Big, parts: readonly Part[], currency: string): void {
  const weights = parts.map(({ left }) => left);
  for (const [part, share] of sharedOut(vat, parts, weights, currency)) part.vat = share;
}

function sharedOut<P>(amount: Big, parts: readonly P[], weights: readonly Big[], currency: string) {
  const shares = allocate(amount, weights, currency);
  return parts.map((part, index) => [part, shares[index] ?? big('0')] as const);
}
