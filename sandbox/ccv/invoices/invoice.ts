import type { Order, OrderRow, OrderTerms } from '../orders/order.ts';

/** A bill of a part of an order, or with counts below zero what is given back of it (sheet 6.11). */
export interface Invoice {
  readonly id: number;
  readonly number: number;
  readonly orderId: number;
  readonly createdAt: number;
  readonly status: 'paid' | 'unpaid' | 'reimbursed';
  /** With the counts that this one bills. */
  readonly rows: readonly OrderRow[];
  /** With the costs and discounts that this one bills. */
  readonly terms: OrderTerms;
  readonly isExtraTaxed: boolean;
  readonly coupon: Order['coupon'];
  readonly externalReference: string | null;
  readonly paymentLinkSent: string | null;
}
