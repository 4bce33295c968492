import type { OrderRow } from '../orders/order.ts';

/** Goods that come back (sheet 6.15). Read-only for the API. */
export interface ReturnCase {
  readonly id: number;
  readonly number: number;
  readonly orderId: number;
  readonly createdAt: number;
  /** 1 new, 2 processing, 6 cancelled, 7 completed, 8 credited. */
  readonly status: number;
  readonly reason: string;
  /** With the count that comes back. */
  readonly rows: readonly { readonly id: number; readonly row: OrderRow }[];
}

export const returnStatuses: readonly string[] = [
  'New',
  'Processing',
  'Custom 1',
  'Custom 2',
  'Custom 3',
  'Cancelled',
  'Completed',
  'Credited',
];
