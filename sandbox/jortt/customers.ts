import Big from 'big.js';
import { localDate } from '../local-time.ts';
import { uuid } from '../random.ts';
import type { Route } from '../route-table.ts';
import { type Customer, type CustomerInput, customerOnWire, readCustomer } from './customer.ts';
import { Fields } from './fields.ts';
import type { Invoice } from './invoice.ts';
import { isLate } from './invoice-list.ts';
import { checkCustomer, directDebitNotEnabled } from './invoice-rules.ts';
import { invoiceTotals } from './invoice-totals.ts';
import { dueAmount } from './invoice-wire.ts';
import { type Call, created, data, noContent, type Operation } from './operation.ts';
import { apiBase, matches, pageOf, readListQuery } from './pages.ts';
import { notFound } from './refusal.ts';
import type { Service } from './service.ts';
import { validVats } from './vat-rules.ts';

/** Sheet 6.1. */
export function customerRoutes(service: Service): Route<Operation>[] {
  const route = (method: string, under: string, run: (service: Service, call: Call) => Response) => {
    const scope = method === 'GET' ? 'customers:read' : 'customers:write';
    const handler = { scope, run: (call: Call) => run(service, call) };
    return { method, template: `/v3/customers${under}`, handler };
  };
  return [
    route('GET', '', list),
    route('POST', '', create),
    route('GET', '/{customer_id}', get),
    route('PUT', '/{customer_id}', update),
    route('DELETE', '/{customer_id}', remove),
    route('GET', '/{customer_id}/extra_details', extraDetails),
    route('GET', '/{customer_id}/vat-percentages', vatPercentages),
    route('POST', '/{customer_id}/direct_debit_mandate', directDebitMandate),
    route('PUT', '/{customer_id}/set_archived', setArchived),
  ];
}

export function existingCustomer({ books }: Service, id: string): Customer {
  const customer = books.customer(id);
  if (customer === undefined) throw notFound();
  return customer;
}

/** Keeps a new customer, however it came to be. */
export function addCustomer({ books, world }: Service, input: CustomerInput): Customer {
  const customer = { ...input, id: uuid(() => world.random()), archived: false, deleted: false };
  books.customers.put(customer.id, customer);
  return customer;
}

const alphabet = new Intl.Collator('nl');

/** Archived ones too: a row says that it is (sheet 6.2). */
function list({ books }: Service, call: Call): Response {
  const asked = readListQuery(call);
  const { query } = asked;
  const rows = books.customers
    .indexed()
    .filter((customer) => !customer.deleted)
    .filter((each) => query === null || matches(query, [each.customer_name, each.email, each.reference]))
    .sort((one, other) => alphabet.compare(one.customer_name, other.customer_name));
  return pageOf(call, asked, rows, customerOnWire);
}

function create(service: Service, { body }: Call): Response {
  const input = readCustomer(new Fields(body));
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
  const input = readCustomer(new Fields({ ...kept, ...body }));
  const customer = existingCustomer(service, id);
  checkCustomer(input, service.books);
  service.books.customers.put(id, { ...customer, ...input });
  return noContent();
}

/** Also with invoices (sheet 6.1). */
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
    total_revenue: summed(sent, (invoice) => invoiceTotals(invoice).net),
    total_due: summed(due, dueAmount),
    total_late: summed(
      due.filter((invoice) => isLate(invoice, today)),
      dueAmount,
    ),
  });
}

/** The one place where an amount is a JSON number (sheet 6.1). */
function summed(invoices: readonly Invoice[], amountOf: (invoice: Invoice) => Big) {
  const amount = invoices.reduce((total, invoice) => total.plus(amountOf(invoice)), Big(0));
  return { amount: amount.toNumber(), count: invoices.length };
}

function vatPercentages(service: Service, { id }: Call): Response {
  return data({ id, vats: validVats(existingCustomer(service, id), service.settings()) });
}

/** Mollie is off (sheet 6.1). */
function directDebitMandate(service: Service, { id }: Call): Response {
  existingCustomer(service, id);
  throw directDebitNotEnabled();
}

function setArchived(service: Service, { id, body }: Call): Response {
  const fields = new Fields(body);
  fields.require('archived');
  const archived = fields.boolean('archived') ?? false;
  fields.refuse();
  service.books.customers.put(id, { ...existingCustomer(service, id), archived });
  return noContent();
}
