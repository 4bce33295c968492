import type { DocumentTarget } from '../../../connectors/contract/target.ts';
import type { Document, DocumentLine } from '../../../records/document.ts';
import { big, type Decimal, normalise, smallestUnit } from '../../../records/money.ts';
import { vatAt } from '../../../records/vat-breakdown.ts';

/** Writes a rounding line at one VAT rate, by the flow's settings. */
export type RoundingLine = (rate: Decimal, amount: Decimal) => DocumentLine;

/** Returns the smallest amount that, added at this rate, gives it exactly the wanted VAT, or null when there is none. */
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
  for (let step = first; step <= last; step++) {
    const amount = normalise(unit.times(step));
    const vat = vatWith([roundingLine(rate, amount)]);
    if (vat.eq(wanted)) return amount;
    if (up ? vat.gt(wanted) : vat.lt(wanted)) return null;
  }
  return null;
}
