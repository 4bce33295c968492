import { big, money, normalise, roundTo, sum } from '../../../records/money.ts';
import type { Charge, Order } from '../../../records/order.ts';
import { startOfDay } from '../../../records/time-zone.ts';
import { byRate, chargesOver } from '../../../records/vat-breakdown.ts';
import type { CustomerWire } from '../customers/wire.ts';
import { timeZone } from '../today.ts';
import { invoiceBuyer } from './buyer.ts';
import { refundsOf } from './refunds.ts';
import { type InvoiceVat, invoiceVat, keptShare, lineTotal } from './vat.ts';
import type { InvoiceWire } from './wire.ts';

/** An invoice, and what else was read to translate it. */
export interface InvoiceData {
  readonly invoice: InvoiceWire;
  /** As Jortt has it now; null when it is gone. */
  readonly customer: CustomerWire | null;
  readonly credits: readonly InvoiceWire[];
  /** In Amsterdam, `yyyy-MM-dd`. */
  readonly today: string;
}

/** An invoice as the order that it stands for. Jortt knows no shipping, no fees and no address of delivery. */
export function orderFromInvoice({ invoice, customer, credits, today }: InvoiceData): Order {
  const vat = invoiceVat(invoice);
  const gross = invoice.invoice_total_incl_vat.amount;
  const refunded = refundedBy(credits, gross);
  const payment = paymentStatus(invoice, today);
  const createdAt = new Date(invoice.created_at).toISOString();
  return {
    id: invoice.id,
    // A draft has no number yet (sheet 4.5).
    number: invoice.invoice_number ?? invoice.reference ?? invoice.id,
    placedAt: createdAt,
    ...soldLater(invoice, createdAt),
    // When it changed last is not told (sheet 4.5).
    updatedAt: createdAt,
    // Timestamps are in Dutch time (sheet 1), so their day is the day there.
    date: invoice.invoice_date ?? invoice.created_at.slice(0, 10),
    currency: invoice.invoice_total_incl_vat.currency,
    // The name misleads: true means that the lines include VAT (sheet 4.4).
    pricesIncludeVat: invoice.net_amounts ?? false,
    status: invoice.invoice_status,
    draft: invoice.invoice_status !== 'sent',
    paymentStatus: payment,
    paid: payment === 'paid',
    cancelled: big(gross).gt(0) && big(refunded).eq(gross),
    paymentMethod: invoice.payment_method,
    customer: invoiceBuyer(invoice, customer),
    lines: (invoice.line_items ?? []).map((line) => ({
      name: line.description ?? '',
      quantity: line.quantity,
      unitPrice: line.amount.amount,
      discount: '0',
      vatRate: vat.rateOf(line),
    })),
    shipping: [],
    fees: [],
    discounts: discounts(invoice, vat),
    gross,
    vat: normalise(big(gross).minus(invoice.invoice_total.amount)),
    vatByRate: vat.byRate,
    refunded,
    refunds: refundsOf(credits, refunded),
    note: invoice.remarks,
    reference: invoice.reference,
  };
}

/** Of an invoice that was a draft before the day on which it was sent. The hour is not told (sheet 4.5): it is sold from the first of that day. */
function soldLater({ invoice_date_sent: sentOn }: InvoiceWire, createdAt: string): Pick<Order, 'soldAt'> {
  if (!sentOn) return {};
  const soldAt = startOfDay(sentOn, timeZone).toISOString();
  return soldAt > createdAt ? { soldAt } : {};
}

/** A draft asks for nothing yet. Sheet 4.8: `paid`, `unpaid` and `late` are filters there, never a field. */
function paymentStatus(
  invoice: Pick<InvoiceWire, 'invoice_status' | 'invoice_due_amount' | 'invoice_due_date'>,
  today: string,
): 'paid' | 'unpaid' | 'late' {
  if (invoice.invoice_status !== 'sent') return 'unpaid';
  if (big(invoice.invoice_due_amount.amount).lte(0)) return 'paid';
  return (invoice.invoice_due_date ?? today) < today ? 'late' : 'unpaid';
}

/** Credit notes that count are those that are sent. Credited twice, it is still given back once only. */
function refundedBy(credits: readonly InvoiceWire[], gross: string): string {
  const sent = credits.filter(({ invoice_status }) => invoice_status === 'sent');
  const amount = sum(sent.map((credit) => credit.invoice_total_incl_vat.amount)).neg();
  return money(amount.gt(gross) ? gross : amount, 'EUR');
}

/** Percentages of the whole invoice, as amounts per rate that add up to what they take off it. */
function discounts(invoice: InvoiceWire, { rateOf }: InvoiceVat): Charge[] {
  const lines = invoice.line_items ?? [];
  const offShare = big('1').minus(keptShare(invoice));
  if (offShare.eq(0)) return [];
  const whole = sum(lines.map(lineTotal));
  const amount = roundTo(whole, 2).minus(roundTo(whole.times(keptShare(invoice)), 2));
  const shares = byRate(lines.map((line) => ({ rate: rateOf(line), amount: lineTotal(line) })));
  const description =
    (invoice.discounts ?? [])
      .map((discount) => discount.description ?? `${discount.percentage}%`)
      .join(', ') || undefined;
  return chargesOver({ description }, amount, shares, 'EUR');
}
