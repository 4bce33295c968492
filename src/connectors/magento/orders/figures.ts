/** What an order for Magento comes to, row by row: the shop keeps the figures that it is given (sheet 7.10, way B). */
import type Big from 'big.js';
import type { Document, DocumentLine } from '../../../records/document.ts';
import {
  allocate,
  big,
  type Decimal,
  fractionDigits,
  normalise,
  roundTo,
  sum,
} from '../../../records/money.ts';
import { vatOf } from '../../../records/vat.ts';
import { lineAmount, statedVat } from '../../wire/stated-totals.ts';

/** One row, or the shipping. */
export interface Figures {
  readonly line: DocumentLine;
  /** Before its discount. */
  readonly net: Big;
  readonly withVat: Big;
  /** As the prices are, with VAT or without. */
  readonly discount: Big;
  /** After the discount. */
  readonly vat: Big;
  /** The VAT within a discount that was given on prices with VAT (sheet 7.4). */
  readonly hiddenTax: Big;
}

export interface OrderFigures {
  readonly rows: readonly Figures[];
  readonly shipping: Figures | null;
}

interface Priced {
  readonly line: DocumentLine;
  readonly rate: Decimal;
  readonly amount: Big;
  readonly discount: Big;
}

/**
 * An order has one sum for shipping at one rate, and discounts only as a share of rows and shipping (sheet 7.2). Further
 * shipping, fees and rounding become rows of their own, and so does a discount at a rate that nothing else has.
 */
export function orderFigures(document: Document): OrderFigures {
  const { currency, lines } = document;
  const amountOf = (line: DocumentLine) => lineAmount(line, currency);
  const taken = lines.filter((line) => line.kind === 'discount' && amountOf(line).lt(0));
  const kept = lines.filter((line) => !taken.includes(line));
  const posts = kept.filter((line) => line.kind === 'shipping' && amountOf(line).gt(0));
  // Magento takes no order without a row (sheet 7.10).
  const carried = kept.length > 1 ? biggest(posts, amountOf) : undefined;
  const rows = kept.filter((line) => line !== carried);
  const priced = [...(carried === undefined ? [] : [carried]), ...rows].map((line) => ({
    line,
    rate: normalise(big(line.vatRate)),
    amount: amountOf(line),
    discount: big('0'),
  }));
  const discounted = taken.reduce((parts, line) => withDiscount(parts, line, document), priced);
  const figures = withVat(document, discounted);
  return carried === undefined
    ? { rows: figures, shipping: null }
    : { rows: figures.slice(1), shipping: figures[0] ?? null };
}

function biggest(
  lines: readonly DocumentLine[],
  amountOf: (line: DocumentLine) => Big,
): DocumentLine | undefined {
  const [first, ...others] = lines;
  return first && others.reduce((best, line) => (amountOf(line).gt(amountOf(best)) ? line : best), first);
}

/** Rows go first; what the rows of this rate cannot bear is the shipping's, and what nothing can bear is a row below zero. */
function withDiscount(parts: readonly Priced[], line: DocumentLine, { currency }: Document): Priced[] {
  const rate = normalise(big(line.vatRate));
  const left = (part: Priced) =>
    part.rate === rate && part.amount.gt(0) ? part.amount.minus(part.discount) : big('0');
  let rest = lineAmount(line, currency).neg();
  const bear = (among: readonly Priced[], isOne: (part: Priced) => boolean): Priced[] => {
    const weights = among.map((part) => (isOne(part) ? left(part) : big('0')));
    const share = least(rest, sum(weights));
    if (share.lte(0)) return [...among];
    rest = rest.minus(share);
    return allocate(share, weights, currency)
      .map((amount, index) => reduced(among[index], amount))
      .filter((part) => part !== undefined);
  };
  const byRows = bear(parts, (part) => part.line.kind !== 'shipping');
  const byAll = bear(byRows, () => true);
  return rest.eq(0) ? byAll : [...byAll, { line, rate, amount: rest.neg(), discount: big('0') }];
}

function reduced(part: Priced | undefined, amount: Big): Priced | undefined {
  return part && { ...part, discount: part.discount.plus(amount) };
}

function least(one: Big, other: Big): Big {
  return one.lt(other) ? one : other;
}

/** The VAT of each rate over its parts, so that they add up to it exactly. */
function withVat(document: Document, parts: readonly Priced[]): Figures[] {
  const vats = parts.map(() => big('0'));
  for (const { rate, amount: vat } of statedVat(document)) {
    const weights = parts.map((part) => (part.rate === rate ? part.amount.minus(part.discount) : big('0')));
    const shares = sum(weights).eq(0) ? onFirst(vat, parts, rate) : allocate(vat, weights, document.currency);
    shares.forEach((share, index) => {
      vats[index] = share.plus(vats[index] ?? 0);
    });
  }
  return parts.map((part, index) => figuresOf(document, part, vats[index] ?? big('0')));
}

/** Goods that were given back against each other leave no weights; their VAT, if any, still belongs to their rate. */
function onFirst(vat: Big, parts: readonly Priced[], rate: Decimal): Big[] {
  const first = parts.findIndex((part) => part.rate === rate);
  return parts.map((_, index) => (index === first ? vat : big('0')));
}

function figuresOf({ pricesIncludeVat, currency }: Document, part: Priced, vat: Big): Figures {
  const { line, amount, discount } = part;
  const before = roundTo(vatBefore(part, vat, pricesIncludeVat), fractionDigits(currency));
  const base = { line, discount, vat };
  return pricesIncludeVat
    ? { ...base, net: amount.minus(before), withVat: amount, hiddenTax: before.minus(vat) }
    : { ...base, net: amount, withVat: amount.plus(before), hiddenTax: big('0') };
}

/** The VAT that it would carry without its discount. */
function vatBefore({ amount, discount, rate }: Priced, after: Big, pricesIncludeVat: boolean): Big {
  if (discount.eq(0)) return after;
  const left = amount.minus(discount);
  if (!left.eq(0)) return after.times(amount).div(left);
  return vatOf(amount, rate, pricesIncludeVat);
}
