import { big } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { OrderSource } from '../../contract/source.ts';
import { customerWire } from '../customers/wire.ts';
import { findOne } from '../fields.ts';
import { today } from '../today.ts';
import { invoiceChanges } from './changes.ts';
import { findByNumber } from './find-by-number.ts';
import { orderFromInvoice } from './to-record.ts';
import { type InvoiceWire, invoiceWire } from './wire.ts';

/** Invoices as orders. Credit notes and invoices below zero are refunds, not orders: there are none by their ids. */
export const orderSource: OrderSource = {
  changes: invoiceChanges,
  findByNumber,

  async get(api, key) {
    const invoice = await findOne(api, path`/v3/invoices/${key}`, invoiceWire);
    if (invoice === null || isRefund(invoice)) return null;
    const { customer_id: customerId = '' } = invoice;
    return orderFromInvoice({
      invoice,
      customer: await findOne(api, path`/v3/customers/${customerId}`, customerWire),
      credits: await creditsOf(api, invoice),
      today: today(api.now()),
    });
  },
};

function isRefund({ credited_invoice_id, invoice_total_incl_vat }: InvoiceWire): boolean {
  return credited_invoice_id !== undefined || big(invoice_total_incl_vat.amount).lt(0);
}

async function creditsOf(api: Api, { credit_invoice_ids }: InvoiceWire): Promise<InvoiceWire[]> {
  const credits: InvoiceWire[] = [];
  for (const id of new Set(credit_invoice_ids)) {
    const credit = await findOne(api, path`/v3/invoices/${id}`, invoiceWire);
    if (credit !== null) credits.push(credit);
  }
  return credits;
}
