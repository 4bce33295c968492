import type { Document, DocumentLine, Totals } from '../../../records/document.ts';
import { money, roundTo } from '../../../records/money.ts';
import { vatOf } from '../../../records/vat.ts';
import { byRate, lowestFirst, type RateAmount, spread, totalOf } from '../../../records/vat-breakdown.ts';
import { invoiceLine } from './lines.ts';
import { parseVatCode } from './vat-code.ts';

/**
 * Adds an invoice up as v3 does: VAT once per rate over the whole invoice, each group rounded once, half up (sheet 4.4).
 * Where a setting books several of the order's percentages at one rate of Jortt, their VAT is shared out by weight.
 */
export function invoiceTotals({ lines, pricesIncludeVat }: Document): Totals {
  const groups = Map.groupBy(lines, ({ vatCode }) => JSON.stringify(parseVatCode(vatCode)));
  const vats = [...groups.values()].flatMap((group) => groupVat(group, pricesIncludeVat));
  const vat = totalOf(vats);
  const amount = totalOf(amounts(lines));
  // A rate without VAT is listed too.
  const listed = amounts(lines).map(({ rate }) => ({ rate, amount: '0' }));
  return {
    gross: money(pricesIncludeVat ? amount : amount.plus(vat), 'EUR'),
    vat: money(vat, 'EUR'),
    byRate: lowestFirst(byRate([...vats, ...listed])).map((each) => ({
      rate: each.rate,
      vat: money(each.amount, 'EUR'),
    })),
  };
}

/** The lines of one Jortt VAT rate and category, by the order's own percentages. */
function groupVat(group: readonly DocumentLine[], pricesIncludeVat: boolean): RateAmount[] {
  // Sorted, so that the order of the lines never decides who gets an odd cent.
  const shares = lowestFirst(amounts(group));
  const { percentage } = parseVatCode(group[0]?.vatCode ?? '');
  return spread(roundTo(vatOf(totalOf(shares), percentage, pricesIncludeVat), 2), shares, 'EUR');
}

function amounts(lines: readonly DocumentLine[]): RateAmount[] {
  return byRate(lines.map((line) => ({ rate: line.vatRate, amount: invoiceLine(line).total })));
}
