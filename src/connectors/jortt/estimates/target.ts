import { z } from 'zod';
import { big, money } from '../../../records/money.ts';
import { path } from '../../contract/path.ts';
import type { DocumentTarget, FoundDocument } from '../../contract/target.ts';
import { text } from '../../wire/fields.ts';
import { findAll } from '../../wire/find.ts';
import { candidates } from '../candidates.ts';
import { cents, createdWire, findOne } from '../fields.ts';
import { invoiceTotals } from '../orders/totals.ts';
import { estimateFields } from './target-fields.ts';
import { estimateToWire } from './to-wire.ts';

/** Known under this version only (sheet 7). */
const estimates = path`/v2/estimates`;

/** Sheet 7.1. What became of it (`acceptance_status`) is the merchant's to see: it is the order's all the same. */
const foundWire = z.looseObject({
  id: z.string().min(1),
  estimate_status: z.string(),
  customer_id: text,
  reference: text,
  estimate_number: text,
  total: z.looseObject({ amount: cents }).nullish(),
  total_incl_vat: z.looseObject({ amount: cents, currency: text }),
  sent_or_modified_on: text,
});

type FoundWire = z.infer<typeof foundWire>;

/** Estimates: what stands closest to a sales order in Jortt. Nothing can credit one, or tell it of payments. */
export const estimateTarget: DocumentTarget = {
  kinds: ['order'],
  scopes: ['estimates:read', 'estimates:write'],
  currencies: ['EUR'],
  guests: false,
  fields: estimateFields,
  vatCode: (rate) => rate,
  // Told of invoices only (sheet 4.4): what is made is read back and compared.
  totals: invoiceTotals,
  toWire: estimateToWire,
  create: (api, body) => api.create(estimates, body, createdWire),

  find: (api, references, notBefore) =>
    findAll(
      references,
      {
        hits: ([reference]) =>
          candidates(api, estimates, { row: foundWire, reference, notBefore, at: touchedOn }),
        has: (estimate, reference) => estimate.reference === reference,
      },
      found,
    ),

  async get(api, id) {
    const estimate = await findOne(api, path`/v2/estimates/${id}`, foundWire);
    return estimate && found(estimate);
  },
};

/** When it was made is not told: it was not after the day on which it was sent or changed last, which ends in a day. */
function touchedOn({ sent_or_modified_on: day }: FoundWire): string | undefined {
  return day && `${day}T23:59:59Z`;
}

/** Its own date is none: `sent_or_modified_on` moves with every change. */
function found(estimate: FoundWire): FoundDocument {
  const { total: net, total_incl_vat: total } = estimate;
  const { amount, currency } = total;
  return {
    id: estimate.id,
    gross: amount,
    vat: net ? money(big(amount).minus(net.amount), 'EUR') : null,
    currency,
    reference: estimate.reference,
    number: estimate.estimate_number,
    // One that expired, was accepted or was invoiced had been sent.
    draft: estimate.estimate_status === 'draft',
    customerId: estimate.customer_id ?? null,
  };
}
