import { z } from 'zod';
import { big, money } from '../../../records/money.ts';
import { path } from '../../contract/path.ts';
import type { DocumentTarget, FoundDocument } from '../../contract/target.ts';
import { text } from '../../wire/fields.ts';
import { findAll } from '../../wire/find.ts';
import { candidates } from '../candidates.ts';
import { cents, createdWire, findOne } from '../fields.ts';
import { invoiceFields } from './target-fields.ts';
import { invoiceToWire } from './to-wire.ts';
import { invoiceTotals } from './totals.ts';
import { creditIds } from './wire.ts';

const invoices = path`/v3/invoices`;

/** Sheet 4.5. */
const foundWire = z.looseObject({
  id: z.string().min(1),
  invoice_status: z.string(),
  customer_id: text,
  reference: text,
  invoice_number: text,
  invoice_date: text,
  invoice_total: z.looseObject({ amount: cents }).nullish(),
  invoice_total_incl_vat: z.looseObject({ amount: cents, currency: text }),
  credited_invoice_id: text,
  credit_invoice_ids: creditIds,
  created_at: text,
});

type FoundWire = z.infer<typeof foundWire>;

export const documentTarget: DocumentTarget = {
  kinds: ['invoice', 'credit'],
  currencies: ['EUR'],
  guests: false,
  fields: invoiceFields,
  vatCode: (rate) => rate,
  totals: invoiceTotals,
  toWire: invoiceToWire,
  create: (api, body) => api.create(invoices, body, createdWire),

  /** Credit notes keep their invoice's reference and are left out. */
  find: (api, references, notBefore) =>
    findAll(
      references,
      {
        hits: ([reference]) =>
          candidates(api, invoices, { row: foundWire, reference, notBefore, at: madeAt }),
        has: (invoice, reference) => invoice.reference === reference && !invoice.credited_invoice_id,
      },
      found,
    ),

  async get(api, id) {
    const invoice = await findOne(api, path`/v3/invoices/${id}`, foundWire);
    return invoice && found(invoice);
  },

  /** Always the whole invoice (sheet 4.7). */
  credit: (api, id, state) =>
    api.create(path`/v3/invoices/${id}/credit`, state === 'sent' ? { send_method: 'self' } : {}, createdWire),

  async findCredit(api, id) {
    const invoice = await findOne(api, path`/v3/invoices/${id}`, foundWire);
    const [credit] = invoice?.credit_invoice_ids ?? [];
    return credit === undefined ? null : { id: credit };
  },
};

function madeAt({ created_at: at }: FoundWire): string | undefined {
  return at;
}

function found(invoice: FoundWire): FoundDocument {
  const { invoice_total: net, invoice_total_incl_vat: total } = invoice;
  const { amount, currency } = total;
  return {
    id: invoice.id,
    gross: amount,
    vat: net ? money(big(amount).minus(net.amount), 'EUR') : null,
    currency,
    // A draft that was made without dates has none.
    date: invoice.invoice_date,
    reference: invoice.reference,
    // None until it is sent, and for a moment after (sheet 4.8).
    number: invoice.invoice_number,
    draft: invoice.invoice_status === 'draft',
    customerId: invoice.customer_id ?? null,
    credits: invoice.credit_invoice_ids,
  };
}
