import type Big from 'big.js';
import type { DocumentTarget } from '../../../connectors/contract/target.ts';
import type { Document, DocumentLine } from '../../../records/document.ts';
import { big, type Decimal, normalise, smallestUnit, sum } from '../../../records/money.ts';
import { vatOf } from '../../../records/vat.ts';
import { vatAt } from '../../../records/vat-breakdown.ts';

/** Writes a rounding line at one VAT rate, by the flow's settings. */
export type RoundingLine = (rate: Decimal, amount: Decimal) => DocumentLine;

/**
 * Returns the smallest amount that, added at this rate, gives it exactly the wanted VAT, or null when there is none. One that leaves the VAT
 * on half a cent, which some systems round up and others down, only where no other gives it.
 */
export function correction(
  document: Document,
  target: DocumentTarget,
  { rate, wanted }: { readonly rate: Decimal; readonly wanted: Decimal },
  roundingLine: RoundingLine,
): Decimal | null {
  if (big(rate).lte(0)) return null;
  const vatWith = (lines: readonly DocumentLine[]) =>
    big(vatAt(target.totals({ ...document, lines: [...document.lines, ...lines] }).byRate, rate));
  const missing = big(wanted).minus(vatWith([]));
  const up = missing.gt(0);
  const unit = smallestUnit(document.currency).times(up ? 1 : -1);
  const base = document.pricesIncludeVat ? big(rate).plus(100) : big('100');
  // What a cent of VAT is in amounts; what stands in the document was rounded too, so the estimate may be that far off.
  const perUnit = base.div(rate);
  const estimate = missing.times(perUnit).div(unit);
  const first = Math.max(1, estimate.minus(perUnit.times(2)).round().toNumber());
  const last = first + perUnit.times(4).round().toNumber() + 1;
  const standing = amountAt(document, rate);
  let onHalf: Decimal | null = null;
  for (let step = first; step <= last; step++) {
    const amount = normalise(unit.times(step));
    const vat = vatWith([roundingLine(rate, amount)]);
    if (up ? vat.gt(wanted) : vat.lt(wanted)) break;
    if (!vat.eq(wanted)) continue;
    const exact = vatOf(standing.plus(amount), rate, document.pricesIncludeVat);
    if (!exact.minus(wanted).abs().times(2).eq(unit.abs())) return amount;
    onHalf ??= amount;
  }
  return onHalf;
}

/** What the lines of a rate come to, on the document's own basis. */
function amountAt({ lines }: Document, rate: Decimal): Big {
  const own = lines.filter(({ vatRate }) => big(vatRate).eq(rate));
  return sum(own.map(({ quantity, unitPrice }) => big(quantity).times(unitPrice)));
}
