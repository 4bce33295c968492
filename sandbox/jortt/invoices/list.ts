import { allOf, holdsWords } from '../../kit/search/row-tests.ts';
import { byNumber, reversed } from '../../kit/search/sorting.ts';
import { localDate } from '../../kit/time/local-time.ts';
import type { Call } from '../endpoint.ts';
import { pageOf, readListQuery } from '../list-query.ts';
import type { Service } from '../service.ts';
import type { Invoice } from './invoice.ts';
import { dueAmount, invoiceOnWire } from './on-wire.ts';

/** Filters, of which only two are states of an invoice (sheet 4.8). */
const statuses = ['sent', 'draft', 'unpaid', 'late', 'paid'] as const;

/** Newest first (sheet 3.4). */
export function listInvoices(service: Service, call: Call): Response {
  const { books, settings, world } = service;
  const asked = readListQuery(call, { invoice_status: statuses });
  const today = localDate(world.now());
  const { query, chosen } = asked;
  const status = chosen.invoice_status;
  const rows = books.invoices
    .indexed()
    .filter(allOf([holdsWords(query ?? undefined, (invoice) => searchable(service, invoice))]))
    .filter((invoice) => status === undefined || hasStatus(invoice, status, today))
    .reverse()
    .sort(reversed(byNumber((each) => each.createdAt)));
  const onWire = (invoice: Invoice) =>
    invoiceOnWire(invoice, books.customers.get(invoice.customer_id ?? ''), settings().quirks);
  return pageOf(call, asked, rows, onWire, settings().quirks);
}

/** Not in `remarks` (sheet 3.4). Drafts are found by their customer's name too. */
function searchable({ books }: Service, invoice: Invoice): unknown[] {
  const name =
    invoice.sent?.customer.customer_company_name ??
    books.customers.get(invoice.customer_id ?? '')?.customer_name;
  return [invoice.sent?.number, invoice.reference, name];
}

function hasStatus(invoice: Invoice, status: string, today: string): boolean {
  if (status === 'draft') return invoice.sent === null;
  if (invoice.sent === null) return false;
  switch (status) {
    case 'paid':
      return dueAmount(invoice).eq(0);
    case 'unpaid':
      return !dueAmount(invoice).eq(0);
    case 'late':
      return isLate(invoice, today);
    default:
      return true;
  }
}

export function isLate(invoice: Invoice, today: string): boolean {
  return invoice.sent !== null && invoice.sent.dueDate < today && dueAmount(invoice).gt(0);
}
