import type { Route } from '../../kit/http/route-table.ts';
import { textOf } from '../../kit/random.ts';
import { localDate } from '../../kit/time/local-time.ts';
import { type Call, created, data, type Endpoint, emptySuccess, noContent, under } from '../endpoint.ts';
import { fieldsOf } from '../fields.ts';
import { invalidOperation } from '../refusal.ts';
import type { Service } from '../service.ts';
import { attachmentTypes } from './attachment-types.ts';
import { existingInvoice, newInvoice } from './endpoints.ts';
import { type Invoice, type InvoiceInput, type SendMethod, sendMethods } from './invoice.ts';
import { euros } from './line.ts';
import { checkLabels, checkReachable, checkSendable, checkYears } from './rules.ts';
import { monthOf } from './sending.ts';

const reading = 'invoices:read';
const writing = 'invoices:write';

/** Sheet 4.1, 4.7: what is done with an invoice. */
export function invoiceActions(service: Service): Route<Endpoint>[] {
  const on = under('/v3/invoices/{id}');
  return [
    on('POST', '/send', writing, (call) => send(service, call)),
    on('GET', '/send_settings', reading, (call) => sendSettings(service, call)),
    on('GET', '/download', reading, (call) => download(service, call)),
    on('POST', '/credit', writing, (call) => credit(service, call)),
    on('POST', '/copy', writing, (call) => copy(service, call)),
    on('PUT', '/set_labels', writing, (call) => setLabels(service, call)),
    on('GET', '/next_possible_invoice_number', reading, (call) => nextPossibleNumber(service, call)),
  ];
}

/** Sending by mail or Peppol needs its address in the body; `self` needs nothing more. */
const neededFor: Readonly<Record<SendMethod, readonly string[]>> = {
  email: ['email_address_customer', 'mail_subject', 'mail_body'],
  peppol: ['peppol_scheme_code', 'peppol_identifier'],
  self: [],
};

function send(service: Service, { id, body }: Call): Response {
  const fields = fieldsOf(body);
  fields.require('send_method');
  const method = fields.oneOf('send_method', sendMethods) ?? 'self';
  fields.require(...neededFor[method]);
  const mailTo = fields.text('email_address_customer');
  const mailCc = fields.texts('cc_addresses');
  for (const name of ['mail_subject', 'mail_body', 'peppol_scheme_code', 'peppol_identifier']) {
    fields.text(name);
  }
  fields.boolean('send_copy_to_me');
  fields.uuids('attachment_ids');
  fields.texts('attachment_mime_types');
  fields.refuse();
  const invoice = existingInvoice(service, id);
  if (invoice.sent !== null || invoice.isOnItsWay) {
    throw invalidOperation('Invoice::AlreadySent', 'The invoice has been sent.');
  }
  checkSendable(invoice, service.books, service.settings());
  checkYears(invoice, localDate(service.world.now()), service.settings());
  service.sending.request(invoice, method, { mailTo, mailCc });
  return emptySuccess();
}

function sendSettings(service: Service, { id }: Call): Response {
  const { sent, reference } = existingInvoice(service, id);
  const name = sent?.number ?? reference ?? '';
  return data({
    default_mail_subject: `Factuur ${name}`.trim(),
    default_mail_body: 'Geachte heer, mevrouw,\n\nHierbij ontvangt u onze factuur.',
    supported_attachment_types: attachmentTypes,
    default_attachments: [],
  });
}

/** A link that is valid for ten minutes. There is no file behind it. */
function download(service: Service, { id }: Call): Response {
  const { sent } = sentInvoice(service, id, 'downloaded');
  const { world } = service;
  const signature = textOf(() => world.random(), '0123456789abcdef', 32);
  const expires = Math.floor(world.now() / 1000) + 600;
  const file = `https://files.jortt.nl/invoices/${id}/${sent.number}.pdf`;
  return data({ download_location: `${file}?expires=${expires}&signature=${signature}` });
}

function credit(service: Service, { id, body }: Call): Response {
  const fields = fieldsOf(body);
  const sendMethod = fields.oneOf('send_method', sendMethods);
  fields.refuse();
  return created(creditInvoice(service, id, sendMethod));
}

/**
 * Makes a credit note; its id. Always for the whole invoice, as often as asked: `credit_invoice_ids` is a list (sheet
 * 4.5), and nothing says that the second one is refused. Without a method it is not sent.
 */
export function creditInvoice(service: Service, id: string, sendMethod: SendMethod | null): string {
  const { books, sending, settings, world } = service;
  const credited = sentInvoice(service, id, 'credited');
  if (credited.credited_invoice_id !== null) {
    throw invalidOperation('Invoice::IsCredit', 'A credit invoice can not be credited.');
  }
  const note = { ...newInvoice(service, negated(credited)), credited_invoice_id: id };
  if (sendMethod !== null) {
    checkSendable(note, books, settings());
    checkReachable(note, sendMethod, books);
    checkYears(note, localDate(world.now()), settings());
  }
  const credit_invoice_ids = [...credited.credit_invoice_ids, note.id];
  books.invoices.put(id, { ...credited, credit_invoice_ids });
  if (sendMethod === null) books.invoices.put(note.id, note);
  else sending.request(note, sendMethod);
  return note.id;
}

function copy(service: Service, { id }: Call): Response {
  const invoice = newInvoice(service, anew(sentInvoice(service, id, 'copied')));
  service.books.invoices.put(invoice.id, invoice);
  return created(invoice.id);
}

function setLabels(service: Service, { id, body }: Call): Response {
  const fields = fieldsOf(body);
  fields.require('label_ids');
  const label_ids = fields.uuids('label_ids') ?? [];
  fields.refuse();
  const invoice = existingInvoice(service, id);
  checkLabels(label_ids, service.books);
  service.books.invoices.put(id, { ...invoice, label_ids });
  return noContent();
}

function nextPossibleNumber(service: Service, { id }: Call): Response {
  const invoice = existingInvoice(service, id);
  const month = monthOf(invoice.invoice_date ?? localDate(service.world.now()));
  return data({ next_possible_invoice_number: service.sending.nextNumber(month) });
}

function sentInvoice(service: Service, id: string, done: string) {
  const invoice = existingInvoice(service, id);
  const { sent } = invoice;
  if (sent === null) throw invalidOperation('Invoice::NotSent', `An unsent invoice can not be ${done}.`);
  return { ...invoice, sent };
}

/** What a copy takes over from an invoice: everything but its dates. */
function anew(invoice: Invoice): InvoiceInput {
  const { customer_id, tradename_id, label_ids, payment_term, net_amounts, introduction, remarks } = invoice;
  const { payment_method, line_items, discounts, reference } = invoice;
  return {
    ...{ customer_id, tradename_id, label_ids, payment_term, net_amounts, introduction, remarks },
    ...{ payment_method, line_items, discounts, reference },
    ...{ invoice_date: null, delivery_period: null, delivery_period_end: null },
  };
}

/** Keeps the reference (sheet 3.4), but not the texts above and below the lines, which were about the sale. */
function negated(invoice: Invoice): InvoiceInput {
  const line_items = invoice.line_items.map((line) => {
    const { amount } = line.amount;
    return { ...line, amount: euros(amount.startsWith('-') ? amount.slice(1) : `-${amount}`) };
  });
  return { ...anew(invoice), introduction: null, remarks: null, line_items };
}
