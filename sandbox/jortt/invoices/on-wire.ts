import type Big from 'big.js';
import { localTimestamp } from '../../kit/time/local-time.ts';
import { nobodyYet } from '../customers/addressee.ts';
import type { Customer } from '../customers/customer.ts';
import type { CustomerSnapshot, Invoice } from './invoice.ts';
import { euros, type SaleLine } from './line.ts';
import { lineTotal, saleTotals } from './totals.ts';

const unknownCustomer: CustomerSnapshot = {
  ...nobodyYet,
  customer_in_eu: null,
  customer_reference: null,
  customer_is_private: false,
  customer_mail_to: null,
  customer_mail_cc_addresses: [],
};

/** As returned (sheet 4.5): all keys are always there. `quirks` as in the settings. */
export function invoiceOnWire(invoice: Invoice, customer: Customer | undefined, quirks: boolean) {
  const { sent } = invoice;
  const { net, gross } = saleTotals(invoice);
  return {
    id: invoice.id,
    invoice_status: sent === null ? 'draft' : 'sent',
    customer_id: invoice.customer_id,
    tradename_id: invoice.tradename_id,
    invoice_number: sent?.number ?? null,
    invoice_date: sent?.date ?? invoice.invoice_date,
    invoice_due_date: sent?.dueDate ?? null,
    invoice_delivery_period: sent?.deliveryPeriod ?? invoice.delivery_period,
    invoice_delivery_period_end: sent?.deliveryPeriodEnd ?? invoice.delivery_period_end,
    invoice_date_sent: sent?.sentOn ?? null,
    invoice_total: euros(net),
    invoice_total_incl_vat: euros(gross),
    invoice_due_amount: euros(dueAmount(invoice)),
    send_method: sent?.method ?? null,
    net_amounts: invoice.net_amounts,
    // Settable through v1 only (sheet 4.5).
    invoice_marked_free_of_vat: false,
    credited_invoice_id: invoice.credited_invoice_id,
    remarks: invoice.remarks,
    introduction: invoice.introduction,
    number_of_reminders_sent: 0,
    last_reminded_at: null,
    payment_method: sent?.paymentMethod ?? null,
    ...(sent?.customer ?? unknownCustomer),
    language: sent?.language ?? customer?.invoice_language ?? 'nl',
    line_items: invoice.line_items.map((line) => lineOnWire(line, invoice.net_amounts, quirks)),
    discounts: invoice.discounts,
    reference: invoice.reference,
    created_at: localTimestamp(invoice.createdAt),
    credit_invoice_ids: invoice.credit_invoice_ids,
    peppol_status: null,
  };
}

/** With `quirks` the total is that of one piece, as recorded (sheet 4.5). */
export function lineOnWire<Line extends SaleLine>(line: Line, includesVat: boolean, quirks: boolean) {
  return { ...line, total_amount_ex_vat: quirks ? line.amount : euros(lineTotal(line, includesVat)) };
}

export function dueAmount(invoice: Invoice): Big {
  return saleTotals(invoice).gross.minus(invoice.paid);
}

/** The service's own names are not documented (sheet 4.5); that an invoice on its way can do nothing is ours too. */
export function possibleActions({ sent, isOnItsWay, credited_invoice_id }: Invoice): string[] {
  if (isOnItsWay) return [];
  if (sent === null) return ['edit', 'delete', 'send'];
  return credited_invoice_id === null ? ['download', 'copy', 'credit'] : ['download', 'copy'];
}
