/** What a merchant does to an order in the shop's own back office. */
import Big from 'big.js';
import { z } from 'zod';
import { cents } from '../../kit/money/cents.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { billRest, keepInvoice, withStatus } from '../invoices/making.ts';
import { fault, invalid } from '../refusal.ts';
import type { ReturnCase } from '../returns/return-case.ts';
import type { Shop } from '../shop.ts';
import { addRemark } from './endpoints.ts';
import { figuresOf, rowTotal } from './figures.ts';
import type { Order, OrderRow } from './order.ts';
import { cancelled, fresh, sent } from './statuses.ts';

/** Rows by their place, and how many of each. */
const places = z.array(z.tuple([z.number().int().nonnegative(), z.number().positive()]));

export const deed = z.strictObject({
  status: z.number().int().min(1).max(14).optional(),
  pay: z.boolean().optional(),
  ship: z.strictObject({ code: z.string().default(''), carrier: z.string().default('') }).optional(),
  cancel: z.literal(true).optional(),
  note: z.string().optional(),
  /** Other counts and prices of rows, by their place; a count of 0 takes the row out. Nobody is told. */
  rows: z
    .array(
      z.strictObject({
        position: z.number().int().nonnegative(),
        count: z.number().optional(),
        price: z.number().optional(),
      }),
    )
    .optional(),
  /** An invoice of what is not invoiced yet. */
  invoice: z.literal(true).optional(),
  /** The newest invoice that is paid is given back as a whole: its status says so. */
  reimburse: z.literal(true).optional(),
  /** An invoice with counts below zero, whose money goes back. */
  credit: z
    .strictObject({
      /** Everything when left out. */
      rows: places.optional(),
      /** Whether shipping and other costs go back. */
      costs: z.boolean().default(true),
      restock: z.boolean().default(true),
    })
    .optional(),
  return: z
    .strictObject({
      rows: places,
      reason: z.string().default('Verkeerde maat'),
      status: z.number().int().default(1),
    })
    .optional(),
});

type Deed = z.infer<typeof deed>;

/** Throws a `Refusal`. */
export function act(shop: Shop, order: Order, what: Deed): Order {
  if (!order.isCompleted) throw fault(409, 'The order is a basket');
  const status = what.status ?? (what.ship ? sent : what.cancel ? cancelled : order.status);
  const parcel = what.ship ?? { code: '', carrier: '' };
  const changed = shop.save({
    ...order,
    status,
    paid: what.pay ?? order.paid,
    ...(what.rows === undefined ? {} : { rows: edited(order.rows, what.rows) }),
    ...(parcel.code === ''
      ? {}
      : {
          terms: {
            ...order.terms,
            track_and_trace_code: parcel.code,
            track_and_trace_carrier: parcel.carrier,
          },
        }),
  });
  if (what.note !== undefined) addRemark(shop, changed, 'notes', what.note);
  if (what.invoice) billRest(shop, changed);
  if (what.reimburse) reimburse(shop, changed);
  if (what.credit !== undefined) credit(shop, changed, what.credit);
  if (what.return !== undefined) takeBack(shop, changed, what.return);
  return shop.order(String(order.id));
}

/** A basket is completed: it gets its number. */
export function finish(shop: Shop, id: string): Order {
  const basket = shop.order(id);
  if (basket.isCompleted) throw fault(409, 'The order has been placed');
  return shop.complete(basket, fresh);
}

/** The newest order of which nothing was given back is credited as a whole; its id, or null when there is none. */
export function creditNewest(shop: Shop): string | null {
  const newest = newestOf(shop, () => true);
  if (newest === undefined) return null;
  act(shop, newest, deed.parse({ credit: {} }));
  return String(newest.id);
}

/** The newest order that is neither cancelled nor given back is cancelled; its id, or null when there is none. */
export function cancelNewest(shop: Shop): string | null {
  const newest = newestOf(shop, ({ status }) => status !== cancelled);
  if (newest === undefined) return null;
  act(shop, newest, deed.parse({ cancel: true }));
  return String(newest.id);
}

