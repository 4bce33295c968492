import type { DocumentTarget } from '../../../connectors/contract/target.ts';
import type { Document, DocumentLine, Totals } from '../../../records/document.ts';
import { big, type Decimal, money, normalise, smallestUnit, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { rejected } from '../../../records/problem.ts';
import { vatAt } from '../../../records/vat-breakdown.ts';

/** A cent of VAT is at most (100 + rate) / rate cents of gross; the tolerance bounds how many are needed. */
const maxCorrectionUnits = 400;

export interface Balanced {
  readonly document: Document;
  /** As the target will add the document up. */
  readonly totals: Totals;
}

interface Rounding {
  readonly tolerance: Decimal;
  /** `accept`: the target's own VAT may differ within the tolerance; the gross never may. */
  readonly vat: 'match' | 'accept';
}

/** Writes a rounding line at one VAT rate, by the flow's settings. */
type RoundingLine = (rate: Decimal, amount: Decimal) => DocumentLine;

/**
 * The totals guard. The target adds a document up with its own rounding (Jortt once per VAT rate, most shops once per
 * line), so the same lines can come out cents apart. Within the tolerance, rounding lines make gross and VAT equal the
 * order's to the cent; beyond it nothing is booked.
 *
 * VAT of one rate is moved by a small amount at that rate, taken back at 0 %: the gross stays, the VAT is right.
 * Throws `totals_differ` with the figures.
 */
export function balance(
  document: Document,
  order: Order,
  target: DocumentTarget,
  { tolerance, vat }: Rounding,
  roundingLine: RoundingLine,
): Balanced {
  const before = target.totals(document);
  const offsets = rates(before, order).map((rate) => {
    const wanted = vatAt(order.vatByRate, rate);
    const difference = big(wanted).minus(vatAt(before.byRate, rate));
    return { rate, wanted, difference };
  });
  const vatOff = sum(offsets.map(({ difference }) => difference.abs()));
  const grossOff = big(order.gross).minus(before.gross);
  if (vatOff.gt(tolerance) || grossOff.abs().gt(tolerance)) throw differ(order, before);

  const corrections = offsets
    .filter(({ difference }) => vat === 'match' && !difference.eq(0))
    .map(({ rate, wanted, difference }) => {
      const amount = correction(document, target, rate, wanted, difference.gt(0), roundingLine);
      if (amount === null) throw differ(order, before);
      return roundingLine(rate, amount);
    });
  const corrected = withLines(document, corrections);
  const offset = big(order.gross).minus(target.totals(corrected).gross);
  const balanced = offset.eq(0) ? corrected : withLines(corrected, [roundingLine('0', normalise(offset))]);
  const totals = target.totals(balanced);
  const vatLeft = big(totals.vat).minus(order.vat).abs();
  if (!big(totals.gross).eq(order.gross) || vatLeft.gt(vat === 'match' ? 0 : tolerance))
    throw differ(order, totals);
  return { document: balanced, totals };
}

/** Returns the smallest amount that, added at this rate, gives it exactly the wanted VAT, or null when there is none. */
function correction(
  document: Document,
  target: DocumentTarget,
  rate: Decimal,
  wanted: Decimal,
  up: boolean,
  roundingLine: RoundingLine,
): Decimal | null {
  if (big(rate).lte(0)) return null;
  const unit = smallestUnit(document.currency).times(up ? 1 : -1);
  for (let step = 1; step <= maxCorrectionUnits; step++) {
    const amount = normalise(unit.times(step));
    const totals = target.totals(withLines(document, [roundingLine(rate, amount)]));
    const vat = big(vatAt(totals.byRate, rate));
    if (vat.eq(wanted)) return amount;
    if (up ? vat.gt(wanted) : vat.lt(wanted)) return null;
  }
  return null;
}

function withLines(document: Document, lines: readonly DocumentLine[]): Document {
  return lines.length === 0 ? document : { ...document, lines: [...document.lines, ...lines] };
}

function rates(totals: Totals, order: Order): Decimal[] {
  return [...new Set([...totals.byRate, ...order.vatByRate].map(({ rate }) => normalise(big(rate))))];
}

function differ(order: Order, totals: Totals) {
  const { currency } = order;
  const shown = (amount: Decimal) => money(amount, currency);
  return rejected('totals_differ', {
    currency,
    gross: shown(order.gross),
    vat: shown(order.vat),
    documentGross: shown(totals.gross),
    documentVat: shown(totals.vat),
  });
}
