import { z } from 'zod';
import { big } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { Numbered } from '../../contract/source.ts';
import { text } from '../../wire/fields.ts';
import { numbered } from '../../wire/numbered.ts';
import { cents } from '../fields.ts';
import { minQueryLength, onePage } from '../pages.ts';

const rowWire = z.looseObject({
  id: z.string().min(1),
  invoice_number: text,
  reference: text,
  invoice_total_incl_vat: z.looseObject({ amount: cents }),
  credited_invoice_id: text,
});

/**
 * `query` finds parts of words, in fields that are not told (sheet 3.4): its hits are candidates. What is too short for
 * it is looked for among the newest. Refunds are no orders.
 */
export async function findByNumber(api: Api, number: string): Promise<readonly Numbered[]> {
  const filters = number.length < minQueryLength ? {} : { query: number };
  const { data } = await onePage(api, path`/v3/invoices`, rowWire, 1, filters);
  const invoices = data.filter(
    ({ credited_invoice_id: credited, invoice_total_incl_vat: { amount } }) =>
      credited === undefined && big(amount).gte(0),
  );
  return numbered(
    invoices.map((row) => ({ key: row.id, number: row.invoice_number ?? row.reference ?? row.id })),
    number,
  );
}