/** Of those of which nothing was given back. */
function newestOf(shop: Shop, isMeant: (order: Order) => boolean): Order | undefined {
  const isUntouched = (each: Order) =>
    each.isCompleted &&
    each.rows.length > 0 &&
    figuresOf(each, 'per row').total.gt(0) &&
    shop.invoicesOf(each).every((bill) => figuresOf(bill, 'per row').total.gte(0));
  return shop.orders
    .all()
    .filter((each) => isUntouched(each) && isMeant(each))
    .sort((one, other) => other.id - one.id)[0];
}

function edited(rows: readonly OrderRow[], changes: NonNullable<Deed['rows']>): OrderRow[] {
  return rows
    .map((row, place) => {
      const { count = row.count, price = row.price } =
        changes.find(({ position }) => position === place) ?? {};
      return { ...row, count, price, isCustomPrice: row.isCustomPrice || price !== row.price };
    })
    .filter(({ count }) => count !== 0);
}

function reimburse(shop: Shop, order: Order): void {
  const paid = shop.invoicesOf(order).filter(({ status }) => status === 'paid');
  const newest = paid.at(-1);
  if (newest === undefined) throw invalid('There is no invoice that is paid');
  withStatus(shop, newest, 'reimbursed');
}

/** With `at` it has always been so, and the stock knows of it. */
export function credit(
  shop: Shop,
  order: Order,
  { rows: asked, costs, restock }: NonNullable<Deed['credit']>,
  at?: number,
): Invoice {
  if (shop.invoicesOf(order).length === 0) billRest(shop, order, at);
  const rows = chosen(order, asked).map((row) => ({ ...row, count: -row.count }));
  if (restock && at === undefined) {
    for (const { productId, valueIds, count } of rows) {
      if (productId !== null) shop.assortment.move(productId, valueIds, -count);
    }
  }
  const { terms } = order;
  const back = { ...discountsOf(order, rows), ...(costs ? costsOf(terms) : {}) };
  const bill = keepInvoice(shop, order, { rows, costs: back, status: 'unpaid', at });
  if (at === undefined) return withStatus(shop, bill, 'reimbursed');
  const paidBack = { ...bill, status: 'reimbursed' } as const;
  shop.invoices.seed(String(bill.id), paidBack);
  return paidBack;
}

function costsOf(terms: Order['terms']) {
  return {
    total_shipping: 0 - terms.total_shipping,
    paymethod_costs: 0 - terms.paymethod_costs,
    extra_costs: 0 - terms.extra_costs,
    extra_payment_option_price: 0 - terms.extra_payment_option_price,
  };
}

/** The part of the order's discounts that the rows have had. */
function discountsOf({ rows: all, terms }: Order, rows: readonly OrderRow[]) {
  const sum = (of: readonly OrderRow[]) => of.reduce((total, row) => total.plus(rowTotal(row)), Big(0));
  const whole = sum(all);
  const part = (amount: number) =>
    whole.eq(0) ? 0 : Number(cents(sum(rows).times(amount).div(whole)).toFixed());
  return {
    total_discounts: part(terms.total_discounts),
    credit_point_discount: part(terms.credit_point_discount),
  };
}

function chosen({ rows }: Order, asked: z.infer<typeof places> | undefined): OrderRow[] {
  if (asked === undefined) return [...rows];
  return asked.map(([place, count]) => {
    const row = rows[place];
    if (row === undefined || count > row.count) throw invalid('There is not so much of this row');
    return { ...row, count };
  });
}

function takeBack(
  shop: Shop,
  order: Order,
  { rows, reason, status }: NonNullable<Deed['return']>,
): ReturnCase {
  const made: ReturnCase = {
    id: shop.ids.next('return'),
    number: shop.ids.next('returnNumber'),
    orderId: order.id,
    createdAt: wholeSecond(shop.world.now()),
    status,
    reason,
    rows: chosen(order, rows).map((row) => ({ id: shop.ids.next('row'), row })),
  };
  shop.returns.put(String(made.id), made);
  shop.happenings.tell('returns.created', ['returns', made.id]);
  return made;
}

/** Staff see to a return. */
export function changeReturn(shop: Shop, id: string, status: number): ReturnCase {
  const before = shop.returns.get(id);
  if (before === undefined) throw fault(404, 'returns not found');
  const changed = { ...before, status };
  shop.returns.put(id, changed);
  shop.happenings.tell('returns.updated', ['returns', changed.id]);
  return changed;
}
