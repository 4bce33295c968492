/** How an invoice of v3 adds up, read back: once per rate over the whole invoice, discounts taken off before (4.4). */
import type Big from 'big.js';
import { big, type Decimal, money, roundTo, smallestUnit } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { rejected } from '../../../records/problem.ts';
import { fractionToPercent, vatOf } from '../../../records/vat.ts';
import { byRate, type RateAmount, totalOf, vatBreakdown } from '../../../records/vat-breakdown.ts';
import { addsUp } from '../../wire/interpretations.ts';
import type { InvoiceLineWire, InvoiceWire } from './wire.ts';

/** The rate at which each line is to be read, and the VAT per rate. */
export interface InvoiceVat {
  readonly rateOf: (line: InvoiceLineWire) => Decimal;
  readonly byRate: Order['vatByRate'];
}

/**
 * The totals that Jortt states are the truth; the rates are read in the one way that comes to them: as the lines say,
 * without the categories (margin, travel), which show no VAT, or none at all. A cent that is left over goes to the rate
 * with the most VAT. Throws `totals_unclear`.
 */
export function invoiceVat(wire: InvoiceWire): InvoiceVat {
  const stated = big(wire.invoice_total_incl_vat.amount).minus(wire.invoice_total.amount);
  const asSaid = (line: InvoiceLineWire) => fractionToPercent(line.vat.value);
  const plainOnly = (line: InvoiceLineWire) => (line.vat.category === undefined ? asSaid(line) : '0');
  const none = () => '0';
  const isFree = wire.customer_vat_shifted === true || wire.invoice_marked_free_of_vat === true;
  const candidates = (isFree ? [none, asSaid] : [asSaid, plainOnly, none]).map((rateOf) => {
    const groups = vatGroups(wire, rateOf);
    return { rateOf, groups, difference: stated.minus(totalOf(groups)) };
  });
  // One cent per rate is what two ways of rounding can differ by.
  const slack = (groups: readonly RateAmount[]) =>
    smallestUnit('EUR').times(groups.filter(({ rate }) => rate !== '0').length);
  const found = candidates.find((candidate) => addsUp(candidate, slack(candidate.groups)));
  if (found === undefined) throw rejected('totals_unclear', { system: 'Jortt', vat: money(stated, 'EUR') });
  return { rateOf: found.rateOf, byRate: vatBreakdown(found.groups, stated) };
}

/** What the discounts of the invoice leave of an amount. */
export function keptShare(wire: InvoiceWire): Big {
  return (wire.discounts ?? []).reduce(
    (share, { percentage }) => share.times(big('100').minus(percentage)).div(100),
    big('1'),
  );
}

export function lineTotal(line: InvoiceLineWire): Big {
  return big(line.quantity).times(line.amount.amount);
}

/** Two categories at one rate are rounded each for itself. */
function vatGroups(wire: InvoiceWire, rateOf: InvoiceVat['rateOf']): RateAmount[] {
  const kept = keptShare(wire);
  const byCategory = Map.groupBy(wire.line_items ?? [], ({ vat }) => vat.category);
  return [...byCategory.values()]
    .flatMap((lines) =>
      byRate(lines.map((line) => ({ rate: rateOf(line), amount: lineTotal(line).times(kept) }))),
    )
    .map(({ rate, amount }) => ({
      rate,
      amount: roundTo(vatOf(amount, rate, wire.net_amounts ?? false), 2),
    }));
}
