import type Big from 'big.js';
import type { Document, Totals } from '../../../records/document.ts';
import { allocate, big, type Decimal, money, normalise, roundTo, sum } from '../../../records/money.ts';
import { vatUpon, vatWithin } from '../../../records/vat.ts';
import { invoiceLine } from './lines.ts';
import { parseVatCode } from './vat-code.ts';

/** The lines of one Jortt VAT rate and category, added up by the order's own percentages. */
interface Group {
  readonly percentage: Decimal;
  readonly byOrderRate: Map<Decimal, Big>;
}

/**
 * Adds an invoice up as v3 does: VAT once per rate over the whole invoice, each group rounded once, half up (sheet 4.4).
 * Where a setting books several of the order's percentages at one rate of Jortt, their VAT is shared out by weight.
 */
export function invoiceTotals(document: Document): Totals {
  const groups = grouped(document);
  const lines = sum(groups.flatMap(({ byOrderRate }) => [...byOrderRate.values()]));
  const vatByRate = new Map<Decimal, Big>();
  for (const group of groups) {
    // Sorted, so that the order of the lines never decides who gets an odd cent.
    const shares = [...group.byOrderRate].sort(([a], [b]) => big(a).cmp(b));
    const vat = groupVat(sum(group.byOrderRate.values()), group.percentage, document.pricesIncludeVat);
    const parts = allocate(
      vat,
      shares.map(([, amount]) => amount),
      'EUR',
    );
    shares.forEach(([rate], index) => {
      vatByRate.set(rate, sum([vatByRate.get(rate) ?? '0', parts[index] ?? '0']));
    });
  }
  const vat = sum(vatByRate.values());
  return {
    gross: money(document.pricesIncludeVat ? lines : lines.plus(vat), 'EUR'),
    vat: money(vat, 'EUR'),
    byRate: [...vatByRate]
      .sort(([a], [b]) => big(a).cmp(b))
      .map(([rate, amount]) => ({ rate, vat: money(amount, 'EUR') })),
  };
}

function groupVat(total: Big, percentage: Decimal, pricesIncludeVat: boolean): Big {
  return roundTo(pricesIncludeVat ? vatWithin(total, percentage) : vatUpon(total, percentage), 2);
}

function grouped(document: Document): Group[] {
  const groups = new Map<string, Group>();
  for (const line of document.lines) {
    const { percentage, category } = parseVatCode(line.vatCode);
    const key = `${percentage} ${category ?? ''}`;
    const group = groups.get(key) ?? { percentage, byOrderRate: new Map<Decimal, Big>() };
    groups.set(key, group);
    const rate = normalise(big(line.vatRate));
    group.byOrderRate.set(rate, sum([group.byOrderRate.get(rate) ?? '0', invoiceLine(line).total]));
  }
  return [...groups.values()];
}
