/** How an invoice of v3 adds up, read back: once per rate over the whole invoice, discounts taken off before (4.4). */
import type Big from 'big.js';
import { big, type Decimal, money, normalise, roundTo, smallestUnit, sum } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { fractionToPercent, vatUpon, vatWithin } from '../../../records/vat.ts';
import type { InvoiceLineWire, InvoiceWire } from './wire.ts';

/** The rate at which each line is to be read, and the VAT per rate. */
export interface InvoiceVat {
  readonly rateOf: (line: InvoiceLineWire) => Decimal;
  readonly byRate: readonly { readonly rate: Decimal; readonly vat: Decimal }[];
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
  for (const rateOf of isFree ? [none, asSaid] : [asSaid, plainOnly, none]) {
    const groups = vatGroups(wire, rateOf);
    const rest = stated.minus(sum(groups.map(({ vat }) => vat)));
    // One cent per rate is what two ways of rounding can differ by.
    const slack = smallestUnit('EUR').times(groups.filter(({ rate }) => rate !== '0').length);
    if (rest.abs().lte(slack)) return { rateOf, byRate: withRest(groups, rest) };
  }
  throw rejected('totals_unclear', { system: 'Jortt', vat: money(stated, 'EUR') });
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

interface Group {
  readonly rate: Decimal;
  readonly vat: Big;
}

/** Two categories at one rate are rounded each for itself. */
function vatGroups(wire: InvoiceWire, rateOf: (line: InvoiceLineWire) => Decimal): Group[] {
  const kept = keptShare(wire);
  const groups = new Map<string, { rate: Decimal; amount: Big }>();
  for (const line of wire.line_items ?? []) {
    const rate = rateOf(line);
    const key = `${rate} ${line.vat.category ?? ''}`;
    const before = groups.get(key)?.amount ?? big('0');
    groups.set(key, { rate, amount: before.plus(lineTotal(line).times(kept)) });
  }
  return [...groups.values()].map(({ rate, amount }) => ({
    rate,
    vat: roundTo(wire.net_amounts ? vatWithin(amount, rate) : vatUpon(amount, rate), 2),
  }));
}

function withRest(groups: readonly Group[], rest: Big): InvoiceVat['byRate'] {
  const rates = [...new Set(groups.map(({ rate }) => rate))].sort((a, b) => big(b).cmp(a));
  const byRate = rates.map((rate) => ({
    rate,
    vat: sum(groups.filter((group) => group.rate === rate).map(({ vat }) => vat)),
  }));
  const most = byRate.reduce(
    (best, each, index) => (each.vat.abs().gt(byRate[best]?.vat.abs() ?? 0) ? index : best),
    0,
  );
  return byRate.map(({ rate, vat }, index) => ({
    rate,
    vat: normalise(index === most ? vat.plus(rest) : vat),
  }));
}
