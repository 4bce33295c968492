/** Invoices of an order (sheet 5): each bills the difference to those before it. */
import Big from 'big.js';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Order, OrderRow, OrderTerms } from '../orders/order.ts';
import { invalid } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import type { Invoice } from './invoice.ts';

const billed = [
  'total_shipping',
  'total_discounts',
  'credit_point_discount',
  'paymethod_costs',
  'extra_costs',
  'extra_payment_option_price',
] as const;
type Billed = Pick<OrderTerms, (typeof billed)[number]>;

/** Throws a `Refusal` where there is no difference: what CCV answers then is not known. */
export function billRest(shop: Shop, order: Order, at?: number): Invoice {
  const earlier = shop.invoicesOf(order);
  const rows = differences(
    order.rows,
    earlier.flatMap((each) => each.rows),
  );
  const costs = Object.fromEntries(
    billed.map((name) => {
      const sum = earlier.reduce((total, { terms }) => total.plus(terms[name]), Big(0));
      return [name, Number(Big(order.terms[name]).minus(sum).toFixed())];
    }),
    // What the names above make.
  ) as unknown as Billed;
  if (rows.length === 0 && billed.every((name) => costs[name] === 0)) {
    throw invalid('There is nothing to invoice');
  }
  const invoice = keepInvoice(shop, order, { rows, costs, status: order.paid ? 'paid' : 'unpaid', at });
  const terms = { ...order.terms, invoicenumber: order.terms.invoicenumber ?? invoice.number };
  shop.save({ ...order, terms }, at !== undefined);
  return invoice;
}

interface Bill {
  readonly rows: readonly OrderRow[];
  readonly costs: Partial<Billed>;
  readonly status: Invoice['status'];
  readonly at?: number | undefined;
}

export function keepInvoice(shop: Shop, order: Order, { rows, costs, status, at }: Bill): Invoice {
  const none = Object.fromEntries(billed.map((name) => [name, 0]));
  const invoice: Invoice = {
    id: shop.ids.next('invoice'),
    number: shop.ids.next('invoiceNumber'),
    orderId: order.id,
    createdAt: wholeSecond(at ?? shop.world.now()),
    status,
    rows: rows.map((row) => ({ ...row, id: shop.ids.next('row') })),
    terms: { ...order.terms, ...none, ...costs },
    isExtraTaxed: order.isExtraTaxed,
    coupon: order.coupon,
    externalReference: null,
    paymentLinkSent: null,
  };
  if (at === undefined) shop.invoices.put(String(invoice.id), invoice);
  else shop.invoices.seed(String(invoice.id), invoice);
  return invoice;
}

export function withStatus(shop: Shop, invoice: Invoice, status: Invoice['status']): Invoice {
  const changed = { ...invoice, status };
  shop.invoices.put(String(invoice.id), changed);
  if (status !== invoice.status) shop.happenings.tell('invoices.updated.status', ['invoices', invoice.id]);
  return changed;
}

/** What is in the one list and not in the other: what both have alike falls out. */
function differences(now: readonly OrderRow[], before: readonly OrderRow[]): OrderRow[] {
  const left = new Map<string, OrderRow>();
  const add = (row: OrderRow, sign: 1 | -1) => {
    const { id: _, count: __, ...same } = row;
    const key = JSON.stringify(same);
    const count = Big(left.get(key)?.count ?? 0).plus(sign * row.count);
    left.set(key, { ...row, count: Number(count.toFixed()) });
  };
  for (const row of now) add(row, 1);
  for (const row of before) add(row, -1);
  return [...left.values()].filter(({ count }) => count !== 0);
}
