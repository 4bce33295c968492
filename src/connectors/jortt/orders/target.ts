import { z } from 'zod';
import { big } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import type { DocumentTarget, FoundDocument } from '../../contract/target.ts';
import { findEach } from '../../wire/find-each.ts';
import { cents, create, findById } from '../fields.ts';
import { rows, shortestQuery } from '../pages.ts';
import { invoiceFields } from './target-fields.ts';
import { invoiceToWire } from './to-wire.ts';
import { invoiceTotals } from './totals.ts';

const path = '/v3/invoices';
const dayMs = 86_400_000;

/** Sheet 4.5. */
const foundWire = z.looseObject({
  id: z.string().min(1),
  invoice_status: z.string(),
  customer_id: z.string().nullish(),
  reference: z.string().nullish(),
  invoice_total_incl_vat: z.looseObject({ amount: cents }),
  credited_invoice_id: z.string().nullish(),
  // Drawn as text, shown as a list.
  credit_invoice_ids: z.union([z.string(), z.array(z.string())]).nullish(),
  created_at: z.string().nullish(),
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
  create: (api, body) => create(api, path, body),
  find: (api, references, notBefore) =>
    findEach(references, (reference) => findByReference(api, reference, notBefore)),

  async get(api, id) {
    const invoice = await findById(api, path, id, foundWire);
    return invoice && found(invoice);
  },

  /** Always the whole invoice (sheet 4.7). */
  credit: (api, id, state) =>
    create(api, `${path}/${encodeURIComponent(id)}/credit`, state === 'sent' ? { send_method: 'self' } : {}),

  async findCredit(api, id) {
    const invoice = await findById(api, path, id, foundWire);
    const [credit] = [invoice?.credit_invoice_ids ?? []].flat();
    return credit ? { id: credit } : null;
  },
};

/**
 * Credit notes keep their invoice's reference and are left out. An invoice below zero, a refund in part, is taken only
 * when nothing else has this reference: it is then what was looked for.
 */
async function findByReference(api: Api, reference: string, notBefore: Date): Promise<FoundDocument | null> {
  const wanted = reference.trim();
  let refund: FoundWire | null = null;
  for await (const invoice of candidates(api, wanted, notBefore)) {
    if (invoice.reference?.trim() !== wanted || invoice.credited_invoice_id) continue;
    if (big(invoice.invoice_total_incl_vat.amount).gte(0)) return found(invoice);
    refund ??= invoice;
  }
  return refund && found(refund);
}

/** Which fields `query` covers, and how loosely, is unknown (sheet 3.4): its hits are candidates only. */
async function* candidates(api: Api, reference: string, notBefore: Date): AsyncGenerator<FoundWire> {
  if (reference.length >= shortestQuery) {
    yield* rows(api, path, foundWire, { query: reference });
    return;
  }
  // Too short to search for: all invoices, newest first (sheet 3.4), back to a day before the order.
  const oldest = notBefore.getTime() - dayMs;
  for await (const invoice of rows(api, path, foundWire)) {
    if (invoice.created_at && Date.parse(invoice.created_at) < oldest) return;
    yield invoice;
  }
}

function found(invoice: FoundWire): FoundDocument {
  return {
    id: invoice.id,
    gross: invoice.invoice_total_incl_vat.amount,
    draft: invoice.invoice_status === 'draft',
    customerId: invoice.customer_id || null,
  };
}
