import type { Route } from '../../kit/http/route-table.ts';
import type { JsonObject } from '../../kit/json.ts';
import { uuid } from '../../kit/random.ts';
import { localDate } from '../../kit/time/local-time.ts';
import { addresseeOf } from '../customers/addressee.ts';
import { type Call, created, data, type Endpoint, emptySuccess, under } from '../endpoint.ts';
import { fieldsOf } from '../fields.ts';
import { attachmentTypes } from '../invoices/attachment-types.ts';
import { notFound } from '../refusal.ts';
import type { Service } from '../service.ts';
import { type Estimate, type EstimateInput, readEstimate, sendMethods } from './estimate.ts';
import { listEstimates } from './list.ts';
import { estimateOnWire, possibleActions } from './on-wire.ts';
import { checkReachable, checkSendable, checkWritten, refuseWhenSettled } from './rules.ts';

const reading = 'estimates:read';
const writing = 'estimates:write';

/** Sheet 7. They are known under `/v2` only, and nothing deletes them. */
export function estimateEndpoints(service: Service): Route<Endpoint>[] {
  const on = under('/v2/estimates');
  return [
    on('GET', '', reading, (call) => listEstimates(service, call)),
    on('POST', '', writing, ({ body }) => created(addEstimate(service, body).id)),
    on('GET', '/{id}', reading, (call) => get(service, call)),
    on('PUT', '/{id}', writing, (call) => edit(service, call)),
    on('POST', '/{id}/send', writing, (call) => send(service, call)),
    on('GET', '/{id}/send_settings', reading, (call) => sendSettings(service, call)),
  ];
}

export function existingEstimate({ books }: Service, id: string): Estimate {
  const estimate = books.estimates.get(id);
  if (estimate === undefined) throw notFound();
  return estimate;
}

/** Stores a new estimate, and sends it when it has a `send_method`. Throws a `Refusal`. */
export function addEstimate(service: Service, body: JsonObject): Estimate {
  const { books, settings, estimateSending, world } = service;
  const fields = fieldsOf(body);
  const input = readEstimate(fields, 'whole');
  const method = fields.oneOf('send_method', sendMethods);
  const mailTo = fields.text('email_address_customer');
  fields.refuse();
  checkWritten(input, books, settings());
  if (method !== null) {
    checkSendable(input, books, settings());
    checkReachable(input, method, mailTo, books);
  }
  const estimate = {
    ...input,
    id: uuid(() => world.random()),
    createdAt: world.now(),
    sentOrModifiedOn: localDate(world.now()),
    isOnItsWay: false,
    isInvoiced: false,
    sent: null,
  };
  if (method === null) books.estimates.put(estimate.id, estimate);
  else estimateSending.request(estimate, method, mailTo);
  return estimate;
}

/**
 * Changes an estimate. One that was sent stays so, with the customer's data of now; that it must be fit to be sent then is
 * our reading. `kept` are the fields that stand where the body says nothing.
 */
export function changeEstimate(
  service: Service,
  id: string,
  body: JsonObject,
  kept: EstimateInput | undefined,
): void {
  const { books, settings, world } = service;
  const fields = fieldsOf({ ...kept, ...body });
  const input = readEstimate(fields, 'in parts');
  fields.refuse();
  const estimate = existingEstimate(service, id);
  refuseWhenSettled(estimate, 'edited');
  checkWritten(input, books, settings());
  if (estimate.sent !== null) checkSendable(input, books, settings());
  const customer = books.customer(input.customer_id ?? '');
  const sent =
    estimate.sent === null || customer === undefined
      ? estimate.sent
      : { ...estimate.sent, addressee: addresseeOf(customer), language: customer.invoice_language };
  books.estimates.put(id, { ...estimate, ...input, sent, sentOrModifiedOn: localDate(world.now()) });
}

function get(service: Service, { id }: Call): Response {
  const { books, settings, world } = service;
  const estimate = existingEstimate(service, id);
  const customer = books.customers.get(estimate.customer_id ?? '');
  const { quirks } = settings();
  const shown = estimateOnWire(estimate, customer, { today: localDate(world.now()), quirks });
  return data(shown, { possible_actions: possibleActions(estimate) });
}

function edit(service: Service, { id, body }: Call): Response {
  const { putReplaces } = service.settings();
  changeEstimate(service, id, body, putReplaces ? undefined : service.books.estimates.get(id));
  return emptySuccess();
}

function send(service: Service, { id, body }: Call): Response {
  const { books, settings, estimateSending } = service;
  const fields = fieldsOf(body);
  fields.require('send_method');
  const method = fields.oneOf('send_method', sendMethods) ?? 'self';
  const mailTo = fields.text('email_address_customer');
  fields.refuse();
  const estimate = existingEstimate(service, id);
  refuseWhenSettled(estimate, 'sent');
  checkSendable(estimate, books, settings());
  checkReachable(estimate, method, mailTo, books);
  estimateSending.request(estimate, method, mailTo);
  return emptySuccess();
}

function sendSettings(service: Service, { id }: Call): Response {
  const { sent, reference } = existingEstimate(service, id);
  const name = sent?.number ?? reference ?? '';
  return data({
    default_mail_subject: `Offerte ${name}`.trim(),
    default_mail_body: 'Geachte heer, mevrouw,\n\nHierbij ontvangt u onze offerte.',
    supported_attachment_types: attachmentTypes,
    default_attachments: [],
  });
}
