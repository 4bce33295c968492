/** What the merchant's bookkeeper does in Jortt's own pages. */

import { readCustomer } from '../customers/customer.ts';
import { addCustomer } from '../customers/endpoints.ts';
import { fieldsOf } from '../fields.ts';
import type { Service } from '../service.ts';
import { creditInvoice } from './actions.ts';
import { addInvoice } from './endpoints.ts';
import { randomClient, randomInvoice } from './random-invoice.ts';

/** Writes an invoice to a new customer, and sends it at once; its id. */
export function writeInvoice(service: Service): string {
  const random = () => service.world.random();
  const client = randomClient(random);
  const { id } = addCustomer(service, readCustomer(fieldsOf(client.customer)));
  const invoice = randomInvoice(random, client, id, service.world.now());
  return addInvoice(service, { ...invoice, send_method: 'self' }).id;
}

/** Credits the newest invoice that has been sent and not credited yet; its id, or null when there is none. */
export function creditNewest(service: Service): string | null {
  service.sending.runDue();
  const newest = service.books.invoices
    .all()
    .findLast(
      ({ sent, credited_invoice_id, credit_invoice_ids }) =>
        sent !== null && credited_invoice_id === null && credit_invoice_ids.length === 0,
    );
  if (newest === undefined) return null;
  creditInvoice(service, newest.id, 'self');
  return newest.id;
}
