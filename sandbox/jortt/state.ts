import { localDate } from '../kit/time/local-time.ts';
import type { Label } from './books.ts';
import { customerOnWire } from './customers/customer.ts';
import type { Estimate } from './estimates/estimate.ts';
import { estimateOnWire } from './estimates/on-wire.ts';
import type { Invoice } from './invoices/invoice.ts';
import { invoiceOnWire } from './invoices/on-wire.ts';
import { saleTotals } from './invoices/totals.ts';
import type { Service } from './service.ts';

/** For assertions. Everything is in the order in which it was made. */
export interface JorttState {
  /** As on the wire, with fields that the wire does not show. Includes deleted customers. */
  customers: (Record<string, unknown> & { id: string; salutation: string | null; deleted: boolean })[];
  invoices: InvoiceState[];
  estimates: EstimateState[];
  labels: Label[];
  /** How many access tokens have been issued since the start. */
  tokens: number;
}

interface OffTheWire {
  /** Asked to be sent, and not sent yet. */
  isOnItsWay: boolean;
  /** Amounts by rate as a fraction: `{ "0.21": "15.75" }`. */
  vatByRate: Record<string, string>;
}

/** As on the wire, with fields that the wire does not show. */
type InvoiceState = ReturnType<typeof invoiceOnWire> &
  OffTheWire & { label_ids: string[]; payment_term: number | null; sold_via_platform: boolean };

/** As on the wire, and every time that it was sent. */
type EstimateState = ReturnType<typeof estimateOnWire> &
  OffTheWire & { dispatched: NonNullable<Estimate['sent']>['dispatched'] };

export function stateOf(service: Service, tokens: number): JorttState {
  const { books } = service;
  return {
    customers: books.customers.all().map((customer) => {
      const { id, salutation, deleted } = customer;
      return { ...customerOnWire(customer), id, salutation, deleted };
    }),
    invoices: books.invoices.all().map((invoice) => invoiceState(invoice, service)),
    estimates: books.estimates.all().map((estimate) => estimateState(estimate, service)),
    labels: books.labels.all(),
    tokens,
  };
}

export function invoiceState(invoice: Invoice, { books, settings }: Service): InvoiceState {
  const { label_ids, payment_term, sold_via_platform, isOnItsWay } = invoice;
  return {
    ...invoiceOnWire(invoice, books.customers.get(invoice.customer_id ?? ''), settings().quirks),
    ...{ label_ids, payment_term, sold_via_platform, isOnItsWay },
    vatByRate: vatByRate(invoice),
  };
}

function estimateState(estimate: Estimate, { books, settings, world }: Service): EstimateState {
  const { customer_id, isOnItsWay, sent } = estimate;
  const { quirks } = settings();
  const today = localDate(world.now());
  return {
    ...estimateOnWire(estimate, books.customers.get(customer_id ?? ''), { today, quirks }),
    ...{ isOnItsWay, dispatched: sent?.dispatched ?? [] },
    vatByRate: vatByRate(estimate),
  };
}

function vatByRate(sale: Parameters<typeof saleTotals>[0]): Record<string, string> {
  return Object.fromEntries([...saleTotals(sale).vatByRate].map(([rate, vat]) => [rate, vat.toFixed(2)]));
}
