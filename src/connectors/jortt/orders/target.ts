import { z } from 'zod';
import { big } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { DocumentTarget, FoundDocument } from '../../contract/target.ts';
import { text } from '../../wire/fields.ts';
import { findExact } from '../../wire/find-exact.ts';
import { cents, createdWire, findOne } from '../fields.ts';
import { minQueryLength, rows } from '../pages.ts';
import { invoiceFields } from './target-fields.ts';
import { invoiceToWire } from './to-wire.ts';
import { invoiceTotals } from './totals.ts';
import { creditIds } from './wire.ts';

const invoices = path`/v3/invoices`;
const dayMs = 86_400_000;

/** Sheet 4.5. */
const foundWire = z.looseObject({
  id: z.string().min(1),
  invoice_status: z.string(),
  customer_id: text,
  reference: text,
  invoice_total_incl_vat: z.looseObject({ amount: cents }),
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

  /**
   * Credit notes keep their invoice's reference and are left out. An invoice below zero, a refund in part, is taken only
   * when nothing else has this reference: it is then what was looked for.
   */
  find: (api, references, notBefore) =>
    findExact(
      references,
      {
        hits: ([reference]) => candidates(api, reference, notBefore),
        has: (invoice, reference) => invoice.reference === reference && !invoice.credited_invoice_id,
        isBest: (invoice) => big(invoice.invoice_total_incl_vat.amount).gte(0),
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

/** Which fields `query` covers, and how loosely, is unknown (sheet 3.4): its hits are candidates only. */
async function* candidates(api: Api, reference: string, notBefore: Date): AsyncGenerator<FoundWire> {
  if (reference.length >= minQueryLength) {
    yield* rows(api, invoices, foundWire, { query: reference });
    return;
  }
  // Too short to search for: all invoices, newest first (sheet 3.4), back to a day before the order.
  const oldest = notBefore.getTime() - dayMs;
  for await (const invoice of rows(api, invoices, foundWire)) {
    if (invoice.created_at && Date.parse(invoice.created_at) < oldest) return;
    yield invoice;
  }
}

function found(invoice: FoundWire): FoundDocument {
  return {
    id: invoice.id,
    gross: invoice.invoice_total_incl_vat.amount,
    draft: invoice.invoice_status === 'draft',
    customerId: invoice.customer_id ?? null,
  };
}
