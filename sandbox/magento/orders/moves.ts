/** What changes an order without a document: cancel, hold and a comment (sheet 7.6, 7.9). */
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { zero } from '../../kit/money/cents.ts';
import { add, amountIn, column, currencies, onWire } from '../amounts.ts';
import { cancelled } from '../inventory/sales.ts';
import { refusal } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { rowsOf, toCancel } from './row-quantities.ts';
import { belongs, canCancel, canHold, isIn, setState } from './state.ts';

/** False when it cannot be cancelled, which is no error (sheet 17.13). */
export function cancel(shop: Shop, stored: JsonObject): boolean {
  const order = structuredClone(stored);
  if (!canCancel(order)) return false;
  const invoiced = rowsOf(order).some((row) => amountIn(row, 'qty_invoiced').gt(0));
  const quantities = rowsOf(order).map((row) => toCancel(order, row));
  rowsOf(order).forEach((row, index) => {
    const quantity = quantities[index];
    if (quantity !== undefined) add(row, 'qty_canceled', 'order', quantity);
  });
  for (const currency of currencies) {
    const left = (name: string, done: string) =>
      amountIn(order, name, currency)
        .abs()
        .minus(amountIn(order, done, currency).abs());
    const columns = {
      subtotal_canceled: left('subtotal', 'subtotal_invoiced'),
      tax_canceled: left('tax_amount', 'tax_invoiced'),
      shipping_canceled: left('shipping_amount', 'shipping_invoiced'),
      discount_canceled: left('discount_amount', 'discount_invoiced'),
      total_canceled: left('grand_total', 'total_paid'),
    };
    for (const [name, amount] of Object.entries(columns)) order[column(name, currency)] = onWire(amount);
    const payment = isObject(order.payment) ? order.payment : {};
    add(payment, 'amount_canceled', currency, columns.total_canceled);
  }
  setState(order, invoiced ? 'processing' : 'canceled');
  shop.saveOrder(order);
  const rows = rowsOf(order).map((row, index) => [Number(row.item_id), quantities[index] ?? zero] as const);
  cancelled(shop, order, new Map(rows));
  return true;
}

export function hold(shop: Shop, stored: JsonObject): void {
  if (!canHold(stored)) throw refusal(400, 'A hold action is not available.');
  const order = structuredClone(stored);
  order.hold_before_state = order.state ?? null;
  order.hold_before_status = order.status ?? null;
  setState(order, 'holded');
  shop.saveOrder(order);
}

export function unhold(shop: Shop, stored: JsonObject): void {
  if (!isIn(stored, 'holded')) throw refusal(400, 'You cannot remove the hold.');
  const order = structuredClone(stored);
  order.state = order.hold_before_state ?? 'new';
  order.status = order.hold_before_status ?? 'pending';
  order.hold_before_state = null;
  order.hold_before_status = null;
  shop.saveOrder(order);
}

/** Newest first. A status that does not belong to the state is refused, as from 2.4.7. */
export function comment(shop: Shop, stored: JsonObject, history: JsonObject): void {
  const { commentEmptiesStatus, statuses } = shop.settings();
  const order = structuredClone(stored);
  const given = textIn(history, 'status');
  if (given === '' && commentEmptiesStatus) order.status = null;
  if (given !== '' && !commentEmptiesStatus && !belongs(given, textIn(order, 'state'), statuses)) {
    const text = 'Unable to add comment: The status "%1" is not part of the order status history.';
    throw refusal(400, text, [given]);
  }
  if (given !== '') order.status = given;
  const flag = (value: Json | undefined) => (value === undefined ? 0 : value);
  const entry: JsonObject = {
    comment: history.comment ?? null,
    created_at: shop.now(),
    entity_id: shop.ids.next('history'),
    entity_name: history.entity_name ?? 'order',
    is_customer_notified: flag(history.is_customer_notified),
    is_visible_on_front: flag(history.is_visible_on_front),
    parent_id: order.entity_id ?? 0,
    ...(typeof order.status === 'string' ? { status: order.status } : {}),
  };
  if (entry.is_customer_notified === 1) shop.mail('comment', Number(order.entity_id));
  order.status_histories = [entry, ...objectsIn(order.status_histories)];
  shop.saveOrder(order);
}
