/** The states of an order and the transitions between them (sheet 7.6). */
import { type JsonObject, textIn } from '../../kit/json.ts';
import { amountIn } from '../amounts.ts';
import { rowsOf, toInvoice, toRefund, toShip } from './row-quantities.ts';

export const defaultStatus: Readonly<Record<string, string>> = {
  new: 'pending',
  pending_payment: 'pending_payment',
  processing: 'processing',
  complete: 'complete',
  closed: 'closed',
  canceled: 'canceled',
  holded: 'holded',
  payment_review: 'payment_review',
};

const moreStatuses: Readonly<Record<string, readonly string[]>> = {
  pending_payment: ['pending_paypal'],
  processing: ['fraud'],
  payment_review: ['fraud'],
  canceled: ['paypal_canceled_reversal'],
  holded: ['paypal_reversed'],
};

export function belongs(
  status: string,
  state: string,
  ofMerchant: Readonly<Record<string, string>>,
): boolean {
  return (
    defaultStatus[state] === status ||
    (moreStatuses[state] ?? []).includes(status) ||
    ofMerchant[status] === state
  );
}

export function canInvoice(order: JsonObject): boolean {
  if (isIn(order, 'holded', 'payment_review', 'canceled', 'complete', 'closed')) return false;
  return rowsOf(order).some((row) => toInvoice(order, row).gt(0));
}

export function canShip(order: JsonObject): boolean {
  if (isIn(order, 'holded', 'payment_review', 'canceled') || order.is_virtual === 1) return false;
  return rowsOf(order).some((row) => toShip(order, row).gt(0));
}

/** An order with a total of zero can be refunded too; otherwise it would close immediately. */
export function canRefund(order: JsonObject): boolean {
  if (isIn(order, 'holded', 'payment_review', 'canceled', 'closed')) return false;
  if (amountIn(order, 'total_paid').minus(amountIn(order, 'total_refunded')).gt(0)) return true;
  return amountIn(order, 'grand_total').eq(0) && rowsOf(order).some((row) => toRefund(order, row).gt(0));
}

export function canHold(order: JsonObject): boolean {
  return isIn(order, 'new', 'pending_payment', 'processing');
}

export function canCancel(order: JsonObject): boolean {
  return canInvoice(order);
}

export function isIn(order: JsonObject, ...states: string[]): boolean {
  return states.includes(textIn(order, 'state'));
}

/** This loses a custom status (sheet 17.35). */
export function setState(order: JsonObject, state: string): void {
  order.state = state;
  order.status = defaultStatus[state] ?? state;
}

export function afterInvoiceOrShipment(order: JsonObject): void {
  const wasNew = order.state === 'new';
  setState(order, wasNew ? 'processing' : finished(order));
}

/** The status is kept when it belongs to the state. */
export function afterRefund(order: JsonObject, ofMerchant: Readonly<Record<string, string>>): void {
  const state = finished(order);
  const status = textIn(order, 'status');
  setState(order, state);
  if (belongs(status, state, ofMerchant)) order.status = status;
}

/** Every save of an order updates its state. */
export function settle(order: JsonObject): void {
  const inProgress = rowsOf(order).some(
    (row) => amountIn(row, 'qty_invoiced').gt(0) || amountIn(row, 'qty_shipped').gt(0),
  );
  if (order.state === 'new' && inProgress) setState(order, 'processing');
  if (isIn(order, 'canceled', 'holded') || canInvoice(order)) return;
  if (isIn(order, 'processing', 'complete') && !canRefund(order) && !canShip(order))
    setState(order, 'closed');
  else if (order.state === 'processing' && !canShip(order)) setState(order, 'complete');
}

function finished(order: JsonObject): string {
  const state = order.state === 'processing' ? 'processing' : 'new';
  if (isIn(order, 'canceled', 'holded') || canInvoice(order) || canShip(order)) return state;
  if (amountIn(order, 'grand_total', 'base').eq(0) || canRefund(order)) return 'complete';
  return amountIn(order, 'total_refunded').gt(0) ? 'closed' : state;
}
