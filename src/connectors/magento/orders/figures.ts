/** What an order for Magento comes to, row by row: the shop keeps the figures that it is given (sheet 7.10, way B). */
import type Big from 'big.js';
import type { Document, DocumentLine } from '../../../records/document.ts';
import { big, fractionDigits, roundTo } from '../../../records/money.ts';
import { vatOf } from '../../../records/vat.ts';
import { type Part, partsOf, shareVat, takeOff } from '../../wire/document-parts.ts';
import { statedVat } from '../../wire/stated-totals.ts';

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

/**
 * An order has one sum for shipping at one rate, and discounts only as a share of rows and shipping (sheet 7.2). Further
 * shipping, fees and rounding become rows of their own, and so does a discount at a rate that nothing else has.
 */
export function orderFigures(document: Document): OrderFigures {
  const { currency } = document;
  const all = partsOf(document);
  const taken = all.filter(({ line, amount }) => line.kind === 'discount' && amount.lt(0));
  const kept = all.filter((part) => !taken.includes(part));
  // Magento takes no order without a row (sheet 7.10).
  const shipping = kept.length > 1 ? biggestShipping(kept) : undefined;
  const parts = [...kept].sort((a, b) => Number(b === shipping) - Number(a === shipping));
  for (const discount of taken) {
    const bearers = parts.filter(({ rate, amount }) => rate === discount.rate && amount.gt(0));
    const goods = bearers.filter(({ line }) => line.kind !== 'shipping');
    // Rows go first; what the rows of this rate cannot bear is the shipping's, and what nothing can bear is a row.
    const ofGoods = takeOff(discount.amount.neg(), goods, currency);
    const rest = takeOff(ofGoods, bearers, currency).neg();
    if (!rest.eq(0)) parts.push({ ...discount, amount: rest, left: rest });
  }
  for (const { rate, amount } of statedVat(document)) {
    const ofRate = parts.filter((part) => part.rate === rate);
    shareVat(amount, ofRate, currency);
  }
  const rows = parts.filter((part) => part !== shipping).map((part) => figuresOf(document, part));
  return { rows, shipping: shipping === undefined ? null : figuresOf(document, shipping) };
}

function biggestShipping(parts: readonly Part[]): Part | undefined {
  const posts = parts.filter(({ line, amount }) => line.kind === 'shipping' && amount.gt(0));
  return posts.toSorted((a, b) => b.amount.cmp(a.amount))[0];
}

function figuresOf({ pricesIncludeVat, currency }: Document, part: Part): Figures {
  const { line, amount, left, vat } = part;
  const before = roundTo(vatBefore(part, pricesIncludeVat), fractionDigits(currency));
  const base = { line, discount: amount.minus(left), vat };
  return pricesIncludeVat
    ? { ...base, net: amount.minus(before), withVat: amount, hiddenTax: before.minus(vat) }
    : { ...base, net: amount, withVat: amount.plus(before), hiddenTax: big('0') };
}

/** The VAT that it would carry without its discount. */
function vatBefore({ amount, left, rate, vat }: Part, pricesIncludeVat: boolean): Big {
  if (left.eq(amount)) return vat;
  return left.eq(0) ? vatOf(amount, rate, pricesIncludeVat) : vat.times(amount).div(left);
}
