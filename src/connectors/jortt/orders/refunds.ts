import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Refund } from '../../../records/order.ts';
import { vatAt } from '../../../records/vat-breakdown.ts';
import { refundByRate, refundsUpTo } from '../../wire/refunds.ts';
import { invoiceVat, keptShare, lineTotal } from './vat.ts';
import type { InvoiceLineWire, InvoiceWire } from './wire.ts';

/** Each credit note that is sent, oldest first. One of an invoice that was credited twice is left out. */
export function refundsOf(credits: readonly InvoiceWire[], refunded: Decimal): Refund[] | undefined {
  const sent = credits
    .filter((credit) => credit.invoice_status === 'sent' && big(credit.invoice_total_incl_vat.amount).lt(0))
    .map(refundOf)
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
  let left = big(refunded);
  const counted = sent.filter(({ gross }) => {
    if (left.lt(gross)) return false;
    left = left.minus(gross);
    return true;
  });
  return refundsUpTo(counted, refunded);
}

function refundOf(credit: InvoiceWire): Refund {
  const gross = big(credit.invoice_total_incl_vat.amount).neg();
  const byRate = refundByRate(partsOf(aboveZero(credit)), gross, 'EUR');
  return {
    id: credit.id,
    // Timestamps are in Dutch time (sheet 1), so their day is the day there.
    date: credit.invoice_date ?? credit.created_at.slice(0, 10),
    gross: normalise(gross),
    ...(byRate === undefined ? {} : { byRate }),
  };
}

/** The note as an invoice of what it gives back. Whether its lines are below zero is not told (sheet 4.7): its totals are. */
function aboveZero(credit: InvoiceWire): InvoiceWire {
  const lines = credit.line_items ?? [];
  const opposite = (total: InvoiceWire['invoice_total']) => ({ ...total, amount: negated(total.amount) });
  return {
    ...credit,
    invoice_total: opposite(credit.invoice_total),
    invoice_total_incl_vat: opposite(credit.invoice_total_incl_vat),
    line_items: sum(lines.map(lineTotal)).lt(0) ? lines.map(negatedLine) : lines,
  };
}

function negatedLine(line: InvoiceLineWire): InvoiceLineWire {
  return { ...line, amount: { ...line.amount, amount: negated(line.amount.amount) } };
}

function negated(amount: Decimal): Decimal {
  return normalise(big(amount).neg());
}

/** Empty where the note's VAT does not follow from its lines: then it says no more than its amount. */
function partsOf(note: InvoiceWire) {
  const vat = vatOrNone(note);
  if (vat === null) return [];
  const lines = Map.groupBy(note.line_items ?? [], (line) => normalise(big(vat.rateOf(line))));
  return [...lines].map(([rate, group]) => {
    const stated = big(vatAt(vat.byRate, rate));
    const amount = sum(group.map(lineTotal)).times(keptShare(note));
    return { rate, vat: stated, gross: note.net_amounts === true ? amount : amount.plus(stated) };
  });
}

function vatOrNone(note: InvoiceWire) {
  try {
    return invoiceVat(note);
  } catch {
    return null;
  }
}
