import type { Route } from '../../kit/http/route-table.ts';
import { uuid } from '../../kit/random.ts';
import { localDate } from '../../kit/time/local-time.ts';
import { defaultAccount } from '../administration/ledger-accounts.ts';
import { type Call, created, data, type Endpoint, emptySuccess, noContent, under } from '../endpoint.ts';
import { fieldsOf } from '../fields.ts';
import { invalidOperation, notFound } from '../refusal.ts';
import type { Service } from '../service.ts';
import { type Invoice, type InvoiceInput, readInvoice, sendMethods } from './invoice.ts';
import { listInvoices } from './list.ts';
import { invoiceOnWire, possibleActions } from './on-wire.ts';
import { checkReachable, checkSendable, checkWritten, checkYears } from './rules.ts';

/** Sheet 4.1: the records themselves. What is done with them is in `actions.ts`. */
export function invoiceEndpoints(service: Service): Route<Endpoint>[] {
  const on = under('/v3/invoices');
  return [
    on('GET', '', 'invoices:read', (call) => listInvoices(service, call)),
    on('POST', '', 'invoices:write', ({ body }) => created(addInvoice(service, body).id)),
    on('GET', '/{id}', 'invoices:read', (call) => get(service, call)),
    on('PUT', '/{id}', 'invoices:write', (call) => edit(service, call)),
    on('DELETE', '/{id}', 'invoices:write', (call) => remove(service, call)),
  ];
}

export function existingInvoice({ books }: Service, id: string): Invoice {
  const invoice = books.invoices.get(id);
  if (invoice === undefined) throw notFound();
  return invoice;
}

/** An invoice to which nothing has happened yet. */
export function newInvoice({ world }: Service, input: InvoiceInput): Invoice {
  return {
    ...input,
    id: uuid(() => world.random()),
    createdAt: world.now(),
    sold_via_platform: false,
    credited_invoice_id: null,
    credit_invoice_ids: [],
    isOnItsWay: false,
    paid: '0.00',
    sent: null,
  };
}

/** Stores a new invoice, and sends it when it has a `send_method`. Throws a `Refusal`. */
export function addInvoice(service: Service, body: Readonly<Record<string, unknown>>): Invoice {
  const { books, settings, sending, world } = service;
  const fields = fieldsOf(body);
  const read = readInvoice(fields, 'whole');
  const sendMethod = fields.oneOf('send_method', sendMethods);
  const soldViaPlatform = fields.boolean('sold_via_platform') ?? false;
  fields.refuse();
  checkWritten(read, books, settings());
  const input = withDefaults(service, read);
  if (sendMethod !== null) {
    checkSendable(input, books, settings());
    checkReachable(input, sendMethod, books);
  }
  checkYears(input, sendMethod === null ? null : localDate(world.now()), settings());
  const invoice = { ...newInvoice(service, input), sold_via_platform: soldViaPlatform };
  if (sendMethod === null) books.invoices.put(invoice.id, invoice);
  else sending.request(invoice, sendMethod);
  return invoice;
}

function get(service: Service, { id }: Call): Response {
  const invoice = existingInvoice(service, id);
  const customer = service.books.customers.get(invoice.customer_id ?? '');
  const shown = invoiceOnWire(invoice, customer, service.settings().quirks);
  return data(shown, { possible_actions: possibleActions(invoice) });
}

/** A `send_method` is checked but has no effect: nothing says that an edit sends (sheet 4.6). */
function edit(service: Service, { id, body }: Call): Response {
  const { books, settings } = service;
  const kept = settings().putReplaces ? {} : books.invoices.get(id);
  const fields = fieldsOf({ ...kept, ...body });
  const read = readInvoice(fields, 'in parts');
  fields.oneOf('send_method', sendMethods);
  fields.refuse();
  const invoice = existingInvoice(service, id);
  refuseUnlessDraft(invoice, 'edited');
  checkWritten(read, books, settings());
  checkYears(read, null, settings());
  books.invoices.put(id, { ...invoice, ...withDefaults(service, read) });
  return emptySuccess();
}

function remove(service: Service, { id }: Call): Response {
  deleteInvoice(service, id);
  return noContent();
}

export function deleteInvoice(service: Service, id: string): void {
  const invoice = existingInvoice(service, id);
  refuseUnlessDraft(invoice, 'deleted');
  service.books.invoices.delete(id);
  const credited = service.books.invoices.get(invoice.credited_invoice_id ?? '');
  if (credited !== undefined) {
    const credit_invoice_ids = credited.credit_invoice_ids.filter((each) => each !== id);
    service.books.invoices.put(credited.id, { ...credited, credit_invoice_ids });
  }
}

/**
 * A sent invoice is final (sheet 4.8). That it cannot be deleted, or changed while it is on its way, is our reading
 * (sheet 10.17).
 */
function refuseUnlessDraft({ sent, isOnItsWay }: Invoice, done: string): void {
  if (sent === null && !isOnItsWay) return;
  throw invalidOperation('Invoice::Finalized', `A finalized invoice can not be ${done}.`);
}

/** Fills in the customer's defaults (sheet 6.2) and the default ledger account (sheet 4.2). */
function withDefaults({ books }: Service, input: InvoiceInput): InvoiceInput {
  const customer = input.customer_id === null ? undefined : books.customer(input.customer_id);
  const account = customer?.default_ledger_account_id ?? defaultAccount.ledger_account_id;
  const label = customer?.default_label_id ?? null;
  return {
    ...input,
    label_ids: input.label_ids.length === 0 && label !== null ? [label] : input.label_ids,
    line_items: input.line_items.map((line) => ({
      ...line,
      ledger_account_id: line.ledger_account_id ?? account,
    })),
  };
}
