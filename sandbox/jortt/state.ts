import type { Books, Label } from './books.ts';
import { customerOnWire } from './customers/customer.ts';
import type { Invoice } from './invoices/invoice.ts';
import { invoiceOnWire } from './invoices/on-wire.ts';
import { invoiceTotals } from './invoices/totals.ts';

/** For assertions. Customers and invoices are in the order in which they were made. */
export interface JorttState {
  /** As on the wire, with fields that the wire does not show. Includes deleted customers. */
  customers: (Record<string, unknown> & { id: string; salutation: string | null; deleted: boolean })[];
  invoices: InvoiceState[];
  labels: Label[];
  /** How many access tokens have been issued since the start. */
  tokens: number;
}

/** As on the wire, with fields that the wire does not show. */
type InvoiceState = ReturnType<typeof invoiceOnWire> & {
  label_ids: string[];
  payment_term: number | null;
  sold_via_platform: boolean;
  /** Asked to be sent, and not sent yet. */
  isOnItsWay: boolean;
  /** Amounts by rate as a fraction: `{ "0.21": "15.75" }`. */
  vatByRate: Record<string, string>;
};

export function stateOf(books: Books, tokens: number, quirks: boolean): JorttState {
  return {
    customers: books.customers.all().map((customer) => {
      const { id, salutation, deleted } = customer;
      return { ...customerOnWire(customer), id, salutation, deleted };
    }),
    invoices: books.invoices.all().map((invoice) => invoiceState(invoice, books, quirks)),
    labels: books.labels.all(),
    tokens,
  };
}

export function invoiceState(invoice: Invoice, books: Books, quirks: boolean): InvoiceState {
  const { label_ids, payment_term, sold_via_platform, isOnItsWay } = invoice;
  const { vatByRate } = invoiceTotals(invoice);
  return {
    ...invoiceOnWire(invoice, books.customers.get(invoice.customer_id ?? ''), quirks),
    ...{ label_ids, payment_term, sold_via_platform, isOnItsWay },
    vatByRate: Object.fromEntries([...vatByRate].map(([rate, vat]) => [rate, vat.toFixed(2)])),
  };
}
