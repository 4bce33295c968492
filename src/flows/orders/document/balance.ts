import type Big from 'big.js';
import type { DocumentTarget } from '../../../connectors/contract/target.ts';
import type { Document, DocumentLine, Totals } from '../../../records/document.ts';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { byRate, type RateAmount, totalOf, vatAt } from '../../../records/vat-breakdown.ts';
import { correction, type RoundingLine } from './correction.ts';
import { type RoundsBy, shopVats } from './shop-rounding.ts';
import { totalsDiffer } from './totals-differ.ts';

export interface Balanced {
  readonly document: Document;
  /** As the target will add the document up. */
  readonly totals: Totals;
  /** What rounding lines made equal; null where there was nothing to do. */
  readonly rounded: Rounded | null;
}

/** What the target would have made of the order by itself, and how the shop rounds where that explains the difference. */
export interface Rounded {
  readonly by: RoundsBy | null;
  readonly before: Totals;
}

export interface Rounding {
  readonly tolerance: Decimal;
  /** `accept`: the target's own VAT may differ as far as rounding explains it; the gross never may. */
  readonly vat: 'match' | 'accept';
}

/**
 * The totals guard. The target adds a document up with its own rounding (Jortt once per VAT rate, most shops once per line,
 * some once per piece), so the same lines can come out apart. What the shop's way of rounding does not explain must be
 * within the tolerance; then rounding lines make gross and VAT equal the order's to the cent. Beyond it nothing is booked.
 *
 * VAT of one rate is moved by an amount at that rate, taken back at 0 %: the gross stays, the VAT is right.
 * Throws `totals_differ` with the figures, and with what would let the order through.
 */
export function balance(
  document: Document,
  order: Order,
  target: DocumentTarget,
  rounding: Rounding,
  roundingLine: RoundingLine,
): Balanced {
  const attempt = (settings: Rounding) => balanced(document, order, target, settings, roundingLine);
  const found = attempt(rounding);
  if (found !== null) return found;
  throw totalsDiffer(order, target.totals(document), {
    needed: normalise(largest(big(rounding.tolerance), nearest(order, target.totals(document)).off)),
    letsThrough: (settings) => attempt(settings) !== null,
  });
}

/** Returns null where the document cannot be made equal to the order by these settings. */
function balanced(
  document: Document,
  order: Order,
  target: DocumentTarget,
  { tolerance, vat }: Rounding,
  roundingLine: RoundingLine,
): Balanced | null {
  const before = target.totals(document);
  const shop = nearest(order, before, tolerance);
  if (shop.off.gt(tolerance)) return null;
  const corrections: DocumentLine[] = [];
  for (const rate of vat === 'match' ? rates(before.byRate, order.vatByRate) : []) {
    const wanted = vatAt(order.vatByRate, rate);
    if (big(wanted).eq(vatAt(before.byRate, rate))) continue;
    const amount = correction(document, target, { rate, wanted }, roundingLine);
    if (amount === null) return null;
    corrections.push(roundingLine(rate, amount));
  }
  const corrected = withLines(document, corrections);
  const offset = big(order.gross).minus(target.totals(corrected).gross);
  const even = offset.eq(0) ? corrected : withLines(corrected, [roundingLine('0', normalise(offset))]);
  const totals = target.totals(even);
  const vatLeft = big(totals.vat).minus(order.vat).abs();
  const mayLeave = vat === 'match' ? '0' : shop.explained.plus(tolerance);
  if (!big(totals.gross).eq(order.gross) || vatLeft.gt(mayLeave)) return null;
  return { document: even, totals, rounded: even === document ? null : { by: shop.by, before } };
}

interface Explanation {
  readonly by: RoundsBy | null;
  /** What it leaves open: the largest of the VAT rate by rate, the VAT as a whole, and the gross. */
  readonly off: Big;
  /** How far the target's own VAT is from it. */
  readonly explained: Big;
}

/**
 * Returns the first explanation that leaves no more than `tolerance` open, else the one that leaves the least. The first is that
 * shop and target round alike; one way of rounding holds for the whole order. Without any tolerance nothing is explained.
 */
function nearest(order: Order, before: Totals, tolerance: Decimal = '0.01'): Explanation {
  const own = before.byRate.map(({ rate, vat }) => ({ rate, amount: big(vat) }));
  const ways = [{ by: null, byRate: own }, ...(big(tolerance).eq(0) ? [] : shopVats(order))];
  const amounts = order.pricesIncludeVat ? big(before.gross) : big(before.gross).minus(before.vat);
  const explanations = ways.map((way) => {
    const gross = order.pricesIncludeVat ? amounts : amounts.plus(totalOf(way.byRate));
    return {
      by: way.by,
      off: largest(
        apart(order.vatByRate, way.byRate),
        big(order.gross).minus(gross).abs(),
        big(order.vat).minus(totalOf(way.byRate)).abs(),
      ),
      explained: totalOf(way.byRate).minus(before.vat).abs(),
    };
  });
  return (
    explanations.find(({ off }) => off.lte(tolerance)) ??
    explanations.reduce((best, each) => (each.off.lt(best.off) ? each : best))
  );
}

function largest(...amounts: readonly Big[]): Big {
  return amounts.reduce((most, each) => (each.gt(most) ? each : most), big('0'));
}

/** What a stated VAT and one that was found differ by, all rates together. */
export function apart(stated: Order['vatByRate'], found: readonly RateAmount[]): Big {
  const differences = [
    ...stated.map(({ rate, vat }) => ({ rate, amount: vat })),
    ...found.map(({ rate, amount }) => ({ rate, amount: amount.neg() })),
  ];
  return sum(byRate(differences).map(({ amount }) => amount.abs()));
}

function withLines(document: Document, lines: readonly DocumentLine[]): Document {
  return lines.length === 0 ? document : { ...document, lines: [...document.lines, ...lines] };
}

function rates(...breakdowns: readonly (readonly { readonly rate: Decimal }[])[]): Decimal[] {
  return [...new Set(breakdowns.flat().map(({ rate }) => normalise(big(rate))))];
}
