/**
 * Totals of systems that keep the figures that they are given and add nothing up themselves, as most shops do with an
 * order that comes over their API: the gross follows from the lines, the VAT from what the source states.
 */
import type Big from 'big.js';
import type { Document, DocumentLine, Totals } from '../../records/document.ts';
import { big, fractionDigits, money, roundTo, sum } from '../../records/money.ts';
import { byRate, lowestFirst, type RateAmount, totalOf, vatAt } from '../../records/vat-breakdown.ts';

/** What a line comes to, in whole units of the currency, on the basis of the document's prices. */
export function lineAmount(line: DocumentLine, currency: string): Big {
  return roundTo(big(line.quantity).times(line.unitPrice), fractionDigits(currency));
}

/**
 * The VAT per rate that such a system will hold: as stated, at the rates that the lines have. VAT at a rate without a
 * line has no place there; leaving it out lets the totals guard notice.
 */
export function statedVat({ lines, vatByRate }: Document): RateAmount[] {
  const rates = byRate(lines.map(({ vatRate }) => ({ rate: vatRate, amount: '0' })));
  return lowestFirst(rates).map(({ rate }) => ({ rate, amount: big(vatAt(vatByRate, rate)) }));
}

export function statedTotals(document: Document): Totals {
  const { currency, lines, pricesIncludeVat } = document;
  const stated = statedVat(document);
  const vat = totalOf(stated);
  const amount = sum(lines.map((line) => lineAmount(line, currency)));
  return {
    gross: money(pricesIncludeVat ? amount : amount.plus(vat), currency),
    vat: money(vat, currency),
    byRate: stated.map((each) => ({ rate: each.rate, vat: money(each.amount, currency) })),
  };
}
