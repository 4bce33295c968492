import type Big from 'big.js';
import type { Route } from '../../kit/http/route-table.ts';
import { sumOf } from '../../kit/money/cents.ts';
import { uuid } from '../../kit/random.ts';
import { allOf, holdsWords } from '../../kit/search/row-tests.ts';
import { byText } from '../../kit/search/sorting.ts';
import { localDate } from '../../kit/time/local-time.ts';
import { validVats } from '../administration/vat-rules.ts';
import { type Call, created, data, type Endpoint, noContent, under } from '../endpoint.ts';
import { fieldsOf } from '../fields.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { isLate } from '../invoices/list.ts';
import { dueAmount } from '../invoices/on-wire.ts';
import { checkCustomer, directDebitNotEnabled } from '../invoices/rules.ts';
import { saleTotals } from '../invoices/totals.ts';
import { apiBase, pageOf, readListQuery } from '../list-query.ts';
import { notFound } from '../refusal.ts';
import type { Service } from '../service.ts';
import { type Customer, type CustomerInput, customerOnWire, fitting, readCustomer } from './customer.ts';

const reading = 'customers:read';
const writing = 'customers:write';

/** Sheet 6.1. */
export function customerEndpoints(service: Service): Route<Endpoint>[] {
  const on = under('/v3/customers');
  return [
    on('GET', '', reading, (call) => list(service, call)),
    on('POST', '', writing, (call) => create(service, call)),
    on('GET', '/{customer_id}', reading, (call) => get(service, call)),
    on('PUT', '/{customer_id}', writing, (call) => update(service, call)),
    on('DELETE', '/{customer_id}', writing, (call) => remove(service, call)),
    on('GET', '/{customer_id}/extra_details', reading, (call) => extraDetails(service, call)),
    on('GET', '/{customer_id}/vat-percentages', reading, (call) => vatPercentages(service, call)),
    on('POST', '/{customer_id}/direct_debit_mandate', writing, (call) => directDebitMandate(service, call)),
    on('PUT', '/{customer_id}/set_archived', writing, (call) => setArchived(service, call)),
  ];
}

export function existingCustomer({ books }: Service, id: string): Customer {
  const customer = books.customer(id);
  if (customer === undefined) throw notFound();
  return customer;
}

/** Stores a new customer. */
export function addCustomer({ books, settings, world }: Service, input: CustomerInput): Customer {
  const kept = settings().dropsUnfitting ? fitting(input) : input;
  const customer = { ...kept, id: uuid(() => world.random()), archived: false, deleted: false };
  books.customers.put(customer.id, customer);
  return customer;
}

/** Lists archived customers too; a row says whether it is archived (sheet 6.2). */
function list({ books }: Service, call: Call): Response {
  const asked = readListQuery(call);
  const { query } = asked;
  const rows = books.customers
    .indexed()
    .filter((customer) => !customer.deleted)
    .filter(
      allOf([holdsWords(query ?? undefined, (each) => [each.customer_name, each.email, each.reference])]),
    )
    .sort(byText((each) => each.customer_name));
  return pageOf(call, asked, rows, customerOnWire);
}

function create(service: Service, { body }: Call): Response {
  const input = readCustomer(fieldsOf(body));
  checkCustomer(input, service.books);
  return created(addCustomer(service, input).id);
}

function get(service: Service, { id }: Call): Response {
  const customer = existingCustomer(service, id);
  const href = `${apiBase}/v3/customers/${id}/extra_details`;
  return data(customerOnWire(customer), {
    _links: { extra_details: { href, type: 'application/json' } },
  });
}

function update(service: Service, { id, body }: Call): Response {
  const kept = service.settings().putReplaces ? {} : service.books.customer(id);
  const input = readCustomer(fieldsOf({ ...kept, ...body }));
  const customer = existingCustomer(service, id);
  checkCustomer(input, service.books);
  const fits = service.settings().dropsUnfitting ? fitting(input) : input;
  service.books.customers.put(id, { ...customer, ...fits });
  return noContent();
}

/** A customer with invoices can be deleted too (sheet 6.1). */
function remove(service: Service, { id }: Call): Response {
  service.books.customers.put(id, { ...existingCustomer(service, id), deleted: true });
  return noContent();
}

function extraDetails(service: Service, { id }: Call): Response {
  existingCustomer(service, id);
  const today = localDate(service.world.now());
  const sent = service.books.invoices.all().filter((each) => each.customer_id === id && each.sent !== null);
  const due = sent.filter((invoice) => dueAmount(invoice).gt(0));
  return data({
    id,
    total_revenue: summed(sent, (invoice) => saleTotals(invoice).net),
    total_due: summed(due, dueAmount),
    total_late: summed(
      due.filter((invoice) => isLate(invoice, today)),
      dueAmount,
    ),
  });
}

/** The one place where an amount is a JSON number (sheet 6.1). */
function summed(invoices: readonly Invoice[], amountOf: (invoice: Invoice) => Big) {
  return { amount: sumOf(invoices.map(amountOf)).toNumber(), count: invoices.length };
}

function vatPercentages(service: Service, { id }: Call): Response {
  return data({ id, vats: validVats(existingCustomer(service, id), service.settings()) });
}

/** Mollie is not enabled (sheet 6.1). */
function directDebitMandate(service: Service, { id }: Call): Response {
  existingCustomer(service, id);
  throw directDebitNotEnabled();
}

function setArchived(service: Service, { id, body }: Call): Response {
  const fields = fieldsOf(body);
  fields.require('archived');
  const archived = fields.boolean('archived') ?? false;
  fields.refuse();
  service.books.customers.put(id, { ...existingCustomer(service, id), archived });
  return noContent();
}
