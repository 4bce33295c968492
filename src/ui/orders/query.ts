import { z } from 'zod';
import { readCursor } from '../../engine/reporting/order-views.ts';
import { type OrderState, orderStates } from '../../engine/storage/register-row.ts';

/** What the address of the orders' page says: what is not one of these values is left out. */
export interface OrdersQuery {
  readonly q?: string | undefined;
  readonly state?: OrderState | undefined;
  readonly flow?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
}

const maxText = 200;
const maxCursor = 2_000;

export function readOrdersQuery(query: Readonly<Record<string, string>>): OrdersQuery {
  const text = (name: string, max = maxText) => query[name]?.trim().slice(0, max) || undefined;
  const day = (name: string) => z.iso.date().safeParse(query[name]?.trim()).data;
  return {
    q: text('q'),
    state: orderStates.find((state) => state === query.state),
    flow: text('flow'),
    from: day('from'),
    to: day('to'),
    // One that was tampered with starts the list anew.
    cursor: readCursor(query.cursor?.slice(0, maxCursor) ?? '') === null ? undefined : query.cursor,
  };
}

/** Whether it asks for some of the orders only. */
export function isFiltered({ cursor: _, ...filter }: OrdersQuery): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** The orders' page with these values; `file` instead of the page. */
export function ordersAddress(
  id: string,
  query: OrdersQuery,
  page: 'orders' | 'orders.csv' = 'orders',
): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(entries as [string, string][]).toString();
  return `/integrations/${id}/${page}${text === '' ? '' : `?${text}`}`;
}
